// Numbers and folds: see expression_maker.hpp.

#include "tests/property/expression_maker.hpp"

namespace kaoping::test {

using dsl::Kind;
using dsl::Type;

namespace {

const Type number_type = plain(Kind::number);

}  // namespace

std::string ExpressionMaker::number(int depth) {
    const auto pair = [&](const char* op) { return "(" + value(number_type, depth - 1) + op + value(number_type, depth - 1) + ")"; };
    switch (random_.below(16)) {
        case 0: return "(-" + value(number_type, depth - 1) + ")";
        case 1: return pair(" + ");
        case 2: return pair(" - ");
        case 3: return pair(" * ");
        case 4: return pair(" / ");
        case 5: return "(length of " + value(plain(Kind::text), depth - 1) + ")";
        case 6:
        case 7: {
            Type a, b;
            const char* unit = random_.chance(50) ? "days" : random_.chance(50) ? "months" : "years";
            const std::string from = moment(depth - 1, a);
            return std::string("(") + unit + " from " + from + " to " + moment(depth - 1, b) + ")";
        }
        case 8: {
            Type on;
            const std::string born = value(plain(Kind::date), depth - 1);
            return "(age of " + born + " on " + moment(depth - 1, on) + ")";
        }
        default: break;
    }
    if (const auto made = random_.chance(75) ? counted(depth) : fold("sum", number_type, depth)) return *made;
    return literal(number_type);
}

std::optional<std::string> ExpressionMaker::counted(int depth) {
    const char* word = random_.chance(50) ? "(count of " : "(count of distinct ";
    const auto over = list({}, depth - 1);
    if (!over) return std::nullopt;
    const bool keyless = over->item.is(Kind::element) && schema_.records[static_cast<std::size_t>(over->item.of)].key_field < 0;
    if (random_.chance(30) && !keyless) return word + over->text + ")";
    return within_list(*over, [&](const std::string& x) {
        Paths facts;
        const std::string condition = random_.chance(60) ? where(depth - 1, facts) : std::string();
        scope.present.insert(facts.begin(), facts.end());
        return word + value(value_type(), depth - 1) + " for " + x + " in " + over->text + condition + ")";
    });
}

std::optional<std::string> ExpressionMaker::fold(const char* word, Type type, int depth) {
    if (random_.chance(20)) {
        if (const auto over = list(type, depth - 1); over && over->item.kind == type.kind) return std::string("(") + word + " of " + over->text + ")";
    }
    const auto over = list({}, depth - 1);
    if (!over) return std::nullopt;
    return within_list(*over, [&](const std::string& x) {
        Paths facts;
        const std::string condition = random_.chance(50) ? where(depth - 1, facts) : std::string();
        scope.present.insert(facts.begin(), facts.end());
        return std::string("(") + word + " of " + value(type, depth - 1) + " for " + x + " in " + over->text + condition + ")";
    });
}

std::optional<std::string> ExpressionMaker::extreme(Type type, int depth) {
    const bool time = type.is(Kind::date) || type.is(Kind::datetime);
    const bool least = random_.chance(50);
    const bool by_name = time && random_.chance(60);
    return fold(by_name ? (least ? "earliest" : "latest") : (least ? "least" : "greatest"), type, depth);
}

}  // namespace kaoping::test
