// See key_rows.hpp.

#include "engine/casefile/key_rows.hpp"

#include <algorithm>
#include <bit>

#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

const std::vector<std::int32_t>& KeyRows::fill(const Table& table, int key_field, std::int32_t begin, std::int32_t end) {
    entries_.clear();
    duplicates_.clear();
    numbers_.clear();
    const Column& keys = table.columns[static_cast<std::size_t>(key_field)];
    for (auto row = static_cast<std::size_t>(begin); row < static_cast<std::size_t>(end); ++row) {
        if (!keys.present.get(row)) continue;
        const std::string_view key = key_text(keys, row);
        entries_.push_back({key, dsl::text_ends(key), table.case_of[row], static_cast<std::int32_t>(row), false});
    }
    if (!hash_entries()) sort_entries();
    return duplicates_;
}

bool KeyRows::hash_entries() {
    places_.assign(std::bit_ceil(4 * entries_.size() + 1), 0);
    std::size_t patience = 16 * entries_.size();
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        std::size_t at = home(entries_[i]);
        for (; places_[at] != 0 && !entries_[static_cast<std::size_t>(places_[at]) - 1].is(entries_[i]); at = (at + 1) & (places_.size() - 1))
            if (patience-- == 0) return false;
        if (places_[at] == 0) {
            places_[at] = static_cast<std::int32_t>(i + 1);
            continue;
        }
        entries_[static_cast<std::size_t>(places_[at]) - 1].several = true;
        duplicates_.push_back(entries_[i].row);
    }
    return true;
}

void KeyRows::sort_entries() {
    places_.clear();
    duplicates_.clear();
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.before(b); });
    for (std::size_t i = 1; i < entries_.size(); ++i) {
        if (!entries_[i].is(entries_[i - 1])) continue;
        entries_[i].several = entries_[i - 1].several = true;
        duplicates_.push_back(entries_[i].row);
    }
    std::sort(duplicates_.begin(), duplicates_.end());
}

const KeyRows::Entry* KeyRows::sorted(const Entry& wanted) const {
    const auto at = std::partition_point(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.before(wanted); });
    return at != entries_.end() && at->is(wanted) ? &*at : nullptr;
}

std::int32_t KeyRows::find(std::int32_t of_case, std::string_view key, bool& known) const {
    const Entry wanted{key, dsl::text_ends(key), of_case, 0, false};
    const Entry* const entry = places_.empty() ? sorted(wanted) : hashed(wanted);
    known = entry != nullptr;
    return known && !entry->several ? entry->row : static_cast<std::int32_t>(no_element);
}

std::string_view KeyRows::key_text(const Column& keys, std::size_t row) {
    if (keys.kind != dsl::Kind::number) return keys.texts[row];
    return numbers_.emplace_back(format_number(keys.numbers[row]));
}

}  // namespace kaoping::engine
