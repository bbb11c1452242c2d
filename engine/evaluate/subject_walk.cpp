// See subject_walk.hpp.

#include "engine/evaluate/subject_walk.hpp"

#include <algorithm>
#include <numeric>

#include "engine/evaluate/kernel_loops.hpp"

namespace kaoping::engine {

namespace {

class SubjectLister {
public:
    SubjectLister(const Evaluation& run, const std::vector<SubjectLevel>& levels, SubjectList& out) : run_(run), levels_(levels), out_(out), bound_(levels.size(), -1) {}

    void run() {
        clear();
        const std::size_t cases = run_.batch->cases();
        if (levels_.empty()) return whole_cases(cases);
        if (!is_nest(levels_[0]) && column_of(levels_[0]).present.all()) {
            whole_lists(cases);
            if (levels_.size() == 1) return;
            if (out_.every_row && pairs_are_known()) return whole_nests(cases);
            clear();
        }
        for (case_ = 0; case_ < cases; ++case_) {
            out_.case_begin.push_back(static_cast<std::int32_t>(out_.at.size()));
            each(0, static_cast<std::int32_t>(case_));
        }
        out_.case_begin.push_back(static_cast<std::int32_t>(out_.at.size()));
    }

private:
    [[nodiscard]] bool is_nest(const SubjectLevel& level) const { return run_.plan->spaces[static_cast<std::size_t>(level.space)].kind == SpaceKind::nest; }
    [[nodiscard]] const NestRows& nest_of(const SubjectLevel& level) const { return run_.nests[static_cast<std::size_t>(level.space)]; }
    [[nodiscard]] const Column& column_of(const SubjectLevel& level) const { return *run_.slots[static_cast<std::size_t>(level.list)]; }

    void clear() {
        out_.case_begin.clear();
        out_.item_rows.clear();
        out_.at.clear();
        out_.unknown.clear();
        out_.every_row = false;
    }

    void whole_cases(std::size_t cases) {
        out_.case_begin.resize(cases + 1);
        std::iota(out_.case_begin.begin(), out_.case_begin.end(), 0);
        out_.at.resize(cases);
        std::iota(out_.at.begin(), out_.at.end(), 0);
        out_.every_row = true;
    }

    /// One list of the case, known in all cases: its elements are the subjects, and mostly they are all rows of their table.
    void whole_lists(std::size_t cases) {
        const Column& list = column_of(levels_[0]);
        std::int32_t subjects = 0;
        bool side_by_side = true;
        out_.case_begin.resize(cases + 1);
        for (std::size_t c = 0; c < cases; ++c) {
            out_.case_begin[c] = subjects;
            side_by_side &= list.begin[c] == subjects;
            subjects += list.end[c] - list.begin[c];
        }
        out_.case_begin[cases] = subjects;
        out_.at.resize(static_cast<std::size_t>(subjects));
        if (side_by_side) std::iota(out_.at.begin(), out_.at.end(), 0);
        else for (std::size_t c = 0; c < cases; ++c) std::iota(out_.at.begin() + out_.case_begin[c], out_.at.begin() + out_.case_begin[c + 1], list.begin[c]);
        out_.item_rows = out_.at;
        out_.every_row = side_by_side && out_.at.size() == run_.rows(levels_[0].space);
    }

    /// Are all lists behind the first one known?
    [[nodiscard]] bool pairs_are_known() const {
        return std::all_of(levels_.begin() + 1, levels_.end(), [&](const SubjectLevel& level) {
            return is_nest(level) && !nest_of(level).any_over_budget && column_of(level).present.all();
        });
    }

    /// The first list's elements are all rows of their table, and the lists behind it are known: the subjects are the rows of the last nest.
    void whole_nests(std::size_t cases) {
        const NestRows& last = nest_of(levels_.back());
        const std::size_t rows = last.rows(), width = levels_.size();
        out_.at.resize(rows);
        std::iota(out_.at.begin(), out_.at.end(), 0);
        out_.item_rows.resize(rows * width);
        std::int32_t* bound = out_.item_rows.data() + rows * width;  // written from the last one on
        for (std::size_t r = rows; r-- > 0;) {
            auto row = static_cast<std::int32_t>(r);
            for (std::size_t level = width; level-- > 1;) {
                const NestRows& nest = nest_of(levels_[level]);
                *--bound = nest.item[static_cast<std::size_t>(row)];
                row = nest.outer[static_cast<std::size_t>(row)];
            }
            *--bound = row;
        }
        // As in kernels/nest: each row says where the next case begins, the last one of a case has the last word.
        out_.case_begin.assign(cases + 1, 0);
        for (std::size_t r = 0; r < rows; ++r) out_.case_begin[static_cast<std::size_t>(last.case_of[r]) + 1] = static_cast<std::int32_t>(r) + 1;
        for (std::size_t c = 0; c < cases; ++c) out_.case_begin[c + 1] = std::max(out_.case_begin[c + 1], out_.case_begin[c]);
        out_.every_row = true;
    }

    /// The elements of the list of one level in one row of the space before.
    void each(std::size_t level, std::int32_t outer) {
        const SubjectLevel& of = levels_[level];
        const Column& list = column_of(of);
        const auto row = static_cast<std::size_t>(outer);
        const bool nested = is_nest(of);
        const NestRows& nest = nest_of(of);
        if (!list.present.get(row) || (nested && nest.over_budget[case_])) return unknown_list(level, outer);
        const std::int32_t begin = nested ? nest.begin[row] : list.begin[row];
        const std::int32_t end = nested ? nest.begin[row + 1] : list.end[row];
        if (level + 1 < levels_.size()) {
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
        for (std::int32_t r = begin; r < end; ++r) {
            out_.at.push_back(r);
            for (std::size_t level = 0; level + 1 < bound_.size(); ++level) out_.item_rows.push_back(bound_[level]);
            out_.item_rows.push_back(items == nullptr ? r : items[r]);
        }
    }

    void unknown_list(std::size_t level, std::int32_t outer) {
        out_.unknown[out_.at.size()] = {static_cast<std::int32_t>(case_), static_cast<std::int32_t>(level), outer};
        out_.item_rows.insert(out_.item_rows.end(), bound_.begin(), bound_.end());
        out_.at.push_back(-1);
    }

    const Evaluation& run_;
    const std::vector<SubjectLevel>& levels_;
    SubjectList& out_;
    std::vector<std::int32_t> bound_;  ///< item row of each level; −1: not bound
    std::size_t case_ = 0;
};

const Column* column(const Evaluation& run, Slot slot) { return slot == no_slot ? nullptr : run.slots[static_cast<std::size_t>(slot)]; }

/// Where everything is read that only some subjects are asked for.
void refer(const Evaluation& run, const PlanRule& rule, const SubjectList& subjects, RuleColumn& out) {
    out.case_begin = subjects.case_begin;
    out.item_rows = subjects.item_rows;
    out.at = subjects.at;
    out.low = column(run, rule.low);
    out.high = column(run, rule.high);
    out.due_column = column(run, rule.due);
    out.done_column = column(run, rule.done);
    out.in_force_column = column(run, rule.in_force);
    out.exceptions.clear();
    for (const Slot slot : rule.exceptions) out.exceptions.push_back(column(run, slot));
}

VerdictSet possible_of_unknown(const PlanRule& rule) {
    VerdictSet possible = set_of(Verdict::not_applicable) | set_of(Verdict::met) | set_of(Verdict::defect);
    if (!rule.exceptions.empty()) possible |= set_of(Verdict::exempt);
    if (rule.due != no_slot) possible |= set_of(Verdict::pending);
    return possible;
}

}  // namespace

void list_subjects(const Evaluation& run, const std::vector<SubjectLevel>& levels, SubjectList& out) { SubjectLister(run, levels, out).run(); }

void decide_subjects(const Evaluation& run, const PlanRule& rule, const SubjectList& subjects, RuleColumn& out) {
    refer(run, rule, subjects, out);
    const std::size_t count = subjects.at.size();
    if (!rule.selected) {
        out.own(count);
        std::fill(out.own_verdict.begin(), out.own_verdict.end(), Verdict::not_selected);
        std::fill(out.own_possible.begin(), out.own_possible.end(), set_of(Verdict::not_selected));
        return;
    }
    const auto& decided = static_cast<const ValueColumn&>(*column(run, rule.verdict));
    if (subjects.every_row) {
        out.verdict = std::span(decided.verdict).first(count);
        out.possible = std::span(decided.possible).first(count);
        return;
    }
    out.own(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (subjects.at[i] < 0) continue;
        const auto row = static_cast<std::size_t>(subjects.at[i]);
        out.own_verdict[i] = decided.verdict[row];
        out.own_possible[i] = decided.possible[row];
    }
    for (const auto& [subject, list] : subjects.unknown) {
        const bool never = rule.applies != no_slot && truth_at(*column(run, rule.applies), static_cast<std::size_t>(list.of_case)) == Truth::no;
        out.own_verdict[subject] = never ? Verdict::not_applicable : Verdict::undetermined;
        out.own_possible[subject] = never ? set_of(Verdict::not_applicable) : possible_of_unknown(rule);
    }
}

}  // namespace kaoping::engine
