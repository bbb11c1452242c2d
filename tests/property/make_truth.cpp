// Conditions: see expression_maker.hpp.

#include <algorithm>

#include "tests/property/expression_maker.hpp"

namespace kaoping::test {

using dsl::Kind;
using dsl::Type;

namespace {

Paths both(const Paths& a, const Paths& b) {
    Paths out;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(out, out.begin()));
    return out;
}

Paths either(Paths a, const Paths& b) {
    a.insert(b.begin(), b.end());
    return a;
}

Condition only(std::string text) { return {std::move(text), {}, {}}; }

}  // namespace

Condition ExpressionMaker::truth(int depth) {
    return again_or(plain(Kind::boolean), [&] { return new_truth(depth); });
}

Condition ExpressionMaker::new_truth(int depth) {
    if (depth <= 0) return simple_truth();
    std::optional<std::string> made;
    switch (random_.below(27)) {
        case 0: {
            Condition c = truth(depth - 1);
            return {"(not " + c.text + ")", c.no, c.yes};
        }
        case 1:
        case 2: return junction(depth, true);
        case 3:
        case 4: return junction(depth, false);
        case 5:
        case 6: return guarded(depth - 1);
        case 7: return recorded(depth);
        case 8: return choice(depth);
        case 9:
        case 10: made = membership(depth); break;
        case 11: made = emptiness(depth); break;
        case 12: return only(text_condition(depth));
        case 13:
        case 23:
            if (const auto order = precedes()) return *order;
            break;
        case 14:
        case 15:
        case 16:
        case 17:
        case 18: made = quantifier(depth); break;
        case 19:
        case 20: return only(deadline_condition(depth));
        case 21:
        case 22: return only(distance_condition(depth));
        default: break;
    }
    return only(made ? *made : comparison(depth));
}

Condition ExpressionMaker::simple_truth() {
    const auto found = paths(plain(Kind::boolean));
    if (!found.empty() && random_.chance(35)) {
        const Variable& one = random_.pick(found);
        return {one.name, one.yes, one.no};
    }
    if (random_.chance(25)) return recorded(0);
    if (random_.chance(4)) return only(literal(plain(Kind::boolean)));
    return only(comparison(0));
}

Condition ExpressionMaker::junction(int depth, bool conjunction) {
    Condition out;
    const Scope before = scope;
    for (int i = 0, n = random_.between(2, 3); i < n; ++i) {
        const Condition part = truth(depth - 1);
        const Paths& known = conjunction ? part.yes : part.no;
        out.text += (i == 0 ? "(" : conjunction ? " and " : " or ") + part.text;
        if (conjunction) {
            out.yes = either(out.yes, part.yes);
            out.no = i == 0 ? part.no : both(out.no, part.no);
        } else {
            out.no = either(out.no, part.no);
            out.yes = i == 0 ? part.yes : both(out.yes, part.yes);
        }
        scope.present.insert(known.begin(), known.end());
    }
    scope = before;
    out.text += ")";
    return out;
}

Condition ExpressionMaker::guarded(int depth) {
    std::vector<std::string> optional;
    for (const Variable& one : all_paths())
        if (one.type.optional) optional.push_back(one.name);
    if (optional.empty()) return truth(depth);
    const std::string path = random_.pick(optional);
    const bool conjunction = random_.chance(60);
    const Condition rest = under({path}, [&] { return truth(depth); });
    if (conjunction) return {"(" + path + " is recorded and " + rest.text + ")", either({path}, rest.yes), {}};
    return {"(" + path + " is missing or " + rest.text + ")", {}, either({path}, rest.no)};
}

Condition ExpressionMaker::recorded(int depth) {
    const bool yes = random_.chance(50);
    const std::string verb = yes ? " is recorded)" : " is missing)";
    std::vector<std::string> optional;
    for (const Variable& one : all_paths())
        if (one.type.optional) optional.push_back(one.name);
    if (depth <= 0 || random_.chance(50)) {
        if (optional.empty()) return only(comparison(0));
        const std::string path = random_.pick(optional);
        return yes ? Condition{"(" + path + verb, {path}, {}} : Condition{"(" + path + verb, {}, {path}};
    }
    const Type type = random_.chance(40) ? plain(Kind::element, static_cast<std::int32_t>(random_.below(schema_.records.size() - 1))) : value_type();
    const auto made = optional_value(type, depth);
    if (!made) return only(comparison(depth));
    if (made->find_first_of("( \"") != std::string::npos || std::find(optional.begin(), optional.end(), *made) == optional.end()) return only("(" + *made + verb);
    return yes ? Condition{"(" + *made + verb, {*made}, {}} : Condition{"(" + *made + verb, {}, {*made}};
}

Condition ExpressionMaker::choice(int depth) {
    Condition facts;
    if (random_.chance(60))
        if (const auto made = call(plain(Kind::boolean), depth - 1, &facts)) return {*made, facts.yes, facts.no};
    return only(random_.chance(60) ? if_form(plain(Kind::boolean), depth) : match_form(plain(Kind::boolean), depth));
}

std::string ExpressionMaker::comparison(int depth) {
    if (random_.chance(15)) return equality_of_elements(depth);
    static const std::vector<std::string> ordered{" = ", " != ", " < ", " <= ", " > ", " >= "}, same{" = ", " != "};
    if (random_.chance(25))
        if (const auto of_row = cell(plain(Kind::number), 1)) return "(" + *of_row + random_.pick(ordered) + std::to_string(random_.between(1, 4)) + ")";
    const Type type = value_type();
    const bool has_order = !type.is(Kind::enumeration) && !type.is(Kind::reference) && !type.is(Kind::boolean);
    const std::string a = value(type, depth - 1);
    // Hours beside an elapsed time are read as one.
    const bool hours = type.is(Kind::duration) && random_.chance(60);
    const std::string b = hours ? period(false, depth - 1) : type.is(Kind::reference) || random_.chance(60) ? value(type, depth - 1) : literal(type);
    return "(" + a + random_.pick(has_order ? ordered : same) + b + ")";
}

std::string ExpressionMaker::equality_of_elements(int depth) {
    const auto found = paths(plain(Kind::element));
    for (const Variable& one : found) {
        if (schema_.records[static_cast<std::size_t>(one.type.of)].key_field < 0) continue;
        const Type reference = plain(Kind::reference, one.type.of);
        const bool refer = available(reference) && random_.chance(60);
        return "(" + one.name + (random_.chance(70) ? " = " : " != ") + value(refer ? reference : one.type, depth - 1) + ")";
    }
    return "(" + value(plain(Kind::number), depth - 1) + " = " + value(plain(Kind::number), depth - 1) + ")";
}

std::string ExpressionMaker::text_condition(int depth) {
    static const std::vector<std::string> patterns{"^a", "[0-9]+", "b$", "^.{2}$", "(a|北)", "^[A-Z]-[0-9]$"};
    return "(" + value(plain(Kind::text), depth - 1) + " matches \"" + random_.pick(patterns) + "\")";
}

std::optional<std::string> ExpressionMaker::membership(int depth) {
    if (random_.chance(30)) {
        const Type reference = plain(Kind::reference, 0);
        if (!available(reference)) return std::nullopt;
        // A list that is written out would be one of keys here.
        const Type item = plain(Kind::element, 0);
        const auto elements = random_.chance(70) ? list_path(item) : comprehension(item, 1);
        if (elements) return "(" + value(reference, depth - 1) + " in " + elements->text + ")";
    }
    Type type = value_type();
    if (type.is(Kind::duration)) type = plain(Kind::number);
    const auto items = list(type, depth);
    if (!items || !(items->item == type)) return std::nullopt;
    return "(" + value(type, depth - 1) + " in " + items->text + ")";
}

std::optional<std::string> ExpressionMaker::emptiness(int depth) {
    const auto over = list({}, depth);
    return over ? std::optional("(" + over->text + " is empty)") : std::nullopt;
}

std::optional<Condition> ExpressionMaker::precedes() {
    std::vector<Variable> placed;
    for (const Type& type : {plain(Kind::element), plain(Kind::element).as_optional()})
        for (const Variable& one : paths(type))
            if (!one.list.empty()) placed.push_back(one);
    for (std::size_t k = placed.size(); k > 1; --k) std::swap(placed[k - 1], placed[random_.below(k)]);
    for (const Variable& a : placed)
        for (const Variable& b : placed) {
            if (a.name == b.name || a.list != b.list) continue;
            Condition out{"(" + a.name + " precedes " + b.name + ")", {}, {}};
            for (const Variable& one : {a, b}) {
                if (!one.type.optional) continue;
                out.text = "(" + one.name + " is recorded and " + out.text + ")";
                out.yes.insert(one.name);
            }
            return out;
        }
    return std::nullopt;
}

std::string ExpressionMaker::where(int depth, Paths& facts) {
    const Condition condition = truth(depth);
    facts = condition.yes;
    return " where (" + condition.text + ")";
}

std::optional<std::string> ExpressionMaker::quantifier(int depth) {
    const auto over = list({}, depth - 1);
    if (!over) return std::nullopt;
    static const std::vector<std::string> heads{"some", "no", "at least 2", "at most 1", "at least 1", "every", "every"};
    const std::string head = random_.pick(heads);
    return within_list(*over, [&](const std::string& x) {
        Paths facts;
        std::string out = "(" + head + " " + x + " in " + over->text;
        if (random_.chance(head == "every" ? 50 : 92)) out += where(depth - 1, facts);
        scope.present.insert(facts.begin(), facts.end());
        if (head == "every") out += " satisfies (" + truth(depth - 1).text + ")";
        return out + ")";
    });
}

}  // namespace kaoping::test
