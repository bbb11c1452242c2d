// How large and how deep expressions become when lets and defines are written out: the lowering does so.

#include <fmt/format.h>

#include <algorithm>

#include "dsl/check/checker.hpp"

namespace kaoping::dsl {

namespace {

struct Size {
    std::size_t nodes = 0, depth = 0;
    bool known = false;
};

class Measure {
public:
    explicit Measure(const Program& program) : program_(program), sizes_(program.exprs.size()) {}

    /// Children have smaller numbers than their parents, and so have the bodies of lets; bodies of defines may come later.
    Size of(ExprId id, std::size_t guard = 0) {
        if (id == no_expr || guard > 2000) return {0, guard > 2000 ? std::size_t{100000} : 0, true};
        Size& known = sizes_[static_cast<std::size_t>(id)];
        if (known.known) return known;
        Size out{1, 0, true};
        const Expr& e = program_.expr(id);
        const auto add = [&](ExprId child) {
            const Size s = of(child, guard + 1);
            out.nodes = std::min<std::size_t>(out.nodes + s.nodes, 1U << 30);
            out.depth = std::max(out.depth, s.depth);
        };
        for (const ExprId arg : e.args) add(arg);
        if (e.op == Op::let) add(program_.lets[static_cast<std::size_t>(e.index)].value);
        if (e.op == Op::call) add(program_.defines[static_cast<std::size_t>(e.index)].body);
        ++out.depth;
        sizes_[static_cast<std::size_t>(id)] = out;
        return out;
    }

private:
    const Program& program_;
    std::vector<Size> sizes_;
};

}  // namespace

void check_expansion(Checker& c) {
    if (has_errors(c.diagnostics)) return;  // cycles among defines have no size
    Measure measure(c.program);
    for (const Rule& rule : c.program.rules) {
        std::vector<ExprId> roots{rule.where, rule.on, rule.when, rule.due, rule.done, rule.require, rule.deduct.low, rule.deduct.high};
        for (const ExprId need : rule.needs) roots.push_back(need);
        for (const Exception& exception : rule.exceptions) roots.push_back(exception.condition);
        for (const ForEach& each : rule.for_each) roots.push_back(each.list);
        for (const ExprId root : roots) {
            const Size size = measure.of(root);
            if (size.depth > c.budget.depth) {
                c.error("K0711", c.expr(root).span, fmt::format("this is nested {} deep when lets and defines are written out, more than {}", size.depth, c.budget.depth), "divide the rule");
                break;
            }
            if (size.nodes > c.budget.expansion) {
                c.error("K0714", c.expr(root).span, fmt::format("this has more than {} parts when lets and defines are written out", c.budget.expansion), "use the same define less often in one clause");
                break;
            }
        }
    }
}

}  // namespace kaoping::dsl
