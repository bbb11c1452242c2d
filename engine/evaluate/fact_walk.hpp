#pragma once
// Why a cell is unknown: a walk backwards through the plan, from a vertex to the gaps in the data that it rests on. Only
// reported subjects pay for it.

#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/result/verdict.hpp"

namespace kaoping::engine {

class FoldItems;

class FactWalk {
public:
    /// `subject`: pointer of the subject, for what has no better place.
    FactWalk(const Evaluation& run, std::string subject) : run_(run), subject_(std::move(subject)) {}

    /// Adds the facts of a cell that is unknown; of one that is absent where a value is needed, that it is needed.
    void needed(Slot slot, std::size_t row);
    /// Adds the facts of an unknown cell; nothing for others.
    void unknown(Slot slot, std::size_t row);

    [[nodiscard]] std::vector<Fact> take() { return std::move(facts_); }

private:
    // fact_walk.cpp
    void explain(Slot slot, std::size_t row);
    void source(const Instruction& instruction, std::size_t row);
    void gather(const Instruction& instruction, std::size_t row);
    void operands(const Instruction& instruction, std::size_t row);
    /// Why there is no result although all operands are present.
    [[nodiscard]] Fact own_fault(const Instruction& instruction, std::size_t row) const;
    [[nodiscard]] Fact time_fault(const Instruction& instruction, std::size_t row) const;
    // fact_walk_folds.cpp
    void fold(const Instruction& instruction, std::size_t row);
    void fold_item(const Instruction& instruction, const FoldItems& items, std::size_t i, bool& any);
    void first(const FoldItems& items, bool forward);
    [[nodiscard]] std::string item_pointer(const Instruction& fold, std::size_t place) const;
    /// Where a cell that is absent would have stood.
    [[nodiscard]] std::string place_of(Slot slot, std::size_t row) const;
    [[nodiscard]] std::string pointer(std::int32_t table, std::size_t row, std::int32_t field = -1) const;
    [[nodiscard]] const Column& column(Slot slot) const { return *run_.slots[static_cast<std::size_t>(slot)]; }

    const Evaluation& run_;
    std::string subject_;
    std::vector<Fact> facts_;
    std::set<std::pair<Slot, std::size_t>> seen_;
};

/// The row of `instruction`'s argument that row `row` of a lift reads.
[[nodiscard]] std::size_t lifted_row(const Evaluation& run, const Vertex& lift, std::size_t row);

}  // namespace kaoping::engine
