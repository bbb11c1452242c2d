// See name_table.hpp.

#include "engine/casefile/name_table.hpp"

#include <utility>

namespace kaoping::engine {

void NameTable::place(const Slot& slot) {
    std::size_t at = slot.start.hash(slot.size) & mask_;
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
    place({NameStart::of(name), name.size(), value, static_cast<std::int32_t>(names_.size()) - 1});
}

}  // namespace kaoping::engine
