// See table_index.hpp.

#include "engine/evaluate/table_index.hpp"

#include <algorithm>

#include "engine/casefile/name_table.hpp"
#include "engine/evaluate/evaluation.hpp"

namespace kaoping::engine {

namespace {

/// Adds a key to a hash; the multiplier is that of name_hash.
std::uint64_t with_key(std::uint64_t hash, std::uint64_t key) { return (hash ^ key) * 0xBF58476D1CE4E5B9ULL; }

std::uint64_t hash_of(std::span<const dsl::Value> keys) {
    std::uint64_t hash = 0;
    for (const dsl::Value& key : keys) hash = with_key(hash, key.text.empty() ? static_cast<std::uint64_t>(key.number) : name_hash(key.text));
    return hash;
}

bool same(const dsl::Value& key, const Column& column, std::size_t row) {
    return held_as_text(column.kind) ? same_text(key.text, column.texts[row]) : key.number == number_at(column, row);
}

}  // namespace

TableIndex::TableIndex(const dsl::Table& table) : table_(&table) {
    rows_.reserve(table.rows);
    for (std::size_t r = 0; r < table.rows; ++r) {
        std::uint64_t hash = hash_of(table.keys_of(r));
        while (!rows_.try_emplace(hash, static_cast<std::int64_t>(r)).second) ++hash;
    }
}

std::int64_t TableIndex::find(std::span<const Column* const> keys, std::size_t row) const {
    std::uint64_t hash = 0;
    for (const Column* key : keys) hash = with_key(hash, held_as_text(key->kind) ? name_hash(key->texts[row]) : static_cast<std::uint64_t>(number_at(*key, row)));
    for (;; ++hash) {
        const auto found = rows_.find(hash);
        if (found == rows_.end()) return -1;
        const std::span<const dsl::Value> wanted = table_->keys_of(static_cast<std::size_t>(found->second));
        std::size_t k = 0;
        while (k < keys.size() && same(wanted[k], *keys[k], row)) ++k;
        if (k == keys.size()) return found->second;
    }
}

}  // namespace kaoping::engine
