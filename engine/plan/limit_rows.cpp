// Which rows of an instruction matter: see plan.hpp. A rule's requirement, exceptions and deadlines are asked for where its guard
// may hold and nowhere else; the branches of an `if`, where its condition may choose them; what rests on lists and stands behind an `or`
// or `and`, where that is not decided already. What serves only them need not be computed for the other rows.

#include <algorithm>
#include <cstdint>
#include <numeric>

#include <boost/container_hash/hash.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

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
            pass_on(plan_.instructions[i], limit);
        }
        for (std::size_t i = 0; i < limits_.size(); ++i) plan_.instructions[i].limit = use(known_by(static_cast<Slot>(i), limits_[i]));
        sort_by_guard();
    }

private:
    using LimitId = std::int32_t;
    static constexpr LimitId no_limit = -1, not_used = -2;
    /// Limits one within another, at most: any two such sequences are compared. Rows that a further one would close are computed.
    static constexpr int longest = 16;
    /// A guard, the truth by which it closes rows, and a limit asked for before it: where that one closes rows, this one does, too.
    struct Limit {
        Slot guard = no_slot;
        bool unless = false;
        LimitId wider = no_limit;
        bool operator==(const Limit&) const = default;
        friend std::size_t hash_value(const Limit& of) {
            std::size_t seed = boost::hash_value(std::int64_t{of.guard} << 32 | static_cast<std::uint32_t>(of.wider));
            boost::hash_combine(seed, of.unless);
            return seed;
        }
    };
    [[nodiscard]] const Limit& at(LimitId limit) const { return known_[static_cast<std::size_t>(limit)]; }
    [[nodiscard]] LimitId wider(LimitId limit) const { return at(limit).wider; }
    [[nodiscard]] std::int32_t space_of(LimitId limit) const { return plan_.at(at(limit).guard).op.space; }
    [[nodiscard]] LimitId limit_by(Limit limit, int depth = 0) {
        if (limit.guard == no_slot || plan_.at(limit.guard).op.kind == VertexKind::constant) return limit.wider;
        // What closes rows by its first operand alone may be known by that, too, to others who ask for it.
        if (const Slot first = first_closing(limit); first != no_slot && depth < longest) limit.wider = limit_by({first, limit.unless, limit.wider}, depth + 1);
        const int length = limit.wider == no_limit ? 1 : lengths_[static_cast<std::size_t>(limit.wider)] + 1;
        if (length > longest) return limit.wider;
        const auto [place, is_new] = numbers_.emplace(limit, static_cast<LimitId>(known_.size()));
        if (is_new) {
            known_.push_back(limit);
            lengths_.push_back(length);
        }
        return place->second;
    }
    /// The operand by which alone a guard is what closes rows; no_slot: there is none.
    [[nodiscard]] Slot first_closing(const Limit& limit) const {
        const Instruction& guard = plan_.at(limit.guard);
        return guard.op.kind == (limit.unless ? VertexKind::or_ : VertexKind::and_) ? guard.args[0] : no_slot;
    }
    /// What both have.
    [[nodiscard]] LimitId common(LimitId a, LimitId b) {
        if (a == b) return a;
        for (LimitId x = a; x != no_limit; x = wider(x))
            for (LimitId y = b; y != no_limit; y = wider(y))
                if (at(x).guard == at(y).guard && at(x).unless == at(y).unless)
                    return limit_by({at(x).guard, at(x).unless, common(wider(x), wider(y))});  // one guard may be asked behind different ones
        return no_limit;
    }
    /// The narrowest one that says something of an instruction's own rows, and is known when it runs: what is made before its guard has
    /// served something else, too.
    [[nodiscard]] LimitId known_by(Slot slot, LimitId limit) const {
        while (limit != no_limit && (at(limit).guard >= slot || space_of(limit) != plan_.at(slot).op.space)) limit = wider(limit);
        return limit;
    }
    [[nodiscard]] LimitId without_space(std::int32_t space, LimitId limit) {
        if (limit == no_limit) return no_limit;
        const Limit of = at(limit);
        const LimitId rest = without_space(space, of.wider);
        return space_of(limit) == space ? rest : limit_by({of.guard, of.unless, rest});
    }

    /// Its number in the plan.
    [[nodiscard]] std::int32_t use(LimitId limit) {
        if (limit == no_limit) return -1;
        if (const auto used = used_.find(limit); used != used_.end()) return used->second;
        const Limit& of = at(limit);
        LimitId last = limit;  // of those that close nothing which the guard does not close itself
        while (wider(last) != no_limit && at(wider(last)).guard == first_closing(at(last))) last = wider(last);
        const std::int32_t within = use(known_by(of.guard, wider(last)));
        plan_.limits.push_back({of.guard, of.unless, within});
        return used_[limit] = static_cast<std::int32_t>(plan_.limits.size()) - 1;
    }

    void sort_by_guard() {
        std::vector<std::int32_t> order(plan_.limits.size()), place(plan_.limits.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) { return limit(a).guard < limit(b).guard; });
        for (std::size_t i = 0; i < order.size(); ++i) place[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
        const auto moved = [&](std::int32_t number) { return number < 0 ? number : place[static_cast<std::size_t>(number)]; };
        std::vector<RowLimit> sorted;
        for (const std::int32_t number : order) sorted.push_back({limit(number).guard, limit(number).unless, moved(limit(number).within)});
        plan_.limits = std::move(sorted);
        for (Instruction& instruction : plan_.instructions) instruction.limit = moved(instruction.limit);
    }
    [[nodiscard]] const RowLimit& limit(std::int32_t number) const { return plan_.limits[static_cast<std::size_t>(number)]; }

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
        const LimitId limit = limit_by({rule.guard, false, no_limit});
        need(rule.verdict, no_limit);
        for (const Slot slot : {rule.exception, rule.requirement, rule.due, rule.done, rule.low, rule.high}) need_at_subject(slot, limit);
        for (const Slot slot : rule.exceptions) need_at_subject(slot, limit);
        for (const PlanTexts& texts : rule.texts)
            for (const Slot hole : texts.holes) need_at_subject(hole, limit);
        for (const auto* shown : {&rule.show, &rule.responsible})
            for (const Slot slot : *shown) need_at_subject(slot, limit);
    }

    void need_at_subject(Slot slot, LimitId limit) {
        if (slot == no_slot) return;
        const bool same_rows = limit != no_limit && plan_.at(slot).op.space == space_of(limit);
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
            case VertexKind::if_: return limit_by({of.args[0], arg == 2, limit});
            case VertexKind::and_: return costly ? limit_by({of.args[0], false, limit}) : limit;
            case VertexKind::or_: return costly ? limit_by({of.args[0], true, limit}) : limit;
            default: return limit;
        }
    }

    /// Does it rest on a list? To find rows costs as much as an operator on truth values, which is not worth while for anything less.
    [[nodiscard]] bool is_costly(const Instruction& of) const {
        return of.op.walks_list() || std::any_of(of.args.begin(), of.args.end(), [&](Slot arg) { return costly_[static_cast<std::size_t>(arg)]; });
    }

    [[nodiscard]] LimitId limit_of_arg(const Instruction& of, std::size_t arg, LimitId limit) {
        switch (of.op.kind) {
            // Each row from one outer row. Out of a guard's own rows that leads to an outer row with others, which a list of the
            // rule's own subjects leads down to again: the guard says nothing of those.
            case VertexKind::lift_outer:
            case VertexKind::joined:
                return arg == 1 ? no_limit : without_space(of.op.space, limit);  // 1: the item's key
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
    std::vector<int> lengths_;                ///< of known_: limits one within another, itself among them
    boost::unordered_flat_map<Limit, LimitId> numbers_;         ///< of known_
    boost::unordered_flat_map<LimitId, std::int32_t> used_;     ///< numbers in the plan
};

}  // namespace

void limit_rows(Plan& plan) { RowLimits(plan).find(); }

}  // namespace kaoping::engine
