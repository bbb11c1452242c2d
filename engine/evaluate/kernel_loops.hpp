#pragma once
// Loops that kernels share: shaping an output column, Kleene planes by words of 64 rows, walking the items of a fold.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/casefile/name_table.hpp"
#include "engine/evaluate/evaluation.hpp"
#include "engine/result/verdict.hpp"

namespace kaoping::engine {

/// Gives a column its kind and rows; all rows unknown, texts and ranges empty, numbers any.
void shape(ValueColumn& out, dsl::Kind kind, std::size_t rows);
/// Makes a column one of truth values whose planes are then written word by word, all of them: until then they are any.
void shape_planes(ValueColumn& out, std::size_t rows);

/// Rows that are present in all operands: what an operator on values needs.
void present_in_all(Bits& out, const Evaluation& run, const Instruction& instruction, std::size_t rows);

/// A shaped column over `rows`: known where `known` says, true where also `test(row)`. The test runs on every row: branch-free.
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
    for (std::size_t w = 0; w < bits.word_count(); ++w) for_each_bit(bits.word(w), [&](std::size_t place) { act(w * 64 + place); });
}

/// The same for those of them that matter: where a row costs more than looking.
template <typename Act>
void for_each_wanted(const Evaluation& run, const Bits& bits, Act act) {
    if (run.only == nullptr) return for_each_set(bits, act);
    for (std::size_t w = 0; w < bits.word_count(); ++w) for_each_bit(bits.word(w) & run.only->word(w), [&](std::size_t place) { act(w * 64 + place); });
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

/// Copies the cells of rows of `from` to all rows of `out` in order, row i from `from_row[i]`: one plain loop per plane and kind
/// of value. Gives `out` its kind and rows.
void take_cells(const Column& from, std::span<const std::int32_t> from_row, ValueColumn& out);

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

    /// Of 64 of `rows`, a bit per row: those that matter and may perhaps be opened.
    [[nodiscard]] std::uint64_t rows_to_open(std::size_t word, std::size_t rows) const {
        const std::uint64_t there = list_ != nullptr ? list_->present.word(word) : ~std::uint64_t{0} >> (rows - word * 64 < 64 ? 64 - (rows - word * 64) : 0);
        return run_.only == nullptr ? there : there & run_.only->word(word);
    }
    /// Opens one row after another of those that matter and can be opened, and calls `act(row)` there.
    template <typename Act>
    void each_row(std::size_t rows, Act act) {
        for (std::size_t w = 0; w * 64 < rows; ++w)
            for_each_bit(rows_to_open(w, rows), [&](std::size_t place) {
                if (open(w * 64 + place)) act(w * 64 + place);
            });
    }
    /// Places at `row`: false if the list is unknown (or absent, or its nest is over budget).
    [[nodiscard, gnu::always_inline]] bool open(std::size_t row) {
        over_budget_ = false;
        if (over_ == FoldOver::columns) {
            begin_ = row;
            return true;
        }
        if (!list_->present.get(row)) return false;
        if (over_ == FoldOver::range) return take(list_->begin[row], list_->end[row]);
        over_budget_ = nest_->any_over_budget && nest_->over_budget[static_cast<std::size_t>(run_.case_of(instruction_.op.space)[row])];
        return !over_budget_ && take(nest_->begin[row], nest_->begin[row + 1]);
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    /// P of item i; true where there is none.
    [[nodiscard]] Truth condition(std::size_t i) const {
        if (!instruction_.op.has_condition) return Truth::yes;
        return truth_at(condition_ != nullptr ? *condition_ : column(i, 0), place(i));
    }
    /// The column of P, if it is one for all items, which then lie in its rows side by side; null: it is not, or there is no P.
    [[nodiscard]] const Column* condition_column() const { return condition_; }
    /// Column and row of value `v` of item i.
    [[nodiscard]] const Column& value(std::size_t i, std::size_t v) const { return column(i, v + (instruction_.op.has_condition ? 1U : 0U)); }
    [[nodiscard]] Slot value_slot(std::size_t i, std::size_t v) const { return slot(i, v + (instruction_.op.has_condition ? 1U : 0U)); }
    [[nodiscard]] Slot condition_slot(std::size_t i) const { return slot(i, 0); }
    [[nodiscard]] std::size_t values() const { return static_cast<std::size_t>(instruction_.op.width) - (instruction_.op.has_condition ? 1U : 0U); }
    [[nodiscard]] std::size_t place(std::size_t i) const { return over_ == FoldOver::columns ? begin_ : begin_ + i; }
    /// Too many pairs at the open row.
    [[nodiscard]] bool over_budget() const { return over_budget_; }

private:
    bool take(std::int32_t begin, std::int32_t end) {
        begin_ = static_cast<std::size_t>(begin);
        size_ = static_cast<std::size_t>(end - begin);
        return true;
    }
    [[nodiscard]] Slot slot(std::size_t i, std::size_t k) const {
        return over_ == FoldOver::columns ? instruction_.args[i * static_cast<std::size_t>(instruction_.op.width) + k] : instruction_.args[1 + k];
    }
    [[nodiscard]] const Column& column(std::size_t i, std::size_t k) const { return *run_.slots[static_cast<std::size_t>(slot(i, k))]; }

    const Evaluation& run_;
    const Instruction& instruction_;
    FoldOver over_;
    const Column *list_ = nullptr, *condition_ = nullptr;
    const NestRows* nest_ = nullptr;
    std::size_t begin_ = 0, size_ = 0;
    bool over_budget_ = false;
};

/// The item with the smallest key (value 0), the first of equals; `greatest`: with the greatest, the last of equals.
/// size(): there is none; nullopt: some item may or may not belong, or its key is unknown.
[[nodiscard]] std::optional<std::size_t> best_by_key(const FoldItems& items, bool greatest);

}  // namespace kaoping::engine
