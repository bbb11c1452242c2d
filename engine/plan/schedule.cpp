// Check graph → plan: the vertices that any sink or text needs, arguments first; see plan.hpp. What nothing needs is left
// out, so its columns are not read either.

#include "engine/plan/lower.hpp"
#include "engine/plan/plan.hpp"

namespace kaoping::engine {

namespace {

class Scheduler {
public:
    Scheduler(const LoweredProgram& lowered, Plan& plan) : graph_(lowered.graph), plan_(plan), slots_(lowered.graph.size(), no_slot) {
        plan_.spaces = graph_.spaces();
        plan_.instructions.reserve(graph_.size());
        plan_.args.reserve(boost::num_edges(graph_.boost()));  // so they never move
        space_done_.assign(plan_.spaces.size(), false);
    }

    void texts_now() { report_ = true; }

    Slot slot(VertexId id) {
        if (id == no_vertex) return no_slot;
        Slot& known = slots_[static_cast<std::size_t>(id)];
        if (known != no_slot) return known;
        const Vertex& vertex = graph_.at(id);
        ArgList args = graph_.args(id);
        for (VertexId& arg : args) arg = slot(arg);
        need_space(vertex.space);
        if (vertex.item_space >= 0) need_space(vertex.item_space);
        const std::size_t first = plan_.args.size();
        plan_.args.insert(plan_.args.end(), args.begin(), args.end());
        plan_.instructions.push_back({vertex, std::span(plan_.args).subspan(first), report_});
        return slots_[static_cast<std::size_t>(id)] = static_cast<Slot>(plan_.instructions.size() - 1);
    }

    /// The instruction that makes the rows of a space stands before those that live there.
    void need_space(std::int32_t number) {
        const Space& space = graph_.spaces()[static_cast<std::size_t>(number)];
        if (space_done_[static_cast<std::size_t>(number)]) return;
        space_done_[static_cast<std::size_t>(number)] = true;
        if (space.kind == SpaceKind::table) return;
        const Slot nest = slot(space.nest);
        plan_.spaces[static_cast<std::size_t>(number)].nest = nest;
        plan_.instructions[static_cast<std::size_t>(nest)].op.second = number;
    }

private:
    const CheckGraph& graph_;
    Plan& plan_;
    std::vector<Slot> slots_;
    std::vector<bool> space_done_;
    bool report_ = false;
};

void schedule_verdict(Scheduler& scheduler, const LoweredRule& from, PlanRule& to) {
    to.space = from.space;
    for (const LoweredLevel& level : from.levels) {
        scheduler.need_space(level.space);
        to.levels.push_back({scheduler.slot(level.list), level.table, level.space});
    }
    to.applies = scheduler.slot(from.applies);
    to.guard = scheduler.slot(from.guard);
    to.in_force = scheduler.slot(from.in_force);
    for (const VertexId exception : from.exceptions) to.exceptions.push_back(scheduler.slot(exception));
    to.exception = scheduler.slot(from.exception);
    to.requirement = scheduler.slot(from.requirement);
    to.due = scheduler.slot(from.due);
    to.done = scheduler.slot(from.done);
    to.low = scheduler.slot(from.low);
    to.high = scheduler.slot(from.high);
    to.verdict = scheduler.slot(from.verdict);
    (void)scheduler.slot(from.deduction);
}

std::vector<Slot> slots_of(Scheduler& scheduler, const std::vector<VertexId>& vertices) {
    std::vector<Slot> out;
    out.reserve(vertices.size());
    for (const VertexId vertex : vertices) out.push_back(scheduler.slot(vertex));
    return out;
}

void schedule_texts(Scheduler& scheduler, const LoweredRule& from, PlanRule& to) {
    for (const LoweredTexts& texts : from.texts) to.texts.push_back({texts.language, texts.texts, slots_of(scheduler, texts.holes)});
    to.show = slots_of(scheduler, from.show);
    to.responsible = slots_of(scheduler, from.responsible);
}

}  // namespace

Plan make_plan(const dsl::Program& program, bool texts) {
    const LoweredProgram lowered = lower(program, texts);
    Plan plan(program);
    plan.effective = lowered.effective;
    plan.rules.resize(program.rules.size());
    Scheduler scheduler(lowered, plan);
    scheduler.need_space(0);
    for (std::size_t r = 0; r < program.rules.size(); ++r) {
        const dsl::Rule& rule = program.rules[r];
        plan.rules[r].rule = &rule;
        plan.rules[r].selected = !rule.tailored_out;
        plan.rules[r].done_is_date = rule.done != dsl::no_expr && program.expr(rule.done).type.is(dsl::Kind::date);
        schedule_verdict(scheduler, lowered.rules[r], plan.rules[r]);
    }
    (void)scheduler.slot(lowered.score);
    scheduler.texts_now();
    for (std::size_t r = 0; r < program.rules.size(); ++r) schedule_texts(scheduler, lowered.rules[r], plan.rules[r]);
    limit_rows(plan);
    share_columns(plan);
    return plan;
}

}  // namespace kaoping::engine
