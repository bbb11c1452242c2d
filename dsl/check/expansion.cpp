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

std::uint32_t copies_of(const Expr& expr, std::span<const Expansion> args) {
    switch (expr.op) {
        case Op::list: return bounded(args.size());
        case Op::comprehension: return args[0].copies;
        case Op::if_: return bounded(std::uint64_t{args[1].copies} + args[2].copies);
        case Op::or_else: return bounded(std::uint64_t{args[0].copies} + args[1].copies);
        default: return 1;
    }
}

}  // namespace

Expansion Expansions::combined(const Expr& expr, std::span<const Expansion> args) {
    Expansion out = leaf;
    const auto mentions = [&](const Expansion& part, std::uint64_t times) {
        out.parts = bounded(out.parts + times * part.parts);
        out.depth = std::max(out.depth, part.depth + 1);
    };
    const std::uint64_t times = asks_of_items(expr.op) ? args[0].copies : 1;
    for (std::size_t i = 0; i < args.size(); ++i) mentions(args[i], i == 0 ? 1 : times);
    if (expr.op == Op::in_list) out.parts = bounded(std::uint64_t{out.parts} + args[1].copies);
    if (expr.op != Op::let && expr.op != Op::call) {
        if (expr.type.is(Kind::list)) out.copies = copies_of(expr, args);
        return out;
    }
    const Expansion meant = expr.op == Op::let ? of(program_.lets[static_cast<std::size_t>(expr.index)].value) : of_call(expr.index, args);
    mentions(meant, 1);
    out.copies = meant.copies;
    return out;
}

Expansion Expansions::of_call(std::int32_t define, std::span<const Expansion> args) {
    const Define& of_define = program_.defines[static_cast<std::size_t>(define)];
    if (std::all_of(args.begin(), args.end(), [](const Expansion& arg) { return arg.copies == 1; })) return of(of_define.body);
    std::vector<std::uint32_t> key{static_cast<std::uint32_t>(define)};
    Copies copies;
    for (std::size_t i = 0; i < args.size() && i < of_define.parameters.size(); ++i) {
        key.push_back(args[i].copies);
        copies.emplace(of_define.parameters[i], args[i].copies);
    }
    if (const auto known = calls_.find(key); known != calls_.end()) return known->second;
    return calls_[key] = inside(of_define.body, copies);
}

/// Of a part of a define's body whose parameters are lists that stand in the rule.
Expansion Expansions::inside(ExprId id, const Copies& copies) {
    if (id == no_expr) return {};
    const Expr& expr = program_.expr(id);
    if (expr.op == Op::binder)
        if (const auto parameter = copies.find(expr.index); parameter != copies.end()) return {1, 1, parameter->second};
    boost::container::small_vector<Expansion, 4> args;
    for (const ExprId arg : expr.args) args.push_back(inside(arg, copies));
    return combined(expr, {args.data(), args.size()});
}

const Expansion& Expansions::add() {
    const Expr& expr = program_.exprs.back();
    boost::container::small_vector<Expansion, 4> args;
    for (const ExprId arg : expr.args) args.push_back(of(arg));
    return known_.emplace_back(combined(expr, {args.data(), args.size()}));
}

}  // namespace kaoping::dsl
