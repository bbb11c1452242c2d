// Walking typed expressions: see walk.hpp.

#include "dsl/check/walk.hpp"

namespace kaoping::dsl {

std::vector<ExprId> roots_of(const Rule& rule) {
    std::vector<ExprId> out;
    const auto add = [&out](ExprId id) {
        if (id != no_expr) out.push_back(id);
    };
    for (const ForEach& each : rule.for_each) add(each.list);
    for (const ExprId id : {rule.where, rule.on, rule.when, rule.due, rule.done, rule.require, rule.deduct.low, rule.deduct.high}) add(id);
    for (const ExprId id : rule.needs) add(id);
    for (const Exception& exception : rule.exceptions) add(exception.condition);
    return out;
}

void for_each_node(const Program& program, const std::vector<ExprId>& roots, const std::function<void(const Expr&)>& visit) {
    std::vector<bool> seen(program.exprs.size(), false);
    std::vector<ExprId> open = roots;
    while (!open.empty()) {
        const ExprId id = open.back();
        open.pop_back();
        if (id == no_expr || seen[static_cast<std::size_t>(id)]) continue;
        seen[static_cast<std::size_t>(id)] = true;
        const Expr& e = program.expr(id);
        visit(e);
        for (const ExprId arg : e.args) open.push_back(arg);
        if (e.op == Op::let) open.push_back(program.lets[static_cast<std::size_t>(e.index)].value);
        if (e.op == Op::call) open.push_back(program.defines[static_cast<std::size_t>(e.index)].body);
    }
}

}  // namespace kaoping::dsl
