#pragma once
// What the evaluation of a batch says of one rule: a line per subject, as columns.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/casefile/batch.hpp"
#include "engine/result/verdict.hpp"

namespace kaoping::engine {

/// What a defect of a subject costs, in millionths of a point.
struct Amount {
    std::int64_t low = 0, high = 0;
};

/// A rule's subjects in the order of cases and, inside a case, of the subjects' rows. Which subjects there are is shared with the
/// rules of the same lists (SubjectList), and all else is read from the columns of the run, so it is valid until the run's next batch.
///
/// A line for an unknown for-each list has −1 for the binders that could not be bound.
struct RuleColumn {
    int rule = -1;
    int list = -1;                              ///< number of its sequence of for-each lists; rules of one have the same subjects
    int arity = 0;
    std::span<const std::int32_t> case_begin;   ///< size cases + 1: subjects of case c are [case_begin[c], case_begin[c + 1])
    std::span<const std::int32_t> item_rows;    ///< `arity` per subject: table rows of the for-each binders; none for the case
    std::span<const std::int32_t> at;           ///< row of the rule's space; −1: a list is unknown
    std::span<const Verdict> verdict;           ///< by subject; of the run's column where its rows are the subjects, else of `own_verdict`
    std::span<const VerdictSet> possible;
    std::vector<Verdict> own_verdict;
    std::vector<VerdictSet> own_possible;
    bool done_is_date = false;

    const Column *low = nullptr, *high = nullptr, *due_column = nullptr, *done_column = nullptr, *in_force_column = nullptr;
    std::vector<const Column*> exceptions;

    [[nodiscard]] std::size_t subjects() const { return verdict.size(); }
    [[nodiscard]] std::span<const std::int32_t> rows(std::size_t subject) const {
        const auto width = static_cast<std::size_t>(arity);
        return item_rows.subspan(subject * width, width);
    }
    /// Has the other rule the same lists, so that subject i of one is subject i of the other?
    [[nodiscard]] bool same_subjects(const RuleColumn& other) const { return list == other.list; }
    [[nodiscard]] bool list_unknown(std::size_t subject) const { return at[subject] < 0; }
    /// False: not applicable because of its date (versions, see Summary).
    [[nodiscard]] bool in_force(std::size_t subject) const;
    /// nullopt: not known, or no amount at all.
    [[nodiscard]] std::optional<Amount> amount(std::size_t subject) const {
        const auto least = value_of(low, subject), most = value_of(high, subject);
        if (!least || !most || *least < 0 || *most < *least) return std::nullopt;
        return Amount{*least, *most};
    }
    /// Number of the first true exception; −1: none.
    [[nodiscard]] int exception(std::size_t subject) const;
    /// dsl::DeadlineValue encoded; nullopt: none, or not known.
    [[nodiscard]] std::optional<std::int64_t> due(std::size_t subject) const { return value_of(due_column, subject); }
    /// Instant (µs) or day of the done act.
    [[nodiscard]] std::optional<std::int64_t> done(std::size_t subject) const { return value_of(done_column, subject); }

    /// Changes what is decided of a subject; the run's column stays as it is.
    void change(std::size_t subject, Decision decision) {
        if (verdict.data() != own_verdict.data()) {
            own_verdict.assign(verdict.begin(), verdict.end());
            own_possible.assign(possible.begin(), possible.end());
            verdict = own_verdict;
            possible = own_possible;
        }
        own_verdict[subject] = decision.verdict;
        own_possible[subject] = decision.possible;
    }
    /// From now on the verdicts of so many subjects are its own, and any.
    void own(std::size_t subjects) {
        own_verdict.resize(subjects);
        own_possible.resize(subjects);
        verdict = own_verdict;
        possible = own_possible;
    }

private:
    [[nodiscard]] std::optional<std::int64_t> value_of(const Column* column, std::size_t subject) const {
        if (column == nullptr || list_unknown(subject)) return std::nullopt;
        const auto row = static_cast<std::size_t>(at[subject]);
        if (!column->present.get(row)) return std::nullopt;
        return column->numbers[row];
    }
};

}  // namespace kaoping::engine
