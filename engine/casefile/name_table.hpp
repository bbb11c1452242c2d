#pragma once
// Names of a schema to small numbers: made once, asked for every key and every enum value of the data.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace kaoping::engine {

/// Are two texts equal? Written out for the short ones that names and keys are: the library's comparison is a call.
[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) {
    const std::size_t size = a.size();
    if (size != b.size()) return false;
    if (size > 16) return std::memcmp(a.data(), b.data(), size) == 0;
    const auto same = [&](auto word, std::size_t at) {
        auto other = word;
        std::memcpy(&word, a.data() + at, sizeof(word));
        std::memcpy(&other, b.data() + at, sizeof(word));
        return word == other;
    };
    // Two words that overlap cover every length from one to two words.
    if (size >= 8) return same(std::uint64_t{}, 0) && same(std::uint64_t{}, size - 8);
    if (size >= 4) return same(std::uint32_t{}, 0) && same(std::uint32_t{}, size - 4);
    return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

/// Hash of two words of a name and its size.
[[nodiscard]] constexpr std::uint64_t word_hash(std::uint64_t first, std::uint64_t second, std::size_t size) {
    // Odd constants with bits all over (those of splitmix64); the high half of the product is well mixed.
    return ((first ^ (second * 0x9E3779B97F4A7C15ULL) ^ size) * 0xBF58476D1CE4E5B9ULL) >> 32;
}

/// First and last eight bytes of a name (of shorter ones: four, or all): with its length they are all of it, up to 16 bytes.
struct NameEnds {
    std::uint64_t first = 0, last = 0;
};

[[nodiscard]] inline NameEnds name_ends(std::string_view name) {
    NameEnds out;
    if (name.size() >= 8) {
        std::memcpy(&out.first, name.data(), 8);
        std::memcpy(&out.last, name.data() + name.size() - 8, 8);
    } else if (name.size() >= 4) {
        std::memcpy(&out.first, name.data(), 4);
        std::memcpy(&out.last, name.data() + name.size() - 4, 4);
    } else {
        for (const char c : name) out.first = out.first << 8 | static_cast<unsigned char>(c);
    }
    return out;
}

/// Hash of a name or key by its ends and its length: those of one record, enum or case rarely agree in all of them, and equal
/// hashes only cost a comparison.
[[nodiscard]] inline std::uint64_t name_hash(std::string_view name) {
    const NameEnds ends = name_ends(name);
    return word_hash(ends.first, ends.last, name.size());
}

/// The first 16 bytes of a name, zeros behind its end.
struct NameStart {
    std::uint64_t first = 0, second = 0;
    bool operator==(const NameStart&) const = default;

    [[nodiscard]] static NameStart of(std::string_view name) {
        char bytes[16] = {};
        std::memcpy(bytes, name.data(), std::min<std::size_t>(name.size(), 16));
        NameStart out;
        std::memcpy(&out.first, bytes, 8);
        std::memcpy(&out.second, bytes + 8, 8);
        return out;
    }
    [[nodiscard, gnu::always_inline]] static NameStart with_room(std::string_view name) {
        static constexpr auto masks = [] {  // by size
            std::array<NameStart, 17> out{};
            for (std::size_t n = 1; n <= 16; ++n) {
                out[n].first = n >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * n)) - 1;
                if (n > 8) out[n].second = ~std::uint64_t{0} >> (8 * (16 - n));
            }
            return out;
        }();
        const NameStart& mask = masks[std::min<std::size_t>(name.size(), 16)];
        NameStart out;
        std::memcpy(&out.first, name.data(), 8);
        std::memcpy(&out.second, name.data() + 8, 8);
        out.first &= mask.first;
        out.second &= mask.second;
        return out;
    }
    [[nodiscard]] std::uint64_t hash(std::size_t size) const { return word_hash(first, second, size); }
};

/// A hash table with open addressing, at most half full. Its slots hold the starts of the names: few are looked at elsewhere.
class NameTable {
public:
    /// Of two equal names the first one counts.
    void add(std::string_view name, int value);
    /// −1: not there.
    [[nodiscard]] int find(std::string_view name) const { return find(name, NameStart::of(name)); }
    /// The same for a name behind whose first byte at least 16 can be read: without a branch on its length.
    [[nodiscard, gnu::always_inline]] int find_with_room(std::string_view name) const { return find(name, NameStart::with_room(name)); }

private:
    [[nodiscard, gnu::always_inline]] int find(std::string_view name, NameStart start) const {
        if (slots_.empty()) return -1;
        for (std::size_t at = start.hash(name.size()) & mask_;; at = (at + 1) & mask_) {
            const Slot& slot = slots_[at];
            if (slot.start == start && slot.size == name.size() && (name.size() <= 16 || same_text(names_[static_cast<std::size_t>(slot.entry)], name))) return slot.value;
            if (slot.entry < 0) return -1;
        }
    }

    struct Slot {
        NameStart start;
        std::size_t size = SIZE_MAX;  ///< of no name, if the slot is free
        std::int32_t value = -1;
        std::int32_t entry = -1;  ///< number of the name; −1: free
    };
    void place(const Slot& slot);

    std::vector<std::string> names_;
    std::vector<Slot> slots_;
    std::size_t mask_ = 0;
};

}  // namespace kaoping::engine
