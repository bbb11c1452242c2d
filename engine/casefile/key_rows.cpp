// See key_rows.hpp.

#include "engine/casefile/key_rows.hpp"

#include <algorithm>
#include <cstring>

#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

const std::vector<std::int32_t>& KeyRows::fill(const Column& keys, std::size_t begin, std::size_t end) {
    entries_.clear();
    duplicates_.clear();
    numbers_.clear();
    for (std::size_t row = begin; row < end; ++row)
        if (keys.present.get(row)) entries_.push_back({key_text(keys, row), static_cast<std::int32_t>(row), false});
    if (entries_.size() <= few) hash_entries();
    else sort_entries();
    return duplicates_;
}

void KeyRows::hash_entries() {
    std::memset(places_, 0, sizeof(places_));
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        std::uint8_t& place = places_[slot_of(entries_[i].key)];
        if (place == 0) {
            place = static_cast<std::uint8_t>(i + 1);
            continue;
        }
        entries_[place - 1U].several = true;
        duplicates_.push_back(entries_[i].row);
    }
}

void KeyRows::sort_entries() {
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.key != b.key ? a.key < b.key : a.row < b.row; });
    for (std::size_t i = 1; i < entries_.size(); ++i) {
        if (entries_[i].key != entries_[i - 1].key) continue;
        entries_[i].several = entries_[i - 1].several = true;
        duplicates_.push_back(entries_[i].row);
    }
    std::sort(duplicates_.begin(), duplicates_.end());
}

const KeyRows::Entry* KeyRows::entry_of(std::string_view key) const {
    if (entries_.size() <= few) {
        const std::uint8_t place = places_[slot_of(key)];
        return place == 0 ? nullptr : &entries_[place - 1U];
    }
    const auto at = std::partition_point(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.key < key; });
    return at != entries_.end() && at->key == key ? &*at : nullptr;
}

std::int32_t KeyRows::find(std::string_view key, bool& known) const {
    const Entry* entry = entry_of(key);
    known = entry != nullptr;
    return known && !entry->several ? entry->row : static_cast<std::int32_t>(no_element);
}

std::string_view KeyRows::key_text(const Column& keys, std::size_t row) {
    if (keys.kind != dsl::Kind::number) return keys.texts[row];
    return numbers_.emplace_back(format_number(keys.numbers[row]));
}

}  // namespace kaoping::engine
