// See name_table.hpp.

#include "engine/casefile/name_table.hpp"

namespace kaoping::engine {

namespace {

/// Beyond this many different keys of one record the order is not learned: hostile data must not grow it.
constexpr std::size_t most_keys = 1024;

}  // namespace

void NameTable::place(std::int32_t entry) {
    std::size_t at = name_hash(entries_[static_cast<std::size_t>(entry)].name) & mask_;
    while (slots_[at] >= 0) at = (at + 1) & mask_;
    slots_[at] = entry;
}

void NameTable::add(std::string_view name, int value) {
    if (find(name) >= 0) return;
    entries_.push_back({std::string(name), value});
    if (entries_.size() * 2 <= slots_.size()) return place(static_cast<std::int32_t>(entries_.size()) - 1);
    slots_.assign(slots_.empty() ? 8 : slots_.size() * 2, -1);
    mask_ = slots_.size() - 1;
    for (std::size_t i = 0; i < entries_.size(); ++i) place(static_cast<std::int32_t>(i));
}

KeyOrder::KeyOrder() : seen_(1) {}

int KeyOrder::look_up(const NameTable& names, std::string_view key) {
    const int value = names.find(key);
    int place = places_.find(key);
    if (place < 0) {
        if (seen_.size() == most_keys) return value;
        place = static_cast<int>(seen_.size());
        places_.add(key, place);
        seen_.push_back({std::string(key), value, 0});
    }
    seen_[last_].next = static_cast<std::uint32_t>(place);
    last_ = static_cast<std::uint32_t>(place);
    return value;
}

}  // namespace kaoping::engine
