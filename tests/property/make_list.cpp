// Lists: see expression_maker.hpp.

#include <fmt/format.h>

#include "tests/property/expression_maker.hpp"

namespace kaoping::test {

using dsl::Kind;
using dsl::Type;

std::optional<ListText> ExpressionMaker::list_path(Type item) {
    Type wanted = Type::list_of(item);
    if (item.is(Kind::error)) wanted.of = -1;
    const auto found = paths(wanted);
    if (found.empty()) return std::nullopt;
    const Variable& one = random_.pick(found);
    return ListText{one.name, one.type.element_type(), one.name};
}

std::optional<ListText> ExpressionMaker::list(Type item, int depth) {
    if (depth <= 0 || random_.chance(70)) return list_path(item);
    switch (random_.below(5)) {
        case 0: return literal_list(item, depth);
        case 1: {
            const Condition test = truth(depth - 1);
            const auto a = under(test.yes, [&] { return list(item, depth - 1); });
            if (!a) return std::nullopt;
            const auto b = under(test.no, [&] { return list(a->item, depth - 1); });
            if (!b || !(b->item == a->item)) return std::nullopt;  // what stands in one branch need not stand alone
            return ListText{"(if " + test.text + " then " + a->text + " else " + b->text + ")", a->item, {}};
        }
        case 2: {
            if (item.is(Kind::error)) return list_path(item);
            const auto made = call(Type::list_of(item), depth - 1);
            return made ? std::optional(ListText{*made, item, {}}) : list_path(item);
        }
        default: return comprehension(item, depth);
    }
}

std::optional<ListText> ExpressionMaker::literal_list(Type item, int depth) {
    if (item.is(Kind::error)) item = value_type();
    if (item.is(Kind::duration) || !available(item)) return list_path(item);
    std::vector<std::string> items;
    for (int i = random_.between(2, 3); i > 0; --i) items.push_back(value(item, depth - 1));
    return ListText{fmt::format("({})", fmt::join(items, ", ")), item, {}};
}

std::optional<ListText> ExpressionMaker::comprehension(Type item, int depth) {
    const auto over = list(item.is(Kind::element) ? item : Type{}, depth - 1);
    if (!over) return std::nullopt;
    return within_list(*over, [&](const std::string& x) -> std::optional<ListText> {
        Paths facts;
        const std::string condition = random_.chance(60) ? where(depth - 1, facts) : std::string();
        scope.present.insert(facts.begin(), facts.end());
        const Type made = !item.is(Kind::error) ? item : over->item.is(Kind::element) && random_.chance(40) ? over->item : value_type();
        if (made.is(Kind::element) && made == over->item) return ListText{"(" + x + " for " + x + " in " + over->text + condition + ")", made, {}};
        if (!available(made)) return std::nullopt;
        return ListText{"(" + value(made, depth - 1) + " for " + x + " in " + over->text + condition + ")", made, {}};
    });
}

std::optional<std::string> ExpressionMaker::first_of(Type element, int depth, std::string* list_path_out) {
    const auto over = list(element, depth - 1);
    if (!over) return std::nullopt;
    if (list_path_out != nullptr) *list_path_out = over->path;
    return within_list(*over, [&](const std::string& x) {
        Paths facts;
        const std::string condition = random_.chance(70) ? where(depth - 1, facts) : std::string();
        scope.present.insert(facts.begin(), facts.end());
        std::string key;
        if (random_.chance(40)) {
            static const std::vector<Kind> kinds{Kind::number, Kind::date, Kind::datetime, Kind::duration};
            key = " by " + value(plain(random_.pick(kinds)), depth - 1);
        }
        return std::string(random_.chance(50) ? "(first " : "(last ") + x + key + " in " + over->text + condition + ")";
    });
}

}  // namespace kaoping::test
