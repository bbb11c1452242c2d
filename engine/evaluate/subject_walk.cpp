// See subject_walk.hpp.

#include "engine/evaluate/subject_walk.hpp"

#include <algorithm>
#include <numeric>

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine {

namespace {

class SubjectLister {
public:
    SubjectLister(const Evaluation& run, const PlanRule& rule, RuleColumn& out, std::map<std::size_t, UnknownList>& unknown)
        : run_(run), rule_(rule), verdicts_(column(rule.verdict)), out_(out), unknown_(unknown), bound_(rule.levels.size(), -1) {}

    void run() {
        start();
        const std::size_t cases = run_.batch->cases();
        for (case_ = 0; case_ < cases; ++case_) {
            out_.case_begin.push_back(static_cast<std::int32_t>(out_.at.size()));
            if (rule_.levels.empty()) out_.at.push_back(static_cast<std::int32_t>(case_));
            else each(0, static_cast<std::int32_t>(case_));
        }
        out_.case_begin.push_back(static_cast<std::int32_t>(out_.at.size()));
        decide();
    }

private:
    [[nodiscard]] const Column* column(Slot slot) const { return slot == no_slot ? nullptr : run_.slots[static_cast<std::size_t>(slot)]; }

    void start() {
        out_.case_begin.clear();
        out_.item_rows.clear();
        out_.verdict.clear();
        out_.possible.clear();
        out_.at.clear();
        unknown_.clear();
        out_.low = column(rule_.low);
        out_.high = column(rule_.high);
        out_.due_column = column(rule_.due);
        out_.done_column = column(rule_.done);
        out_.in_force_column = column(rule_.in_force);
        out_.exceptions.clear();
        for (const Slot slot : rule_.exceptions) out_.exceptions.push_back(column(slot));
    }

    /// The elements of the list of one level in one row of the space before.
    void each(std::size_t level, std::int32_t outer) {
        const SubjectLevel& of = rule_.levels[level];
        const Column& list = *column(of.list);
        const auto row = static_cast<std::size_t>(outer);
        const bool nested = run_.plan->spaces[static_cast<std::size_t>(of.space)].kind == SpaceKind::nest;
        const NestRows& nest = run_.nests[static_cast<std::size_t>(of.space)];
        if (!list.present.get(row) || (nested && nest.over_budget[case_])) return unknown_list(level, outer);
        const std::int32_t begin = nested ? nest.begin[row] : list.begin[row];
        const std::int32_t end = nested ? nest.begin[row + 1] : list.end[row];
        if (level + 1 < rule_.levels.size()) {
            for (std::int32_t r = begin; r < end; ++r) {
                bound_[level] = nested ? nest.item[static_cast<std::size_t>(r)] : r;
                each(level + 1, r);
            }
        } else {
            last_level(begin, end, nested ? nest.item.data() : nullptr);
        }
        bound_[level] = -1;
    }

    /// `items`: the items' rows by row of the nest; null: the rows are the items.
    void last_level(std::int32_t begin, std::int32_t end, const std::int32_t* items) {
        const std::size_t first = out_.at.size(), count = static_cast<std::size_t>(end - begin), width = bound_.size();
        out_.at.resize(first + count);
        std::iota(out_.at.begin() + static_cast<std::ptrdiff_t>(first), out_.at.end(), begin);
        out_.item_rows.resize((first + count) * width);
        std::int32_t* to = out_.item_rows.data() + first * width;
        for (std::int32_t r = begin; r < end; ++r) {
            to = std::copy(bound_.begin(), bound_.end() - 1, to);
            *to++ = items == nullptr ? r : items[r];
        }
    }

    /// The verdicts of all lines, when it is known where they stand.
    void decide() {
        const std::size_t subjects = out_.at.size();
        out_.verdict.assign(subjects, Verdict::not_selected);
        out_.possible.assign(subjects, set_of(Verdict::not_selected));
        for (std::size_t i = 0; rule_.selected && i < subjects; ++i) {
            if (out_.at[i] < 0) continue;
            const Decision decision = kernels::decode(verdicts_->numbers[static_cast<std::size_t>(out_.at[i])]);
            out_.verdict[i] = decision.verdict;
            out_.possible[i] = decision.possible;
        }
        for (const auto& [subject, list] : unknown_) {
            const bool never = rule_.applies != no_slot && truth_at(*column(rule_.applies), static_cast<std::size_t>(list.of_case)) == Truth::no;
            out_.verdict[subject] = never ? Verdict::not_applicable : Verdict::undetermined;
            out_.possible[subject] = never ? set_of(Verdict::not_applicable) : possible_of_unknown();
        }
    }

    [[nodiscard]] VerdictSet possible_of_unknown() const {
        VerdictSet possible = set_of(Verdict::not_applicable) | set_of(Verdict::met) | set_of(Verdict::defect);
        if (!rule_.exceptions.empty()) possible |= set_of(Verdict::exempt);
        if (rule_.due != no_slot) possible |= set_of(Verdict::pending);
        return possible;
    }

    void unknown_list(std::size_t level, std::int32_t outer) {
        unknown_[out_.at.size()] = {static_cast<std::int32_t>(case_), static_cast<std::int32_t>(level), outer};
        out_.item_rows.insert(out_.item_rows.end(), bound_.begin(), bound_.end());
        out_.at.push_back(-1);
    }

    const Evaluation& run_;
    const PlanRule& rule_;
    const Column* verdicts_;
    RuleColumn& out_;
    std::map<std::size_t, UnknownList>& unknown_;
    std::vector<std::int32_t> bound_;  ///< item row of each level; −1: not bound
    std::size_t case_ = 0;
};

}  // namespace

void list_subjects(const Evaluation& run, const PlanRule& rule, RuleColumn& out, std::map<std::size_t, UnknownList>& unknown) {
    SubjectLister(run, rule, out, unknown).run();
}

}  // namespace kaoping::engine
