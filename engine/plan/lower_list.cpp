// Lists: see lowering.hpp. A list stays symbolic (a range of rows, given items, a comprehension, a choice between two) until
// something is folded over it.

#include <stdexcept>

#include "engine/plan/lowering.hpp"

namespace kaoping::engine {

ListPtr Lowering::list(dsl::ExprId id, const Env& env) {
    const dsl::Expr& expr = program_.expr(id);
    switch (expr.op) {
        case dsl::Op::field:
            return range(field(expr, env), layout_.item_table(program_.expr(expr.args[0]).type.of, expr.index), expr.type.element_type());
        case dsl::Op::binder: return find(env, expr.index).list;
        case dsl::Op::let: return let(expr.index).list;
        case dsl::Op::call: return call(expr, env).list;
        case dsl::Op::list: {
            auto out = std::make_shared<ListValue>();
            out->shape = ListValue::Shape::items;
            out->item_type = expr.type.element_type();
            for (const dsl::ExprId item : expr.args) {
                out->items.push_back({value(item, env), std::nullopt});
                out->frames = pool_.join(out->frames, out->items.back().value.frames);
            }
            return out;
        }
        case dsl::Op::comprehension: return mapped(list(expr.args[0], env), expr.index, expr.args[1], expr.args[2], env);
        case dsl::Op::if_: return choice(value(expr.args[0], env), list(expr.args[1], env), list(expr.args[2], env));
        case dsl::Op::or_else: {
            const ListPtr first = list(expr.args[0], env);
            if (first->shape != ListValue::Shape::range) return first;
            const LoweredValue recorded = make(VertexKind::is_recorded, {dsl::Kind::boolean, false, dsl::Kind::error, -1}, {first->list});
            return choice(recorded, first, list(expr.args[1], env));
        }
        default: throw std::logic_error("an expression that is no list was lowered as one");
    }
}

ListPtr Lowering::range(LoweredValue list, std::int32_t table, dsl::Type item) {
    auto out = std::make_shared<ListValue>();
    out->item_type = item;
    out->frames = list.frames;
    out->list = std::move(list);
    out->table = table;
    return out;
}

ListPtr Lowering::choice(LoweredValue condition, ListPtr then_list, ListPtr else_list) {
    using Shape = ListValue::Shape;
    if (then_list->shape == Shape::range && else_list->shape == Shape::range && then_list->table == else_list->table)
        return range(make(VertexKind::if_, graph_.at(then_list->list.vertex).type, {condition, then_list->list, else_list->list}),
                     then_list->table, then_list->item_type);
    auto out = std::make_shared<ListValue>();
    out->shape = Shape::choice;
    out->item_type = then_list->item_type;
    out->frames = pool_.join(condition.frames, pool_.join(then_list->frames, else_list->frames));
    out->list = std::move(condition);
    out->then_list = std::move(then_list);
    out->else_list = std::move(else_list);
    return out;
}

ListPtr Lowering::mapped(ListPtr base, std::int32_t binder, dsl::ExprId condition, dsl::ExprId value, const Env& env) {
    using Shape = ListValue::Shape;
    if (base->shape == Shape::choice)
        return choice(base->list, mapped(base->then_list, binder, condition, value, env), mapped(base->else_list, binder, condition, value, env));
    auto out = std::make_shared<ListValue>();
    out->item_type = program_.expr(value).type;
    out->shape = base->shape == Shape::items ? Shape::items : Shape::mapped;
    if (base->shape == Shape::items) {
        for (const ListValue::Item& item : base->items) {
            const Env inside = bind(env, binder, {item.value, nullptr});
            std::optional<LoweredValue> kept = item.condition;
            if (condition != dsl::no_expr) kept = both(kept, this->value(condition, inside));
            out->items.push_back({this->value(value, inside), kept});
            out->frames = pool_.join(out->frames, pool_.join(out->items.back().value.frames, kept ? kept->frames : Frames{}));
        }
        return out;
    }
    const Env inside = bind(env, binder, {});
    out->frames = pool_.join(base->frames, pool_.join(free_frames(condition, inside), free_frames(value, inside)));
    out->base = std::move(base);
    out->binder = binder;
    out->condition = condition;
    out->value = value;
    out->env = env;
    return out;
}

LoweredValue Lowering::item_of_frame(const ListValue& base, int frame) {
    if (!base.item_type.is(dsl::Kind::element)) return column_of(base.table, 0, base.item_type, pool_.only(frame));
    Vertex own;
    own.kind = VertexKind::own_row;
    own.type = base.item_type;
    own.space = graph_.table_space(base.table);
    own.second = base.table;
    return {graph_.add(own, {}), pool_.only(frame)};
}

LoweredValue Lowering::text_value(dsl::ExprId id, const Env& env, Frames frames) {
    const Entity of = entity(id, env);
    if (!of.list) return {lift(of.value, frames), frames};
    FoldSpec spec;
    spec.kind = VertexKind::collect;
    spec.type = dsl::Type::list_of(of.list->item_type);
    spec.item_last = true;
    return {lift(fold(spec, of.list), frames), frames};
}

}  // namespace kaoping::engine
