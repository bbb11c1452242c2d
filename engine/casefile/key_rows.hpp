#pragma once
// The rows of one record in one case by their key.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/casefile/batch.hpp"
#include "engine/casefile/name_table.hpp"

namespace kaoping::engine {

/// Few rows lie in a small hash table, many are sorted: no choice of keys makes it slow. Keeps its memory between cases.
class KeyRows {
public:
    /// Takes the rows [begin, end) of a table by their keys; rows whose key is not known are left out. Returns the rows whose
    /// key an earlier one has, in order.
    const std::vector<std::int32_t>& fill(const Column& keys, std::size_t begin, std::size_t end);

    /// The row with a key; no_element: there is none, or there are several. `known` says whether there is any.
    [[nodiscard]] std::int32_t find(std::string_view key, bool& known) const;

private:
    struct Entry {
        std::string_view key;
        std::int32_t row = 0;
        bool several = false;
    };
    static constexpr std::size_t few = 64, slots = 128;

    void hash_entries();
    void sort_entries();
    /// Where a key stands among few, or would.
    [[nodiscard, gnu::always_inline]] std::size_t slot_of(std::string_view key) const {
        std::size_t at = name_hash(key) % slots;
        while (places_[at] != 0 && !same_text(entries_[places_[at] - 1U].key, key)) at = (at + 1) % slots;
        return at;
    }
    [[nodiscard]] const Entry* entry_of(std::string_view key) const;
    /// As references write it.
    [[nodiscard]] std::string_view key_text(const Column& keys, std::size_t row);

    std::vector<Entry> entries_;
    std::vector<std::int32_t> duplicates_;
    std::uint8_t places_[slots] = {};   ///< of few: number of an entry + 1; 0: free
    std::deque<std::string> numbers_;   ///< texts of numeric keys
};

}  // namespace kaoping::engine
