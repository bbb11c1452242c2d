// Points in time, periods, deadlines, spans: see expression_maker.hpp.

#include "tests/property/expression_maker.hpp"

namespace kaoping::test {

using dsl::Kind;
using dsl::Type;

std::string ExpressionMaker::moment(int depth, Type& as) {
    as = plain(random_.chance(40) ? Kind::date : Kind::datetime);
    return value(as, depth);
}

std::string ExpressionMaker::duration(int depth) {
    const Type self = plain(Kind::duration), number = plain(Kind::number), instant = plain(Kind::datetime);
    switch (depth > 0 ? random_.below(9) : 0) {
        case 0:
        case 1:
        case 2: {
            const std::string a = value(instant, depth - 1);
            return "(" + a + " - " + value(instant, depth - 1) + ")";
        }
        case 3: return "(" + value(self, depth - 1) + " + " + period(false, depth - 1) + ")";
        case 4: return "(" + value(self, depth - 1) + " - " + value(self, depth - 1) + ")";
        case 5: return "(" + value(self, depth - 1) + " * " + value(number, depth - 1) + ")";
        case 6: return "(" + value(self, depth - 1) + " / " + value(number, depth - 1) + ")";
        case 7: return "(-" + value(self, depth - 1) + ")";
        default:
            if (const auto made = fold("sum", self, depth)) return *made;
            return literal(self);
    }
}

std::string ExpressionMaker::date(int depth) {
    if (depth > 0 && random_.chance(60)) return "(date of " + value(plain(Kind::datetime), depth - 1) + ")";
    return literal(plain(Kind::date));
}

std::string ExpressionMaker::datetime(int depth) {
    if (depth <= 0 || random_.chance(20)) return literal(plain(Kind::datetime));
    if (random_.chance(20)) return "now";
    const std::string at = value(plain(Kind::datetime), depth - 1);
    if (random_.chance(50)) return "(" + at + (random_.chance(50) ? " + " : " - ") + random_.pick(pool_.hours) + ")";
    return "(" + at + (random_.chance(50) ? " + " : " - ") + value(plain(Kind::duration), depth - 1) + ")";
}

std::string ExpressionMaker::period(bool days, int depth) {
    if (depth > 0 && random_.chance(15)) {
        const Condition test = truth(depth - 1);
        const auto branch = [&] { return period(days, depth - 1); };
        return branches(test, branch, branch);
    }
    if (days && random_.chance(20))
        if (const auto made = random_.chance(50) ? parameter(plain(Kind::period)) : call(plain(Kind::period), depth - 1)) return *made;
    std::string out = random_.pick(days ? pool_.days : pool_.hours);
    const bool rolls = days && out.find("working") == std::string::npos;
    if (rolls && (schema_.restricts || random_.chance(50))) out += random_.chance(50) ? " strict" : " rolling";
    if (depth > 0 && random_.chance(15)) return "(" + out + " * " + value(plain(Kind::number), depth - 1) + ")";
    return out;
}

std::string ExpressionMaker::reach(bool days, int depth) {
    Type at = plain(Kind::datetime);
    const std::string length = period(days, depth - 1);
    const std::string point = days ? moment(depth - 1, at) : value(at, depth - 1);
    return length + " after " + point;
}

std::optional<std::string> ExpressionMaker::span_part(int depth) {
    const auto over = list({}, depth - 1);
    if (!over || !over->item.is(Kind::element)) return std::nullopt;
    return within_list(*over, [&](const std::string& x) {
        Paths facts;
        const std::string condition = random_.chance(40) ? where(depth - 1, facts) : std::string();
        scope.present.insert(facts.begin(), facts.end());
        Type a, b = plain(random_.chance(50) ? Kind::date : Kind::datetime);
        const std::string from = moment(0, a);
        std::optional<std::string> to;
        if (random_.chance(60)) to = optional_value(b, 0);
        return from + " to " + (to ? *to : value(b, 0)) + " for " + x + " in " + over->text + condition;
    });
}

std::optional<std::string> ExpressionMaker::spans(int depth) {
    if (random_.chance(15))
        if (const auto made = call(plain(Kind::spans), depth - 1)) return made;
    const auto first = span_part(depth);
    if (!first) return std::nullopt;
    if (!random_.chance(35)) return "(" + *first + ")";
    const auto second = span_part(depth);
    return second ? "(" + *first + ", " + *second + ")" : "(" + *first + ")";
}

std::string ExpressionMaker::deadline(bool days, int depth) {
    return again_or(deadline_in(days), [&] { return Condition{new_deadline(days, depth), {}, {}}; }).text;
}

std::string ExpressionMaker::new_deadline(bool days, int depth) {
    if (depth > 0 && random_.chance(10)) {
        const Condition test = truth(depth - 1);
        const auto branch = [&] { return deadline(days, depth - 1); };
        return branches(test, branch, branch);
    }
    if (days && random_.chance(10))
        if (const auto made = call(plain(Kind::deadline), depth - 1)) return *made;
    std::string out = "(" + reach(days, depth);
    if (random_.chance(30))
        if (const auto left_out = spans(depth - 1)) out += " not counting " + *left_out;
    return out + ")";
}

std::string ExpressionMaker::deadline_condition(int depth) {
    static const std::vector<std::string> all{" = ", " != ", " < ", " <= ", " > ", " >= "};
    bool by_day = random_.chance(65);
    if (random_.chance(15)) return "(" + deadline(by_day, depth) + random_.pick(all) + deadline(random_.chance(50), depth) + ")";
    std::string end;
    const auto named = paths(plain(Kind::deadline));
    if (scope.has_due && random_.chance(40)) {
        end = "due";
        by_day = scope.due_in_days;
    } else if (!named.empty() && random_.chance(50)) {
        const Variable& one = random_.pick(named);
        end = one.name;
        by_day = one.type.of == static_cast<std::int32_t>(dsl::Counting::days);
    } else {
        end = deadline(by_day, depth);
    }
    Type at = plain(Kind::datetime);
    const std::string point = by_day ? moment(depth - 1, at) : value(at, depth - 1);
    switch (random_.below(4)) {
        case 0: return "(" + point + " > " + end + ")";
        case 1: return "(" + end + " >= " + point + ")";
        case 2: return "(" + end + " < " + point + ")";
        default: return "(" + point + " <= " + end + ")";
    }
}

std::string ExpressionMaker::distance_condition(int depth) {
    const bool days = random_.chance(65);
    Type at = plain(Kind::datetime), from = at;
    const std::string b = days ? moment(depth - 1, at) : value(at, depth - 1);
    if (random_.chance(50)) {
        std::string out = "(" + b + " within " + reach(days, depth);
        if (random_.chance(25))
            if (const auto left_out = spans(depth - 1)) out += " not counting " + *left_out;
        return out + ")";
    }
    const std::string length = period(days, depth - 1);
    const std::string a = days ? moment(depth - 1, from) : value(from, depth - 1);
    return "(" + b + " at least " + length + (random_.chance(70) ? " after " : " before ") + a + ")";
}

}  // namespace kaoping::test
