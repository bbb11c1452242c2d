// See key_index.hpp.

#include "engine/evaluate/key_index.hpp"

#include <algorithm>

#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

KeyIndex::KeyIndex(const dsl::Schema& schema, const CaseBatch& batch, std::int32_t record)
    : table_(batch.tables[static_cast<std::size_t>(record)]),
      keys_(table_.columns[static_cast<std::size_t>(schema.records[static_cast<std::size_t>(record)].key_field)]) {}

std::string KeyIndex::key_at(std::size_t row) const {
    return keys_.kind == dsl::Kind::number ? format_number(keys_.numbers[row]) : std::string(keys_.texts[row]);
}

bool KeyIndex::has_key(std::size_t row, std::string_view key) const {
    return keys_.kind == dsl::Kind::number ? format_number(keys_.numbers[row]) == key : keys_.texts[row] == key;
}

std::int32_t KeyIndex::find(std::int32_t of_case, std::string_view key) {
    const auto begin = static_cast<std::size_t>(table_.case_begin[static_cast<std::size_t>(of_case)]);
    const auto end = static_cast<std::size_t>(table_.case_begin[static_cast<std::size_t>(of_case) + 1]);
    if (end - begin > 16) return find_sorted(of_case, begin, end, key);
    std::int32_t found = -1;
    for (std::size_t row = begin; row < end; ++row) {
        if (!keys_.present.get(row) || !has_key(row, key)) continue;
        if (found >= 0) return -1;
        found = static_cast<std::int32_t>(row);
    }
    return found;
}

std::int32_t KeyIndex::find_sorted(std::int32_t of_case, std::size_t begin, std::size_t end, std::string_view key) {
    if (of_case != sorted_case_) {
        sorted_.clear();
        for (std::size_t row = begin; row < end; ++row)
            if (keys_.present.get(row)) sorted_.emplace_back(key_at(row), static_cast<std::int32_t>(row));
        std::sort(sorted_.begin(), sorted_.end());
        sorted_case_ = of_case;
    }
    auto at = std::lower_bound(sorted_.begin(), sorted_.end(), key, [](const auto& entry, std::string_view k) { return entry.first < k; });
    if (at == sorted_.end() || at->first != key) return -1;
    const std::int32_t row = at->second;
    ++at;
    return at != sorted_.end() && at->first == key ? -1 : row;
}

}  // namespace kaoping::engine
