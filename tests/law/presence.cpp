// What a rule demands: at most a quarter of the rules only ask whether something is there.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "support.hpp"

using namespace kaoping::dsl;
using namespace law_test;

namespace {

/// Nothing but `is recorded`, `is missing` and yes-or-no fields, joined by `and`, `or`, `not` and `or else`: no time, number,
/// person or kind is compared, and nothing is looked for in another list of the file.
bool only_presence(const Program& program, ExprId id) {
    const Expr& expr = program.expr(id);
    const auto all = [&] { return std::all_of(expr.args.begin(), expr.args.end(), [&](ExprId part) { return only_presence(program, part); }); };
    switch (expr.op) {
        case Op::is_recorded:
        case Op::is_missing:
        case Op::constant: return true;
        case Op::field: return expr.type.kind == Kind::boolean;
        case Op::let: return only_presence(program, program.lets[static_cast<std::size_t>(expr.index)].value);
        case Op::call: return only_presence(program, program.defines[static_cast<std::size_t>(expr.index)].body);
        case Op::and_:
        case Op::or_:
        case Op::not_:
        case Op::or_else: return all();
        default: return false;
    }
}

}  // namespace

TEST_CASE("at most a quarter of the rules only test presence") {
    std::set<std::string> all, presence;
    for (const std::string name : {"criminal", "administrative"})
        for (const Rule& rule : pack(name).program.rules) {
            all.insert(rule.full_id);
            if (rule.due == no_expr && rule.require != no_expr && only_presence(pack(name).program, rule.require)) presence.insert(rule.full_id);
        }
    MESSAGE(presence.size(), " of ", all.size(), " rules only test presence");
    CHECK(4 * presence.size() <= all.size());
}
