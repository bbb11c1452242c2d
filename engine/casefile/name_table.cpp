// See name_table.hpp.

#include "engine/casefile/name_table.hpp"

#include <algorithm>
#include <utility>

namespace kaoping::engine {

namespace {

/// Beyond this many different keys of one record the order is not learned: hostile data must not grow it.
constexpr std::size_t most_keys = 1024;

}  // namespace

void NameTable::place(const Slot& slot) {
    std::size_t at = name_hash(slot.ends, slot.size) & mask_;
    while (slots_[at].entry >= 0) at = (at + 1) & mask_;
    slots_[at] = slot;
}

void NameTable::add(std::string_view name, int value) {
    if (find(name) >= 0) return;
    names_.emplace_back(name);
    if (names_.size() * 2 > slots_.size()) {
        const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 8 : slots_.size() * 2));
        mask_ = slots_.size() - 1;
        for (const Slot& slot : before)
            if (slot.entry >= 0) place(slot);
    }
    place({name_ends(name), name.size(), value, static_cast<std::int32_t>(names_.size()) - 1});
}

QuotedKey::QuotedKey(std::string_view name) {
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= ' '; });
    if (!plain) return;
    const std::string quoted = '"' + std::string(name) + '"';
    char bytes[16] = {}, mask[16] = {};
    std::copy_n(quoted.begin(), std::min<std::size_t>(quoted.size(), 16), bytes);
    std::fill_n(mask, std::min<std::size_t>(quoted.size(), 16), static_cast<char>(0xFF));
    std::memcpy(&first_, bytes, 8);
    std::memcpy(&second_, bytes + 8, 8);
    std::memcpy(&first_mask_, mask, 8);
    std::memcpy(&second_mask_, mask + 8, 8);
    if (quoted.size() > 16) tail_ = quoted.substr(16);
}

KeyOrder::KeyOrder() : seen_(1) { beginning().next = &beginning(); }

KeyOrder::Seen& KeyOrder::find(const NameTable& names, int unknown, std::string_view key, Seen& last) {
    const auto value = [&] {
        const int found = names.find(key);
        return found == -1 ? unknown : found;
    };
    int place = places_.find(key);
    if (place < 0) {
        if (seen_.size() == most_keys) {
            stranger_ = {{}, &beginning(), value(), std::string(key)};
            return stranger_;
        }
        place = static_cast<int>(seen_.size());
        places_.add(key, place);
        seen_.push_back({QuotedKey(key), &beginning(), value(), std::string(key)});
    }
    Seen& found = seen_[static_cast<std::size_t>(place)];
    last.next = &found;
    return found;
}

}  // namespace kaoping::engine
