#pragma once
// The state of one run over one batch: a column per slot, the rows of every space, memory for texts that are made.

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/source/text_map.hpp"
#include "dsl/typed/pattern.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/casefile/name_table.hpp"
#include "engine/evaluate/table_index.hpp"
#include "engine/plan/plan.hpp"
#include "engine/result/verdict.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

/// A column that a kernel made. Spans of time lie in `spans`, row i's in [begin[i], end[i]).
struct ValueColumn : Column {
    std::vector<TimeSpan> spans;
    // Of verdicts, which have neither planes nor other values.
    std::vector<Verdict> verdict;
    std::vector<VerdictSet> possible;
};

/// The rows of a nest: of outer row o the rows [begin[o], begin[o + 1]), by item row.
struct NestRows {
    std::vector<std::int32_t> begin;                 ///< size: outer rows + 1
    std::vector<std::int32_t> outer, item, case_of;  ///< by row; there may be more than rows, as in columns
    std::vector<bool> over_budget;                   ///< by case: too many pairs, the case has no rows here
    bool any_over_budget = false;

    [[nodiscard]] std::size_t rows() const { return begin.empty() ? 0 : static_cast<std::size_t>(begin.back()); }
};

/// A pattern, compiled when it is first needed, and what it said of texts so far.
struct KnownPattern {
    struct Same {
        using is_transparent = void;
        bool operator()(std::string_view a, std::string_view b) const { return same_text(a, b); }
    };
    std::optional<dsl::Pattern> pattern;
    boost::unordered_flat_map<std::string, std::optional<bool>, dsl::TextTableHash, Same> said;
};

struct Evaluation {
    const Plan* plan = nullptr;
    const TimeContext* time = nullptr;
    std::int64_t now = 0;
    const CaseBatch* batch = nullptr;
    std::vector<const Column*> slots;          ///< by instruction; null: not computed for this batch
    std::vector<ValueColumn> made;             ///< by instruction: what `slots` points to where a kernel made it
    std::vector<NestRows> nests;               ///< by space
    std::map<Slot, KnownPattern> patterns;     ///< of instructions that look for one
    std::vector<std::optional<TableIndex>> tables;  ///< by table: made when it is first needed
    std::deque<std::string> texts;             ///< texts that kernels made
    const Bits* only = nullptr;                ///< rows of the instruction at hand that matter; null: all. Others may stay unknown
    std::vector<std::int32_t> row_buffer;      ///< for use inside one kernel
    bool faulted = false;                      ///< some row of some column is a fault

    [[nodiscard]] std::size_t rows(std::int32_t space) const {
        const Space& of = plan->spaces[static_cast<std::size_t>(space)];
        return of.kind == SpaceKind::table ? static_cast<std::size_t>(batch->tables[static_cast<std::size_t>(of.table)].rows)
                                           : nests[static_cast<std::size_t>(space)].rows();
    }
    /// Case row by row of a space.
    [[nodiscard]] std::span<const std::int32_t> case_of(std::int32_t space) const {
        const Space& of = plan->spaces[static_cast<std::size_t>(space)];
        const bool of_table = of.kind == SpaceKind::table;
        return std::span(of_table ? batch->tables[static_cast<std::size_t>(of.table)].case_of : nests[static_cast<std::size_t>(space)].case_of).first(rows(space));
    }
    [[nodiscard]] const Column& arg(const Instruction& instruction, std::size_t i) const { return *slots[static_cast<std::size_t>(instruction.args[i])]; }
    [[nodiscard]] dsl::Type arg_type(const Instruction& instruction, std::size_t i) const { return plan->at(instruction.args[i]).op.type; }
};

/// Value of a present cell that is no text: number encoding, element row, or 0 and 1.
[[nodiscard]] inline std::int64_t number_at(const Column& column, std::size_t row) {
    return column.kind == dsl::Kind::boolean ? (column.truth.get(row) ? 1 : 0) : column.numbers[row];
}

/// A date or datetime cell as a moment.
[[nodiscard]] inline Moment moment_at(const Column& column, dsl::Type type, std::size_t row) { return {type.is(dsl::Kind::date), column.numbers[row]}; }

}  // namespace kaoping::engine
