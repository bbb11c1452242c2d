#pragma once
// Finding the element with a key inside one case.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/typed/schema.hpp"
#include "engine/casefile/batch.hpp"

namespace kaoping::engine {

/// Rows of one record by key, one case at a time: a short table is searched as it lies, a long one is sorted first. The
/// batch must outlive it.
class KeyIndex {
public:
    KeyIndex(const dsl::Schema& schema, const CaseBatch& batch, std::int32_t record);

    /// The row with this key; −1: none, or several.
    [[nodiscard]] std::int32_t find(std::int32_t of_case, std::string_view key);

private:
    [[nodiscard]] std::string key_at(std::size_t row) const;
    [[nodiscard]] bool has_key(std::size_t row, std::string_view key) const;
    [[nodiscard]] std::int32_t find_sorted(std::int32_t of_case, std::size_t begin, std::size_t end, std::string_view key);

    const Table& table_;
    const Column& keys_;
    std::vector<std::pair<std::string, std::int32_t>> sorted_;
    std::int32_t sorted_case_ = -1;
};

}  // namespace kaoping::engine
