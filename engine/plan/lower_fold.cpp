// Quantifiers and folds: see lowering.hpp.
//
// A body that mentions only its own variable is a column of the item's table, and the fold walks the list's range of rows
// there. A body that mentions outer variables too lives in a nest. Of its condition, the parts about the item alone are
// pushed below the nest (it keeps the rows that are not false), and equalities between the item and the outer side become
// keys of the join that makes the nest. In its pairs such an equality holds as soon as both sides are present: their values are not
// brought there.

#include <algorithm>

#include "engine/graph/simplify.hpp"
#include "engine/plan/lowering.hpp"

namespace kaoping::engine {

namespace {

const dsl::Type truth_type{dsl::Kind::boolean, false, dsl::Kind::error, -1};

}  // namespace

LoweredValue Lowering::fold(const FoldSpec& spec, const ListPtr& list) {
    using Shape = ListValue::Shape;
    if (list->shape == Shape::items) return fold_items(spec, *list);
    if (list->shape != Shape::choice) return fold_frame(spec, list);
    const LoweredValue then_value = fold(spec, list->then_list);
    const LoweredValue else_value = fold(spec, list->else_list);
    return make(VertexKind::if_, spec.type, {list->list, then_value, else_value});
}

std::optional<LoweredValue> Lowering::joined_by(std::size_t link, dsl::ExprId equality, const Join& join) {
    const auto key = std::find_if(join.keys.begin(), join.keys.end(), [&](const Join::Key& of) { return of.link == link && of.equality == equality; });
    if (key == join.keys.end()) return std::nullopt;
    Vertex vertex;
    vertex.kind = VertexKind::joined;
    vertex.type = truth_type;
    vertex.space = join.space;
    return LoweredValue{graph_.add(vertex, {key->outer, key->item}), join.frames};
}

/// What was a key of the join is not compared again.
LoweredValue Lowering::condition_of(std::size_t link, dsl::ExprId id, const Env& env, const Join& join) {
    if (const auto joined = joined_by(link, id, join)) return *joined;
    const dsl::Expr& expr = program_.expr(id);
    if (expr.op != dsl::Op::and_ || join.keys.empty()) return value(id, env);
    boost::container::small_vector<LoweredValue, 4> parts;
    for (const dsl::ExprId arg : expr.args) parts.push_back(condition_of(link, arg, env, join));
    return make(VertexKind::and_, truth_type, parts);
}

Lowering::Columns Lowering::columns(const FoldSpec& spec, LoweredValue item, std::optional<LoweredValue> condition, const Join& join) {
    const Env inside = spec.binder >= 0 ? bind(spec.env, spec.binder, {item, nullptr}) : spec.env;
    Columns out;
    if (spec.condition != dsl::no_expr) condition = both(condition, condition_of(own_condition, spec.condition, inside, join));
    if (spec.equals) {
        const auto joined = joined_by(own_condition, dsl::no_expr, join);
        condition = both(condition, joined ? *joined : make(VertexKind::compare, truth_type, {item, *spec.equals}, static_cast<int>(dsl::Comparison::equal)));
    }
    for (const dsl::ExprId id : spec.values) out.values.push_back(value(id, inside));
    if (spec.kind == VertexKind::every) {
        condition = both(condition, make(VertexKind::not_, truth_type, {out.values.front()}));
        out.values.clear();
    }
    if (spec.item_last) out.values.push_back(item);
    out.condition = condition;
    return out;
}

Vertex Lowering::fold_vertex(const FoldSpec& spec, const Columns& columns) const {
    Vertex vertex;
    vertex.kind = spec.kind;
    vertex.type = spec.type;
    vertex.index = spec.wanted;
    vertex.has_condition = columns.condition.has_value();
    vertex.width = static_cast<std::int8_t>(columns.values.size() + (columns.condition ? 1U : 0U));
    return vertex;
}

LoweredValue Lowering::fold_items(const FoldSpec& spec, const ListValue& list) {
    std::vector<LoweredValue> args;
    Vertex vertex = fold_vertex(spec, {});
    for (const ListValue::Item& item : list.items) {
        Columns of = columns(spec, item.value, item.condition ? *item.condition : truth(true), {});
        vertex = fold_vertex(spec, of);
        args.push_back(*of.condition);
        args.insert(args.end(), of.values.begin(), of.values.end());
    }
    vertex.over = FoldOver::columns;
    vertex.second = static_cast<std::int32_t>(list.items.size());
    return make(std::move(vertex), args);
}

/// The comprehensions between a list and the range of rows below it, the range first.
static std::vector<ListPtr> chain_of(ListPtr list) {
    std::vector<ListPtr> chain;
    while (list->shape == ListValue::Shape::mapped) {
        chain.insert(chain.begin(), list);
        list = list->base;
    }
    chain.insert(chain.begin(), list);
    return chain;
}

Lowering::Columns Lowering::columns_in_frame(const FoldSpec& spec, const std::vector<ListPtr>& chain, int frame, const Join& join) {
    LoweredValue item = item_of_frame(*chain.front(), frame);
    std::optional<LoweredValue> condition;
    for (std::size_t i = 1; i < chain.size(); ++i) {
        const Env inside = bind(chain[i]->env, chain[i]->binder, {item, nullptr});
        if (chain[i]->condition != dsl::no_expr) condition = both(condition, condition_of(i, chain[i]->condition, inside, join));
        item = value(chain[i]->value, inside);
    }
    return columns(spec, item, condition, join);
}

Frames Lowering::frames_in_body(const FoldSpec& spec, const std::vector<ListPtr>& chain, int frame) {
    Entity item{{no_vertex, pool_.only(frame)}, nullptr};
    Frames out;
    for (std::size_t i = 1; i < chain.size(); ++i) {
        const Env inside = bind(chain[i]->env, chain[i]->binder, item);
        const Frames of_value = free_frames(chain[i]->value, inside);
        out = pool_.join(out, pool_.join(of_value, free_frames(chain[i]->condition, inside)));
        item.value.frames = of_value;
    }
    const Env inside = spec.binder >= 0 ? bind(spec.env, spec.binder, item) : spec.env;
    out = pool_.join(out, free_frames(spec.condition, inside));
    for (const dsl::ExprId id : spec.values) out = pool_.join(out, free_frames(id, inside));
    if (spec.equals) out = pool_.join(out, spec.equals->frames);
    return pool_.without(out, frame);
}

Lowering::Conjuncts Lowering::conjuncts(const FoldSpec& spec, const std::vector<ListPtr>& chain, int frame) {
    Conjuncts out;
    const auto split = [&](const auto& self, std::size_t link, dsl::ExprId id, const Env& env) -> void {
        if (id == dsl::no_expr) return;
        const dsl::Expr& expr = program_.expr(id);
        if (expr.op != dsl::Op::and_) {
            out.parts.push_back({link, id, env});
            return;
        }
        for (const dsl::ExprId arg : expr.args) self(self, link, arg, env);
    };
    LoweredValue item = item_of_frame(*chain.front(), frame);
    for (std::size_t i = 1; i < chain.size(); ++i) {
        const Env inside = bind(chain[i]->env, chain[i]->binder, {item, nullptr});
        split(split, i, chain[i]->condition, inside);
        if (!pool_.without(free_frames(chain[i]->value, inside), frame).empty()) return out;
        item = value(chain[i]->value, inside);
    }
    split(split, own_condition, spec.condition, spec.binder >= 0 ? bind(spec.env, spec.binder, {item, nullptr}) : spec.env);
    out.item = item;
    return out;
}

std::vector<Lowering::Join::Key> Lowering::join_keys(const FoldSpec& spec, const Conjuncts& conjuncts, int frame, Frames outer) {
    std::vector<Join::Key> out;
    for (const Conjunct& part : conjuncts.parts) {
        const dsl::Expr& expr = program_.expr(part.expr);
        if (expr.op != dsl::Op::compare || expr.index != static_cast<int>(dsl::Comparison::equal)) continue;
        if (program_.expr(expr.args[0]).type.is(dsl::Kind::deadline) || program_.expr(expr.args[1]).type.is(dsl::Kind::deadline)) continue;
        for (std::size_t side = 0; side < 2; ++side) {
            const dsl::ExprId inner = expr.args[side], other = expr.args[1 - side];
            const Frames of_inner = free_frames(inner, part.env), of_other = free_frames(other, part.env);
            if (of_inner != pool_.only(frame) || of_other.empty() || of_other.contains(frame)) continue;
            out.push_back({part.link, part.expr, lift(value(other, part.env), outer), lift(value(inner, part.env), pool_.only(frame))});
            break;
        }
    }
    if (spec.equals && conjuncts.item && !conjuncts.item->frames.empty() && !spec.equals->frames.contains(frame))
        out.push_back({own_condition, dsl::no_expr, lift(*spec.equals, outer), lift(*conjuncts.item, pool_.only(frame))});
    return out;
}

Lowering::Join Lowering::open_nest(const FoldSpec& spec, const std::vector<ListPtr>& chain, int frame, Frames outer) {
    const Conjuncts conjuncts = this->conjuncts(spec, chain, frame);
    std::optional<LoweredValue> kept;
    for (const Conjunct& part : conjuncts.parts)
        if (pool_.without(free_frames(part.expr, part.env), frame).empty()) kept = both(kept, value(part.expr, part.env));
    Join out{join_keys(spec, conjuncts, frame, outer), -1, pool_.join(outer, pool_.only(frame))};
    std::vector<VertexId> args{lift(chain.front()->list, outer)};
    for (const Join::Key& key : out.keys) args.insert(args.end(), {key.outer, key.item});
    Vertex nest;
    if (kept && constant_truth(graph_, kept->vertex) < 0) {
        nest.has_condition = true;
        Vertex select;
        select.kind = VertexKind::select;
        select.type = truth_type;
        select.space = space_of(pool_.only(frame));
        args.push_back(graph_.add(select, {lift(*kept, pool_.only(frame))}));
    }
    nest.type = {dsl::Kind::list, false, dsl::Kind::element, -1};
    const std::int32_t outer_space = space_of(outer);
    Frame& opened = frames_[static_cast<std::size_t>(frame)];
    opened.outer = outer;
    opened.space = graph_.nest_space(outer_space, opened.table, std::move(nest), args);
    out.space = opened.space;
    return out;
}

LoweredValue Lowering::fold_frame(const FoldSpec& spec, const ListPtr& list) {
    const std::vector<ListPtr> chain = chain_of(list);
    const ListValue& base = *chain.front();
    const int frame = static_cast<int>(frames_.size());
    frames_.push_back({base.table, -1, {}});
    const Frames body = frames_in_body(spec, chain, frame);
    const bool nested = !body.empty();
    const Frames outer = nested ? pool_.join(body, base.list.frames) : base.list.frames;
    const Join joined = nested ? open_nest(spec, chain, frame, outer) : Join{};

    const Columns of = columns_in_frame(spec, chain, frame, joined);
    const Frames item_frames = nested ? pool_.join(outer, pool_.only(frame)) : pool_.only(frame);
    Vertex vertex = fold_vertex(spec, of);
    vertex.over = nested ? FoldOver::nest : FoldOver::range;
    vertex.item_space = space_of(item_frames);
    vertex.space = space_of(outer);
    std::vector<VertexId> args{lift(base.list, outer)};
    if (of.condition) args.push_back(lift(*of.condition, item_frames));
    for (const LoweredValue& column : of.values) args.push_back(lift(column, item_frames));
    return {graph_.add(vertex, args), outer};
}

}  // namespace kaoping::engine
