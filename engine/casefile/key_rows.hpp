#pragma once
// The rows of one record in some cases by their case and key.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/casefile/batch.hpp"
#include "engine/casefile/name_table.hpp"

namespace kaoping::engine {

/// A hash table, and where keys crowd in it a sorted list: no choice of keys makes it slow. Keeps its memory.
class KeyRows {
public:
    /// Takes the rows [begin, end) of a table by their keys; rows whose key is not known are left out. Returns the rows whose key an
    /// earlier one of the same case has, in order.
    const std::vector<std::int32_t>& fill(const Table& table, int key_field, std::int32_t begin, std::int32_t end);

    /// The row with a key in a case; no_element: there is none, or there are several. `known` says whether there is any.
    [[nodiscard]] std::int32_t find(std::int32_t of_case, std::string_view key, bool& known) const;

private:
    struct Entry {
        std::string_view key;
        dsl::TextEnds ends;
        std::int32_t of_case = 0, row = 0;
        bool several = false;

        /// Is it the same key of the same case? Without a branch for each part.
        [[nodiscard, gnu::always_inline]] bool is(const Entry& other) const {
            const std::uint64_t differs = (ends.first ^ other.ends.first) | (ends.last ^ other.ends.last) | (key.size() ^ other.key.size()) |
                                          static_cast<std::uint32_t>(of_case ^ other.of_case);
            return differs == 0 && (key.size() <= 16 || same_text(key, other.key));
        }
        [[nodiscard]] bool before(const Entry& other) const { return of_case != other.of_case ? of_case < other.of_case : key < other.key; }
    };

    /// False: keys crowd, the table is of no use.
    [[nodiscard]] bool hash_entries();
    void sort_entries();
    [[nodiscard, gnu::always_inline]] std::size_t home(const Entry& entry) const {
        const auto of_case = static_cast<std::uint64_t>(entry.of_case) * hash_multiplier;
        return word_hash(entry.ends.first ^ of_case, entry.ends.last, entry.key.size()) & (places_.size() - 1);
    }
    [[nodiscard, gnu::always_inline]] const Entry* hashed(const Entry& wanted) const {
        for (std::size_t at = home(wanted); places_[at] != 0; at = (at + 1) & (places_.size() - 1)) {
            const Entry& entry = entries_[static_cast<std::size_t>(places_[at]) - 1];
            if (entry.is(wanted)) return &entry;
        }
        return nullptr;
    }
    [[nodiscard]] const Entry* sorted(const Entry& wanted) const;
    /// As references write it.
    [[nodiscard]] std::string_view key_text(const Column& keys, std::size_t row);

    std::vector<Entry> entries_;
    std::vector<std::int32_t> duplicates_;
    std::vector<std::int32_t> places_;  ///< number of an entry + 1; 0: free, as most are. Empty: entries are sorted
    std::deque<std::string> numbers_;   ///< texts of numeric keys
};

}  // namespace kaoping::engine
