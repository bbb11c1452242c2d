// Which rows of an instruction matter: see plan.hpp. A rule's requirement, exceptions and deadlines are asked for where its guard
// may hold and nowhere else; the branches of an `if`, where its condition may choose them; what rests on lists and stands behind an `or`
// or `and`, where that is not decided already. What serves only them need not be computed for the other rows.

#include <algorithm>

#include "engine/plan/plan.hpp"

namespace kaoping::engine {

namespace {

class RowLimits {
public:
    explicit RowLimits(Plan& plan) : plan_(plan), limits_(plan.instructions.size(), not_used) {}

    void find() {
        for (const Instruction& instruction : plan_.instructions) costly_.push_back(is_costly(instruction));
        for (const PlanRule& rule : plan_.rules) start(rule);
        // Whoever uses an instruction stands behind it.
        for (std::size_t i = plan_.instructions.size(); i-- > 0;) {
            LimitId& limit = limits_[i];
            if (limit == not_used) limit = no_limit;
            // What is made before its guard has served something else, too.
            while (limit != no_limit && slot_of(limit) >= static_cast<Slot>(i)) limit = wider(limit);
            pass_on(plan_.instructions[i], limit);
        }
        for (std::size_t i = 0; i < limits_.size(); ++i) plan_.instructions[i].limit = limits_[i] == no_limit ? RowLimit{} : rows_of(limits_[i]);
    }

private:
    using LimitId = std::int32_t;
    static constexpr LimitId no_limit = -1, not_used = -2;
    /// A guard, and one that was asked before it: where that is false, this does not matter either.
    struct Limit {
        RowLimit rows;
        LimitId wider = no_limit;
    };
    [[nodiscard]] const RowLimit& rows_of(LimitId limit) const { return known_[static_cast<std::size_t>(limit)].rows; }
    [[nodiscard]] Slot slot_of(LimitId limit) const { return rows_of(limit).guard; }
    [[nodiscard]] LimitId wider(LimitId limit) const { return known_[static_cast<std::size_t>(limit)].wider; }
    [[nodiscard]] LimitId limit_by(RowLimit rows, LimitId wider) {
        if (rows.guard == no_slot || plan_.at(rows.guard).op.kind == VertexKind::constant) return wider;
        known_.push_back({rows, wider});
        return static_cast<LimitId>(known_.size()) - 1;
    }
    /// The guards that both have.
    [[nodiscard]] LimitId common(LimitId a, LimitId b) {
        if (a == b) return a;
        for (LimitId x = a; x != no_limit; x = wider(x))
            for (LimitId y = b; y != no_limit; y = wider(y)) {
                if (rows_of(x) != rows_of(y)) continue;
                const LimitId rest = common(wider(x), wider(y));  // one guard may be asked behind different ones
                return rest == wider(x) ? x : limit_by(rows_of(x), rest);
            }
        return no_limit;
    }

    /// Somebody needs the slot where the guards of `limit` may hold (no_limit: everywhere).
    void need(Slot slot, LimitId limit) {
        if (slot == no_slot) return;
        LimitId& known = limits_[static_cast<std::size_t>(slot)];
        known = known == not_used ? limit : common(known, limit);
    }

    void start(const PlanRule& rule) {
        for (const SubjectLevel& level : rule.levels) {
            need(level.list, no_limit);
            need(plan_.spaces[static_cast<std::size_t>(level.space)].nest, no_limit);
        }
        for (const Slot slot : {rule.applies, rule.guard, rule.in_force}) need(slot, no_limit);
        const LimitId limit = limit_by({rule.guard, false}, no_limit);
        need(rule.verdict, no_limit);
        for (const Slot slot : {rule.exception, rule.requirement, rule.due, rule.done, rule.low, rule.high}) need_at_subject(slot, limit);
        for (const Slot slot : rule.exceptions) need_at_subject(slot, limit);
        for (const auto& [language, texts] : rule.texts)
            for (const PlanHole& hole : texts.message) need_at_subject(hole.slot, limit);
        for (const auto* shown : {&rule.show, &rule.responsible})
            for (const PlanShown& one : *shown) need_at_subject(one.slot, limit);
    }

    void need_at_subject(Slot slot, LimitId limit) {
        if (slot == no_slot) return;
        const bool same_rows = limit != no_limit && plan_.at(slot).op.space == plan_.at(slot_of(limit)).op.space;
        need(slot, same_rows ? limit : no_limit);
    }

    /// What an instruction reads in rows that come from its own matters there only; whatever else it reads matters everywhere.
    void pass_on(const Instruction& of, LimitId limit) {
        if (is_sink(of.op.kind)) return;  // a rule's own, seen to in start
        for (std::size_t a = 0; a < of.args.size(); ++a) need(of.args[a], limit_of_arg(of, a, decided_by_first(of, a, limit)));
        if (of.op.over == FoldOver::nest) need(plan_.spaces[static_cast<std::size_t>(of.op.item_space)].nest, limit);
    }

    /// Without the rows where the first operand has decided that this one does not count.
    [[nodiscard]] LimitId decided_by_first(const Instruction& of, std::size_t arg, LimitId limit) {
        if (arg == 0) return limit;
        const bool costly = costly_[static_cast<std::size_t>(of.args[arg])];
        switch (of.op.kind) {
            case VertexKind::if_: return limit_by({of.args[0], arg == 2}, limit);
            case VertexKind::and_: return costly ? limit_by({of.args[0], false}, limit) : limit;
            case VertexKind::or_: return costly ? limit_by({of.args[0], true}, limit) : limit;
            default: return limit;
        }
    }

    /// Does it rest on a list? To find rows costs as much as an operator on truth values, which is not worth while for anything less.
    [[nodiscard]] bool is_costly(const Instruction& of) const {
        return of.op.walks_list() || std::any_of(of.args.begin(), of.args.end(), [&](Slot arg) { return costly_[static_cast<std::size_t>(arg)]; });
    }

    [[nodiscard]] LimitId limit_of_arg(const Instruction& of, std::size_t arg, LimitId limit) const {
        switch (of.op.kind) {
            // Each row from one outer row. Out of a guard's own rows that leads to an outer row with others, which a list of the
            // rule's own subjects leads down to again: the guard says nothing of those.
            case VertexKind::lift_outer:
            case VertexKind::joined:
                if (arg == 1) return no_limit;  // the item's key
                while (limit != no_limit && plan_.at(slot_of(limit)).op.space == of.op.space) limit = wider(limit);
                return limit;
            case VertexKind::lift_case:
            case VertexKind::lift_item: return no_limit;
            case VertexKind::gather:
            case VertexKind::key_of: return arg == 0 ? limit : no_limit;  // the element, not where it leads
            case VertexKind::nest: return reads_outer_rows(of, arg) ? limit : no_limit;
            default: return of.op.over != FoldOver::range || arg == 0 ? limit : no_limit;  // the list, not the rows of its elements
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
    std::vector<bool> costly_;     ///< by instruction
    std::vector<LimitId> limits_;  ///< by instruction
    std::vector<Limit> known_;
};

}  // namespace

void limit_rows(Plan& plan) { RowLimits(plan).find(); }

}  // namespace kaoping::engine
