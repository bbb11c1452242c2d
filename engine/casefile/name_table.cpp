// See name_table.hpp.

#include "engine/casefile/name_table.hpp"

#include <bitset>
#include <utility>

namespace kaoping::engine {

namespace {

constexpr std::size_t most_slots = 1024;  ///< of a table that was spread

}  // namespace

void NameTable::place(const Slot& slot) {
    std::size_t at = home(slot.size, slot.start);
    for (; slots_[at].entry >= 0; at = (at + 1) & mask_) slots_[at].more = true;
    slots_[at] = slot;
}

void NameTable::rebuild(std::size_t slots, std::uint64_t multiplier) {
    const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots));
    mask_ = static_cast<std::uint32_t>(slots - 1);
    multiplier_ = multiplier;
    for (Slot slot : before) {
        if (slot.entry < 0) continue;
        slot.more = false;
        place(slot);
    }
}

void NameTable::add(std::string_view name, int value) {
    if (slot_of(name) != nullptr) return;
    names_.emplace_back(name);
    if (names_.size() * 2 > slots_.size()) rebuild(std::max<std::size_t>(8, slots_.size() * 2), multiplier_);
    Slot slot;
    slot.start = NamePart::start_of(name);
    if (name.size() > 16) slot.end = NamePart::end_of(name);
    slot.size = static_cast<std::uint32_t>(name.size());
    slot.value = value;
    slot.entry = static_cast<std::int32_t>(names_.size()) - 1;
    place(slot);
}

std::size_t NameTable::displaced() const {
    std::size_t out = 0;
    for (std::size_t at = 0; at < slots_.size(); ++at) out += slots_[at].entry >= 0 && home(slots_[at].size, slots_[at].start) != at;
    return out;
}

bool NameTable::all_apart(std::size_t slots, std::uint64_t multiplier) const {
    std::bitset<most_slots> taken;
    for (const Slot& slot : slots_) {
        if (slot.entry < 0) continue;
        const std::size_t at = word_hash(slot.start.first, slot.start.second, slot.size, multiplier) & (slots - 1);
        if (taken[at]) return false;
        taken.set(at);
    }
    return true;
}

void NameTable::spread() {
    constexpr int tries = 64;
    // A try succeeds with 10 names in 64 slots in 1 of 2, with 20 in 128 in 1 of 5, with 40 in 256 in 1 of 25.
    std::uint64_t multiplier = hash_multiplier;
    if (displaced() == 0) return;
    for (std::size_t slots = slots_.size() * 2; slots <= most_slots; slots *= 2)
        for (int i = 0; i < tries; ++i) {
            multiplier += golden_ratio << 1;  // stays odd
            if (all_apart(slots, multiplier)) return rebuild(slots, multiplier);
        }
    if (slots_.size() < most_slots) rebuild(most_slots, multiplier);
}

}  // namespace kaoping::engine
