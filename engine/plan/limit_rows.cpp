// Which rows of an instruction matter: see plan.hpp. A rule's requirement, exceptions and deadlines are asked for where its guard
// may hold and nowhere else; what serves only them need not be computed for the other rows.

#include "engine/plan/plan.hpp"

namespace kaoping::engine {

namespace {

constexpr Slot not_used = -2;

class RowLimits {
public:
    explicit RowLimits(Plan& plan) : plan_(plan), limits_(plan.instructions.size(), not_used) {}

    void find() {
        for (const PlanRule& rule : plan_.rules) start(rule);
        // Whoever uses an instruction stands behind it.
        for (std::size_t i = plan_.instructions.size(); i-- > 0;) {
            // What is made before its guard has served something else, too.
            if (limits_[i] == not_used || limits_[i] >= static_cast<Slot>(i)) limits_[i] = no_slot;
            pass_on(plan_.instructions[i], limits_[i]);
        }
        for (std::size_t i = 0; i < limits_.size(); ++i) plan_.instructions[i].limit = limits_[i];
    }

private:
    /// Somebody needs the slot where `limit` may hold (no_slot: everywhere).
    void need(Slot slot, Slot limit) {
        if (slot == no_slot) return;
        Slot& known = limits_[static_cast<std::size_t>(slot)];
        known = known == not_used || known == limit ? limit : no_slot;
    }

    void start(const PlanRule& rule) {
        for (const SubjectLevel& level : rule.levels) {
            need(level.list, no_slot);
            need(plan_.spaces[static_cast<std::size_t>(level.space)].nest, no_slot);
        }
        for (const Slot slot : {rule.applies, rule.guard, rule.in_force}) need(slot, no_slot);
        const Slot limit = rule.guard == no_slot || plan_.at(rule.guard).op.kind == VertexKind::constant ? no_slot : rule.guard;
        need(rule.verdict, no_slot);
        for (const Slot slot : {rule.exception, rule.requirement, rule.due, rule.done, rule.low, rule.high}) need_at_subject(slot, limit);
        for (const Slot slot : rule.exceptions) need_at_subject(slot, limit);
        for (const auto& [language, texts] : rule.texts)
            for (const PlanHole& hole : texts.message) need_at_subject(hole.slot, limit);
        for (const auto* shown : {&rule.show, &rule.responsible})
            for (const PlanShown& one : *shown) need_at_subject(one.slot, limit);
    }

    void need_at_subject(Slot slot, Slot limit) {
        if (slot == no_slot) return;
        const bool same_rows = limit != no_slot && plan_.at(slot).op.space == plan_.at(limit).op.space;
        need(slot, same_rows ? limit : no_slot);
    }

    /// What an instruction reads in rows that come from its own matters there only; whatever else it reads matters everywhere.
    void pass_on(const Instruction& of, Slot limit) {
        if (is_sink(of.op.kind)) return;  // a rule's own, seen to in start
        for (std::size_t a = 0; a < of.args.size(); ++a) need(of.args[a], reads_own_rows(of, a, limit) ? limit : no_slot);
        if (of.op.over == FoldOver::nest) need(plan_.spaces[static_cast<std::size_t>(of.op.item_space)].nest, limit);
    }

    [[nodiscard]] bool reads_own_rows(const Instruction& of, std::size_t arg, Slot limit) const {
        switch (of.op.kind) {
            // Each row from one outer row. Out of the guard's own rows that leads to an outer row with others, which a list of the
            // rule's own subjects leads down to again: the guard says nothing of those.
            case VertexKind::lift_outer: return limit != no_slot && plan_.at(limit).op.space != of.op.space;
            case VertexKind::lift_case:
            case VertexKind::lift_item: return false;
            case VertexKind::gather:
            case VertexKind::key_of: return arg == 0;  // the element, not where it leads
            case VertexKind::nest: return reads_outer_rows(of, arg);
            default: return of.op.over != FoldOver::range || arg == 0;  // the list, not the rows of its elements
        }
    }

    /// [list, elements to differ from…, (outer key, item key)…, select?].
    [[nodiscard]] static bool reads_outer_rows(const Instruction& nest, std::size_t arg) {
        const auto fixed = static_cast<std::size_t>(nest.op.width) + 1;
        if (arg < fixed) return true;
        if (nest.op.has_condition && arg + 1 == nest.args.size()) return false;
        return (arg - fixed) % 2 == 0;
    }

    Plan& plan_;
    std::vector<Slot> limits_;
};

}  // namespace

void limit_rows(Plan& plan) { RowLimits(plan).find(); }

}  // namespace kaoping::engine
