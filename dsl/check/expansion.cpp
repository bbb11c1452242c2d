// See expansion.hpp.

#include "dsl/check/expansion.hpp"

#include <algorithm>

#include <boost/container/small_vector.hpp>

namespace kaoping::dsl {

namespace {

/// Beyond it nobody needs to know how many.
std::uint32_t bounded(std::uint64_t count) { return static_cast<std::uint32_t>(std::min<std::uint64_t>(count, 1U << 30)); }

/// Is what stands behind the list asked of each of its items?
bool asks_of_items(Op op) { return (op >= Op::at_least && op <= Op::first_by) || op == Op::comprehension || op == Op::spans_for; }

template <typename ArgAt>
std::uint32_t copies_of(const Expr& list, const ArgAt& arg) {
    switch (list.op) {
        case Op::list: return bounded(list.args.size());
        case Op::comprehension: return arg(0).copies;
        case Op::if_: return bounded(std::uint64_t{arg(1).copies} + arg(2).copies);
        case Op::or_else: return bounded(std::uint64_t{arg(0).copies} + arg(1).copies);
        default: return 1;
    }
}

}  // namespace

/// Of an expression whose i-th argument expands to `arg(i)`.
template <typename ArgAt>
Expansion Expansions::combined(const Expr& expr, const ArgAt& arg) {
    Expansion out = leaf;
    const auto mentions = [&](const Expansion& part, std::uint64_t times) {
        out.parts = bounded(out.parts + times * part.parts);
        out.depth = std::max(out.depth, part.depth + 1);
    };
    const std::uint64_t times = asks_of_items(expr.op) ? arg(0).copies : 1;
    for (std::size_t i = 0; i < expr.args.size(); ++i) mentions(arg(i), i == 0 ? 1 : times);
    if (expr.op == Op::in_list) out.parts = bounded(std::uint64_t{out.parts} + arg(1).copies);
    if (expr.op != Op::let && expr.op != Op::call) {
        if (expr.type.is(Kind::list)) out.copies = copies_of(expr, arg);
        return out;
    }
    const Expansion meant = expr.op == Op::let ? of(program_.lets[static_cast<std::size_t>(expr.index)].value) : of_call(expr, arg);
    mentions(meant, 1);
    out.copies = meant.copies;
    return out;
}

template <typename ArgAt>
Expansion Expansions::of_call(const Expr& call, const ArgAt& arg) {
    const Define& define = program_.defines[static_cast<std::size_t>(call.index)];
    std::vector<std::uint32_t> key{static_cast<std::uint32_t>(call.index)};
    Copies copies;
    for (std::size_t i = 0; i < call.args.size() && i < define.parameters.size(); ++i) {
        const std::uint32_t of_arg = arg(i).copies;
        key.push_back(of_arg);
        if (of_arg != 1) copies.emplace(define.parameters[i], of_arg);
    }
    if (copies.empty()) return of(define.body);
    if (const auto known = calls_.find(key); known != calls_.end()) return known->second;
    return calls_[key] = inside(define.body, copies);
}

/// Of a part of a define's body whose parameters are lists that stand in the rule.
Expansion Expansions::inside(ExprId id, const Copies& copies) {
    if (id == no_expr) return {};
    const Expr& expr = program_.expr(id);
    if (expr.op == Op::binder)
        if (const auto parameter = copies.find(expr.index); parameter != copies.end()) return {1, 1, parameter->second};
    boost::container::small_vector<Expansion, 4> args;
    for (const ExprId arg : expr.args) args.push_back(inside(arg, copies));
    return combined(expr, [&](std::size_t i) { return args[i]; });
}

const Expansion& Expansions::add() {
    const Expr& expr = program_.exprs.back();
    return known_.emplace_back(combined(expr, [&](std::size_t i) { return of(expr.args[i]); }));
}

}  // namespace kaoping::dsl
