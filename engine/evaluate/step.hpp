#pragma once
// An instruction with all that running it takes. A plan has thousands, most of them over some dozens of rows: to look these things up
// each time would cost as much as the rows.

#include <span>

#include "engine/evaluate/evaluation.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine {

/// The rows that a limit leaves.
struct OpenRows {
    Bits rows;
    bool all = true;
    bool unless = false;
    const OpenRows* within = nullptr;  ///< null: all rows

    void find(const Column& guard) {
        rows.shape(guard.present.size());
        const Bits* const outer = within == nullptr ? nullptr : within->limit();
        for (std::size_t w = 0; w < rows.word_count(); ++w) {
            const std::uint64_t open = unless ? ~guard.truth.word(w) : ~guard.present.word(w) | guard.truth.word(w);
            rows.word(w) = outer == nullptr ? open : open & outer->word(w);
        }
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
    const OpenRows* limit;  ///< of its rows; null: all matter
    std::span<OpenRows> opens;  ///< of limits whose guard it is

    void run(Evaluation& over) const {
        over.only = limit == nullptr ? nullptr : limit->limit();
        *slot = kernel(over, *instruction, *out);
        for (OpenRows& open : opens) open.find(**slot);
    }
};

}  // namespace kaoping::engine
