#pragma once
// The rows of a decision table by their keys: made once for a run, asked for every row of a batch.

#include <cstdint>
#include <span>

#include <boost/unordered/unordered_flat_map.hpp>

#include "dsl/typed/program.hpp"
#include "engine/casefile/batch.hpp"

namespace kaoping::engine {

class TableIndex {
public:
    /// `table` must outlive the index.
    explicit TableIndex(const dsl::Table& table);
    /// The row whose keys are the cells of `keys` at `row`, all of which are present; −1: there is none.
    [[nodiscard]] std::int64_t find(std::span<const Column* const> keys, std::size_t row) const;

private:
    const dsl::Table* table_;
    boost::unordered_flat_map<std::uint64_t, std::int64_t> rows_;  ///< by hash of the keys; of two with one hash the later stands under the next number
};

}  // namespace kaoping::engine
