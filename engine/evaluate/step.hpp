#pragma once
// An instruction with all that running it takes. A plan has thousands, most of them over some dozens of rows: to look these things up
// each time would cost as much as the rows.

#include "engine/evaluate/evaluation.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine {

/// Where a guard is not false.
struct OpenRows {
    Bits rows;
    bool all = true;

    void find(const Column& guard) {
        rows.shape(guard.present.size());
        for (std::size_t w = 0; w < rows.word_count(); ++w) rows.word(w) = ~guard.present.word(w) | guard.truth.word(w);
        rows.clear_tail();
        all = rows.all();
    }
    /// Null: everywhere.
    [[nodiscard]] const Bits* limit() const { return all ? nullptr : &rows; }
};

struct Step {
    Kernel kernel;
    const Instruction* instruction;
    ValueColumn* out;
    const Column** slot;    ///< where its column is found
    const OpenRows* limit;  ///< of its guard; null: it has none
    OpenRows* opens;        ///< of a guard; null: it is none

    void run(Evaluation& over) const {
        over.only = limit == nullptr ? nullptr : limit->limit();
        *slot = kernel(over, *instruction, *out);
        if (opens != nullptr) opens->find(**slot);
    }
};

}  // namespace kaoping::engine
