#pragma once
// Loops that kernels share: shaping an output column, Kleene planes by words of 64 rows, walking the items of a fold.

#include <algorithm>
#include <cstdint>
#include <optional>

#include "engine/casefile/name_table.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "engine/result/verdict.hpp"

namespace kaoping::engine {

/// Gives a column its kind and rows; all rows unknown, values zero.
void shape(ValueColumn& out, dsl::Kind kind, std::size_t rows);

/// Rows that are present in all operands: what an operator on values needs.
void present_in_all(Bits& out, const Evaluation& run, const Instruction& instruction, std::size_t rows);

/// A truth column over `rows`: known where `known` says, true where also `test(row)`. The test runs on every row: branch-free.
template <typename Test>
void fill_truth(ValueColumn& out, std::size_t rows, const Bits& known, Test test) {
    for (std::size_t w = 0; w < known.word_count(); ++w) {
        const std::uint64_t valid = known.word(w);
        const std::size_t begin = w * 64, end = std::min(rows, begin + 64);
        std::uint64_t truth = 0;
        for (std::size_t row = begin; row < end; ++row) truth |= std::uint64_t{test(row)} << (row - begin);
        out.known.word(w) = valid;
        out.present.word(w) = valid;
        out.truth.word(w) = truth & valid;
    }
}

/// Calls `act(row)` for the set bits.
template <typename Act>
void for_each_set(const Bits& bits, Act act) {
    for (std::size_t w = 0; w < bits.word_count(); ++w)
        for (std::uint64_t rest = bits.word(w); rest != 0; rest &= rest - 1) act(w * 64 + static_cast<std::size_t>(__builtin_ctzll(rest)));
}

inline void set_present(Column& out, std::size_t row) {
    out.known.set(row);
    out.present.set(row);
}
inline void set_absent(Column& out, std::size_t row) { out.known.set(row); }
inline void set_number(Column& out, std::size_t row, std::int64_t value) {
    set_present(out, row);
    out.numbers[row] = value;
}
inline void set_truth(Column& out, std::size_t row, bool value) {
    set_present(out, row);
    if (value) out.truth.set(row);
}

/// Copies one cell, whatever its kind and state, into a shaped row.
void copy_cell(const Column& from, std::size_t from_row, ValueColumn& out, std::size_t row);

/// Copies cells from rows of `from` to rows of a shaped `out`, none of which was written before: `each_pair(f)` calls
/// f(row, from_row) for all of them. One plain loop per kind of value.
template <typename EachPair>
void copy_cells(const Column& from, ValueColumn& out, EachPair each_pair) {
    if (out.kind == dsl::Kind::spans) return each_pair([&](std::size_t row, std::size_t from_row) { copy_cell(from, from_row, out, row); });
    each_pair([&](std::size_t row, std::size_t from_row) {
        out.known.word(row / 64) |= std::uint64_t{from.known.get(from_row)} << (row % 64);
        out.present.word(row / 64) |= std::uint64_t{from.present.get(from_row)} << (row % 64);
    });
    switch (out.kind) {
        case dsl::Kind::boolean:
            return each_pair([&](std::size_t row, std::size_t from_row) { out.truth.word(row / 64) |= std::uint64_t{from.truth.get(from_row)} << (row % 64); });
        case dsl::Kind::text: return each_pair([&](std::size_t row, std::size_t from_row) { out.texts[row] = from.texts[from_row]; });
        case dsl::Kind::reference:
            return each_pair([&](std::size_t row, std::size_t from_row) {
                out.texts[row] = from.texts[from_row];
                out.numbers[row] = from.numbers[from_row];
            });
        case dsl::Kind::list:
            return each_pair([&](std::size_t row, std::size_t from_row) {
                out.begin[row] = from.begin[from_row];
                out.end[row] = from.end[from_row];
            });
        default: return each_pair([&](std::size_t row, std::size_t from_row) { out.numbers[row] = from.numbers[from_row]; });
    }
}

/// Do two present cells hold the same text or key? References that were looked up are compared by their elements.
[[nodiscard]] inline bool same_cell_text(const Column& a, std::size_t row_a, const Column& b, std::size_t row_b) {
    if (a.kind == dsl::Kind::reference && b.kind == dsl::Kind::reference && a.numbers[row_a] >= 0 && b.numbers[row_b] >= 0)
        return a.numbers[row_a] == b.numbers[row_b];
    return same_text(a.texts[row_a], b.texts[row_b]);
}

/// A boolean cell as Kleene truth; absent counts as unknown.
[[nodiscard]] inline Truth truth_at(const Column& column, std::size_t row) {
    if (!column.present.get(row)) return Truth::unknown;
    return column.truth.get(row) ? Truth::yes : Truth::no;
}

/// The items of a fold at one of its rows, seen as numbered places: where P and E of item i are read.
class FoldItems {
public:
    FoldItems(const Evaluation& run, const Instruction& fold);

    /// Places at `row`: false if the list is unknown (or absent, or its nest is over budget).
    [[nodiscard]] bool open(std::size_t row);
    [[nodiscard]] std::size_t size() const { return size_; }
    /// P of item i; true where there is none.
    [[nodiscard]] Truth condition(std::size_t i) const {
        return instruction_.op.has_condition ? truth_at(column(i, 0), place(i)) : Truth::yes;
    }
    /// Column and row of value `v` of item i.
    [[nodiscard]] const Column& value(std::size_t i, std::size_t v) const { return column(i, v + (instruction_.op.has_condition ? 1U : 0U)); }
    [[nodiscard]] Slot value_slot(std::size_t i, std::size_t v) const { return slot(i, v + (instruction_.op.has_condition ? 1U : 0U)); }
    [[nodiscard]] Slot condition_slot(std::size_t i) const { return slot(i, 0); }
    [[nodiscard]] std::size_t values() const { return static_cast<std::size_t>(instruction_.op.width) - (instruction_.op.has_condition ? 1U : 0U); }
    [[nodiscard]] std::size_t place(std::size_t i) const { return over_ == FoldOver::columns ? begin_ : begin_ + i; }
    /// Too many pairs at the open row.
    [[nodiscard]] bool over_budget() const { return over_budget_; }

private:
    [[nodiscard]] Slot slot(std::size_t i, std::size_t k) const {
        return over_ == FoldOver::columns ? instruction_.args[i * static_cast<std::size_t>(instruction_.op.width) + k] : instruction_.args[1 + k];
    }
    [[nodiscard]] const Column& column(std::size_t i, std::size_t k) const { return *run_.slots[static_cast<std::size_t>(slot(i, k))]; }

    const Evaluation& run_;
    const Instruction& instruction_;
    FoldOver over_;
    std::size_t begin_ = 0, size_ = 0;
    bool over_budget_ = false;
};

/// The item with the smallest key (value 0), the first of equals; `greatest`: with the greatest, the last of equals.
/// size(): there is none; nullopt: some item may or may not belong, or its key is unknown.
[[nodiscard]] std::optional<std::size_t> best_by_key(const FoldItems& items, bool greatest);

}  // namespace kaoping::engine
