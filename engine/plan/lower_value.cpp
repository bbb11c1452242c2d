// Expressions that are values: see lowering.hpp. Lets and defines are inlined; equal vertices meet by hash-consing, and a
// call with the same arguments is lowered once.

#include <algorithm>
#include <stdexcept>

#include "engine/plan/lowering.hpp"

namespace kaoping::engine {

using dsl::Op;

namespace {

/// Operators whose arguments are values and whose payload is that of the expression.
std::optional<VertexKind> plain_kind(Op op) {
    switch (op) {
        case Op::parameter: return VertexKind::parameter;
        case Op::table_row: return VertexKind::table_row;
        case Op::not_: return VertexKind::not_;
        case Op::and_: return VertexKind::and_;
        case Op::or_: return VertexKind::or_;
        case Op::if_: return VertexKind::if_;
        case Op::compare: return VertexKind::compare;
        case Op::or_else: return VertexKind::or_else;
        case Op::matches: return VertexKind::matches;
        case Op::precedes: return VertexKind::precedes;
        case Op::negate: return VertexKind::negate;
        case Op::add: return VertexKind::add;
        case Op::subtract: return VertexKind::subtract;
        case Op::multiply: return VertexKind::multiply;
        case Op::divide: return VertexKind::divide;
        case Op::length_of: return VertexKind::length_of;
        case Op::spans_join: return VertexKind::spans_join;
        case Op::date_of: return VertexKind::date_of;
        case Op::period_length: return VertexKind::period_length;
        case Op::after: return VertexKind::after;
        case Op::within: return VertexKind::within;
        case Op::at_least_after: return VertexKind::at_least_after;
        case Op::from_to: return VertexKind::from_to;
        case Op::age_on: return VertexKind::age_on;
        case Op::key_text: return VertexKind::key_text;
        case Op::now: return VertexKind::now;
        case Op::constant: return VertexKind::constant;
        default: return std::nullopt;
    }
}

/// The binder of an operator that has one; −1: none.
std::int32_t bound_by(const dsl::Expr& expr) {
    const bool binds = (expr.op >= Op::at_least && expr.op <= Op::first_by) || expr.op == Op::comprehension || expr.op == Op::spans_for;
    return binds ? expr.index : -1;
}

}  // namespace

LoweredValue Lowering::value(dsl::ExprId id, const Env& env) {
    const dsl::Expr& expr = program_.expr(id);
    if (const auto kind = plain_kind(expr.op)) return plain(*kind, expr, env);
    switch (expr.op) {
        case Op::binder: return find(env, expr.index).value;
        case Op::let: return let(expr.index).value;
        case Op::call: return call(expr, env).value;
        case Op::case_: return make(VertexKind::own_row, expr.type, {}, -1, program_.schema.case_record);
        case Op::field: return field(expr, env);
        case Op::follow: return make(VertexKind::follow, expr.type, {value(expr.args[0], env)}, expr.type.of);
        case Op::key_of: {
            const std::int32_t record = program_.expr(expr.args[0]).type.of;
            const std::int32_t key = program_.schema.records[static_cast<std::size_t>(record)].key_field;
            dsl::Expr key_field = expr;
            key_field.op = Op::field;
            key_field.index = key;
            key_field.type = program_.schema.records[static_cast<std::size_t>(record)].fields[static_cast<std::size_t>(key)].type;
            return make(VertexKind::key_of, expr.type, {field(key_field, env)});
        }
        case Op::column: {
            const std::int32_t table = program_.expr(expr.args[0]).type.of;
            return make(VertexKind::column, expr.type, {value(expr.args[0], env)}, expr.index, table);
        }
        case Op::is_recorded:
        case Op::is_missing: {
            const VertexKind kind = expr.op == Op::is_recorded ? VertexKind::is_recorded : VertexKind::is_missing;
            const Entity of = entity(expr.args[0], env);
            if (!of.list) return make(kind, expr.type, {of.value});
            if (of.list->shape == ListValue::Shape::range) return make(kind, expr.type, {of.list->list});
            return truth(expr.op == Op::is_recorded);
        }
        case Op::in_list: return in_list(expr, env);
        default: return fold_of(expr, env);
    }
}

Entity Lowering::entity(dsl::ExprId id, const Env& env) {
    if (program_.expr(id).type.is(dsl::Kind::list)) return {{}, list(id, env)};
    return {value(id, env), nullptr};
}

Entity Lowering::let(std::int32_t number) {
    if (const auto known = lets_.find(number); known != lets_.end()) return known->second;
    const Entity lowered = entity(program_.lets[static_cast<std::size_t>(number)].value, rule_env_);
    lets_.emplace(number, lowered);
    return lowered;
}

Entity Lowering::call(const dsl::Expr& expr, const Env& env) {
    const dsl::Define& define = program_.defines[static_cast<std::size_t>(expr.index)];
    std::vector<std::intptr_t> key{expr.index};
    Env inside;
    for (std::size_t i = 0; i < expr.args.size(); ++i) {
        const Entity argument = entity(expr.args[i], env);
        key.push_back(argument.list ? reinterpret_cast<std::intptr_t>(argument.list.get()) : argument.value.vertex);
        key.push_back(reinterpret_cast<std::intptr_t>(argument.frames().identity()));
        if (argument.list) kept_lists_.push_back(argument.list);
        inside = bind(inside, define.parameters[i], argument);
    }
    if (const auto known = calls_.find(key); known != calls_.end()) return known->second;
    const Entity lowered = entity(define.body, inside);
    calls_.emplace(std::move(key), lowered);
    return lowered;
}

LoweredValue Lowering::field(const dsl::Expr& expr, const Env& env) {
    const LoweredValue element = value(expr.args[0], env);
    const std::int32_t record = program_.expr(expr.args[0]).type.of;
    const LoweredValue source = column_of(record, expr.index, expr.type, element.frames);
    if (graph_.at(element.vertex).kind == VertexKind::own_row) return source;
    Vertex gather;
    gather.kind = VertexKind::gather;
    gather.type = expr.type;
    gather.space = graph_.at(element.vertex).space;
    return {graph_.add(gather, {element.vertex, source.vertex}), element.frames};
}

LoweredValue Lowering::plain(VertexKind kind, const dsl::Expr& expr, const Env& env) {
    boost::container::small_vector<LoweredValue, 4> args;
    for (const dsl::ExprId arg : expr.args)
        if (arg != dsl::no_expr) args.push_back(value(arg, env));
    Vertex vertex;
    vertex.kind = kind;
    vertex.type = expr.type;
    vertex.index = expr.index;
    vertex.second = expr.second;
    vertex.value = expr.value;
    const bool joins = kind == VertexKind::and_ || kind == VertexKind::or_;
    return joins && args.size() > 2 ? junction(vertex, args) : make(std::move(vertex), args);
}

/// What stands before an operand that rests on a list is a vertex of its own, which says where that one need not be asked any more
/// (limit_rows). So it is with few of them only, lest a long row of operands become as deep a graph.
LoweredValue Lowering::junction(const Vertex& vertex, std::span<const LoweredValue> args) {
    constexpr int most_apart = 4;
    boost::container::small_vector<LoweredValue, 4> together{args[0]};
    int apart = 0;
    for (const LoweredValue& arg : args.subspan(1)) {
        if (together.size() > 1 && apart < most_apart && rests_on_fold(arg.vertex)) {
            const LoweredValue before = make(vertex, together);
            together.assign(1, before);
            ++apart;
        }
        together.push_back(arg);
    }
    return make(vertex, together);
}

bool Lowering::rests_on_fold(VertexId id) {
    // Arguments stand before what they are used by.
    for (auto next = static_cast<VertexId>(rests_on_fold_.size()); next <= id; ++next) {
        const ArgList args = graph_.args(next);
        rests_on_fold_.push_back(graph_.at(next).walks_list() ||
                                 std::any_of(args.begin(), args.end(), [&](VertexId arg) { return rests_on_fold_[static_cast<std::size_t>(arg)]; }));
    }
    return rests_on_fold_[static_cast<std::size_t>(id)];
}

LoweredValue Lowering::in_list(const dsl::Expr& expr, const Env& env) {
    FoldSpec spec;
    spec.kind = VertexKind::at_least;
    spec.type = expr.type;
    spec.wanted = 1;
    spec.equals = value(expr.args[0], env);
    const ListPtr items = list(expr.args[1], env);
    if (items->shape != ListValue::Shape::items) return fold(spec, items);
    std::vector<LoweredValue> any;
    for (const ListValue::Item& item : items->items) {
        const LoweredValue same = make(VertexKind::compare, expr.type, {item.value, *spec.equals}, static_cast<int>(dsl::Comparison::equal));
        any.push_back(both(item.condition, same));
    }
    return any.empty() ? truth(false) : make(VertexKind::or_, expr.type, any);
}

LoweredValue Lowering::fold_of(const dsl::Expr& expr, const Env& env) {
    FoldSpec spec;
    spec.type = expr.type;
    spec.wanted = expr.second;
    spec.binder = bound_by(expr);
    spec.env = env;
    const auto arg = [&](std::size_t i) { return i < expr.args.size() ? expr.args[i] : dsl::no_expr; };
    spec.condition = expr.op == Op::is_empty ? dsl::no_expr : arg(1);
    if (arg(2) != dsl::no_expr) spec.values.push_back(arg(2));
    switch (expr.op) {
        case Op::at_least: spec.kind = VertexKind::at_least; break;
        case Op::at_most: spec.kind = VertexKind::at_most; break;
        case Op::is_empty:
            spec.kind = VertexKind::at_most;
            spec.wanted = 0;
            break;
        case Op::every: spec.kind = VertexKind::every; break;
        case Op::count: spec.kind = VertexKind::count; break;
        case Op::count_distinct: spec.kind = VertexKind::count_distinct; break;
        case Op::sum: spec.kind = VertexKind::sum; break;
        case Op::least: spec.kind = VertexKind::least; break;
        case Op::greatest: spec.kind = VertexKind::greatest; break;
        case Op::first: spec.kind = VertexKind::first; break;
        case Op::last: spec.kind = VertexKind::last; break;
        case Op::first_by: spec.kind = VertexKind::first_by; break;
        case Op::spans_for:
            spec.kind = VertexKind::spans_for;
            spec.values.push_back(arg(3));
            break;
        default: throw std::logic_error("an expression that is no value was lowered as one");
    }
    const bool takes_item = spec.kind == VertexKind::first || spec.kind == VertexKind::last || spec.kind == VertexKind::first_by;
    const bool folds_value = spec.kind == VertexKind::count || spec.kind == VertexKind::count_distinct || spec.kind == VertexKind::sum || spec.kind == VertexKind::least ||
                             spec.kind == VertexKind::greatest;
    spec.item_last = takes_item || (folds_value && spec.values.empty());
    return fold(spec, list(expr.args[0], env));
}

Frames Lowering::free_frames(dsl::ExprId id, const Env& env) {
    if (id == dsl::no_expr) return {};
    const dsl::Expr& expr = program_.expr(id);
    if (expr.op == Op::binder) return find(env, expr.index).frames();
    if (expr.op == Op::let) return let(expr.index).frames();
    const std::int32_t binder = bound_by(expr);
    const Env inside = binder >= 0 ? bind(env, binder, {}) : env;
    Frames out;
    for (std::size_t i = 0; i < expr.args.size(); ++i) out = pool_.join(out, free_frames(expr.args[i], i == 0 ? env : inside));
    return out;
}

}  // namespace kaoping::engine
