#pragma once
// An instruction with all that running it takes. A plan has thousands, most of them over some dozens of rows: to look these things up
// each time would cost as much as the rows.

#include <optional>

#include "engine/evaluate/evaluation.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine {

/// Rows of a guard whose truth is not a certain one.
struct OpenRows {
    Bits rows;
    bool all = true;

    void find(const Column& guard, bool unless) {
        rows.shape(guard.present.size());
        for (std::size_t w = 0; w < rows.word_count(); ++w) rows.word(w) = unless ? ~guard.truth.word(w) : ~guard.present.word(w) | guard.truth.word(w);
        rows.clear_tail();
        all = rows.all();
    }
    /// Null: everywhere.
    [[nodiscard]] const Bits* limit() const { return all ? nullptr : &rows; }
};

/// An instruction that others are limited by, in one of two ways or both.
struct Guard {
    std::optional<OpenRows> unless_false, unless_true;

    [[nodiscard]] OpenRows& unless(bool truth) {
        std::optional<OpenRows>& open = truth ? unless_true : unless_false;
        if (!open) open.emplace();
        return *open;
    }
    void find(const Column& guard) {
        if (unless_false) unless_false->find(guard, false);
        if (unless_true) unless_true->find(guard, true);
    }
};

struct Step {
    Kernel kernel;
    const Instruction* instruction;
    ValueColumn* out;
    const Column** slot;    ///< where its column is found
    const OpenRows* limit;  ///< of its guard; null: it has none
    Guard* guards;          ///< others; null: none

    void run(Evaluation& over) const {
        over.only = limit == nullptr ? nullptr : limit->limit();
        *slot = kernel(over, *instruction, *out);
        if (guards != nullptr) guards->find(**slot);
    }
};

}  // namespace kaoping::engine
