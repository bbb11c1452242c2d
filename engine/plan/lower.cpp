// Frames, spaces and lifts: see lowering.hpp.

#include "engine/plan/lower.hpp"

#include <stdexcept>

#include "engine/plan/lowering.hpp"

namespace kaoping::engine {

Frames Entity::frames() const { return list ? list->frames : value.frames; }

Lowering::Lowering(const dsl::Program& program, LoweredProgram& out, bool with_texts)
    : program_(program), layout_(program.schema), out_(out), graph_(out.graph), with_texts_(with_texts), columns_(static_cast<std::size_t>(layout_.table_count())) {}

void Lowering::run() {
    graph_.table_space(program_.schema.case_record);
    graph_.reserve(program_.exprs.size() / 2);  // of the national packs' rules a half
    out_.rules.resize(program_.rules.size());
    for (std::size_t r = 0; r < program_.rules.size(); ++r) rule(r);
    scores();
}

Env Lowering::bind(Env env, std::int32_t binder, Entity entity) {
    return std::make_shared<const Scope>(Scope{binder, std::move(entity), std::move(env)});
}

const Entity& Lowering::find(const Env& env, std::int32_t binder) const {
    for (const Scope* scope = env.get(); scope != nullptr; scope = scope->next.get())
        if (scope->binder == binder) return scope->entity;
    throw std::logic_error("a binder is used outside its scope");
}

std::int32_t Lowering::space_of(Frames frames) const {
    if (frames.empty()) return 0;
    const Frame& innermost = frames_[static_cast<std::size_t>(frames.innermost())];
    if (frames.outer().empty()) return graph_.table_space(innermost.table);
    if (innermost.space < 0) throw std::logic_error("a nest is used before it is made");
    return innermost.space;
}

VertexId Lowering::lift(VertexId vertex, Frames from, Frames to) {
    const std::int32_t target = space_of(to);
    if (graph_.at(vertex).space == target) return vertex;
    Vertex lifted;
    lifted.type = graph_.at(vertex).type;
    lifted.space = target;
    if (from.empty()) {
        lifted.kind = VertexKind::lift_case;
        return graph_.add(lifted, {vertex});
    }
    const Frame& innermost = frames_[static_cast<std::size_t>(to.innermost())];
    if (from.outer().empty() && from.innermost() == to.innermost()) {
        lifted.kind = VertexKind::lift_item;
        return graph_.add(lifted, {vertex});
    }
    lifted.kind = VertexKind::lift_outer;
    return graph_.add(lifted, {lift(vertex, from, innermost.outer)});
}

LoweredValue Lowering::make(Vertex vertex, std::span<const LoweredValue> args) {
    Frames frames;
    for (const LoweredValue& arg : args) frames = pool_.join(frames, arg.frames);
    ArgList lifted;
    for (const LoweredValue& arg : args) lifted.push_back(lift(arg, frames));
    vertex.space = space_of(frames);
    return {graph_.add(vertex, lifted), frames};
}

LoweredValue Lowering::make(VertexKind kind, dsl::Type type, std::span<const LoweredValue> args, std::int32_t index, std::int32_t second) {
    Vertex vertex;
    vertex.kind = kind;
    vertex.type = type;
    vertex.index = index;
    vertex.second = second;
    return make(std::move(vertex), args);
}

LoweredValue Lowering::truth(bool value) {
    Vertex vertex;
    vertex.kind = VertexKind::constant;
    vertex.type = {dsl::Kind::boolean, false, dsl::Kind::error, -1};
    vertex.value.number = value ? 1 : 0;
    return make(std::move(vertex), {});
}

LoweredValue Lowering::both(std::optional<LoweredValue> a, LoweredValue b) {
    if (!a) return b;
    return make(VertexKind::and_, {dsl::Kind::boolean, false, dsl::Kind::error, -1}, {*a, b});
}

LoweredValue Lowering::column_of(std::int32_t table, std::int32_t field, dsl::Type type, Frames frames) {
    std::vector<VertexId>& of_table = columns_[static_cast<std::size_t>(table)];
    if (of_table.size() <= static_cast<std::size_t>(field)) of_table.resize(static_cast<std::size_t>(field) + 1, no_vertex);
    VertexId& known = of_table[static_cast<std::size_t>(field)];
    if (known == no_vertex || graph_.at(known).type != type) {
        Vertex source;
        source.kind = VertexKind::source;
        source.type = type;
        source.space = graph_.table_space(table);
        source.index = field;
        source.second = table;
        known = graph_.add(source, {});
    }
    return {known, frames};
}

LoweredProgram lower(const dsl::Program& program, bool texts) {
    LoweredProgram out;
    Lowering(program, out, texts).run();
    return out;
}

}  // namespace kaoping::engine
