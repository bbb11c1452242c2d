#pragma once
// Names of a schema to small numbers: made once, asked for every key and every enum value of the data.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/source/text_ends.hpp"

namespace kaoping::engine {

/// Are two texts equal? Written out for the short ones that names and keys are: the library's comparison is a call.
[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) {
    const std::size_t size = a.size();
    if (size != b.size()) return false;
    if (size > 32) return std::memcmp(a.data(), b.data(), size) == 0;
    const auto same = [&](auto word, std::size_t at) {
        auto other = word;
        std::memcpy(&word, a.data() + at, sizeof(word));
        std::memcpy(&other, b.data() + at, sizeof(word));
        return word == other;
    };
    // Two words that overlap cover every length from one to two words.
    if (size > 16) return same(std::uint64_t{}, 0) && same(std::uint64_t{}, 8) && same(std::uint64_t{}, size - 16) && same(std::uint64_t{}, size - 8);
    if (size >= 8) return same(std::uint64_t{}, 0) && same(std::uint64_t{}, size - 8);
    if (size >= 4) return same(std::uint32_t{}, 0) && same(std::uint32_t{}, size - 4);
    return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

// Odd constants with bits all over (those of splitmix64).
inline constexpr std::uint64_t golden_ratio = 0x9E3779B97F4A7C15ULL, hash_multiplier = 0xBF58476D1CE4E5B9ULL;

/// Hash of two words of a name and its size; another one by each odd multiplier.
[[nodiscard]] constexpr std::uint64_t word_hash(std::uint64_t first, std::uint64_t second, std::size_t size, std::uint64_t multiplier = hash_multiplier) {
    // The high half of the product is well mixed.
    return ((first ^ (second * golden_ratio) ^ size) * multiplier) >> 32;
}

/// Hash of a name or key by its ends and its length: those of one record, enum or case rarely agree in all of them, and equal
/// hashes only cost a comparison.
[[nodiscard]] inline std::uint64_t name_hash(std::string_view name) {
    const dsl::TextEnds ends = dsl::text_ends(name);
    return word_hash(ends.first, ends.last, name.size());
}

/// Sixteen bytes of a name as numbers.
struct NamePart {
    std::uint64_t first = 0, second = 0;

    /// 0: it is the same.
    [[nodiscard, gnu::always_inline]] std::uint64_t differs(const NamePart& other) const { return (first ^ other.first) | (second ^ other.second); }
    /// The first ones, zeros behind the name's end.
    [[nodiscard]] static NamePart start_of(std::string_view name) {
        char bytes[16] = {};
        if (name.size() >= 16) std::memcpy(bytes, name.data(), 16);  // without a call
        else std::memcpy(bytes, name.data(), name.size());
        NamePart out;
        std::memcpy(&out.first, bytes, 8);
        std::memcpy(&out.second, bytes + 8, 8);
        return out;
    }
    /// The same of a name of at most 16 bytes that stands where 16 can be read.
    [[nodiscard, gnu::always_inline]] static NamePart start_with_room(std::string_view name) {
        static constexpr auto masks = [] {  // by size
            std::array<NamePart, 17> out{};
            for (std::size_t n = 1; n <= 16; ++n) {
                out[n].first = n >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * n)) - 1;
                if (n > 8) out[n].second = ~std::uint64_t{0} >> (8 * (16 - n));
            }
            return out;
        }();
        const NamePart& mask = masks[name.size()];
        NamePart out = at(name.data());
        out.first &= mask.first;
        out.second &= mask.second;
        return out;
    }
    /// All of them at a place of a longer name.
    [[nodiscard, gnu::always_inline]] static NamePart at(const char* place) {
        NamePart out;
        std::memcpy(&out.first, place, 8);
        std::memcpy(&out.second, place + 8, 8);
        return out;
    }
    /// The last ones of a longer name: with the first ones all of one of up to 32.
    [[nodiscard, gnu::always_inline]] static NamePart end_of(std::string_view name) { return at(name.data() + name.size() - 16); }
};

/// A hash table with open addressing, at most half full. Its slots hold the starts of the names: few are looked at elsewhere.
class alignas(64) NameTable {
public:
    /// `otherwise`: what stands for names that are not there.
    explicit NameTable(int otherwise = -1) : otherwise_(otherwise) {}

    /// Of two equal names the first one counts.
    void add(std::string_view name, int value);
    /// Looks for a hash by which no name stands where another one belongs: then a look-up takes one look, which no data can make hard
    /// to foresee. For tables that stay as they are and are asked often; what is added later may stand anywhere.
    void spread();
    /// Its value, or what stands for names that are not there.
    [[nodiscard]] int find(std::string_view name) const {
        const Slot* const slot = slot_of(name);
        return slot != nullptr ? slot->value : otherwise_;
    }
    /// The same for a name of at most 16 bytes that stands where 16 can be read: without a branch on its length. False: it is to be
    /// looked for with `find`.
    [[nodiscard, gnu::always_inline]] bool find_short(std::string_view name, int& value) const {
        const NamePart start = NamePart::start_with_room(name);
        const Slot& slot = slots_[home(name.size(), start)];
        if (slot.more) [[unlikely]] return false;
        const int absent = static_cast<int>(slot.holds(name.size(), start)) - 1;  // all bits, or none: a compiler makes a branch of `?`
        value = (slot.value & ~absent) | (otherwise_ & absent);
        return true;
    }
    /// The same for a name of 17 to 32 bytes.
    [[nodiscard, gnu::always_inline]] bool find_long(std::string_view name, int& value) const {
        const NamePart start = NamePart::at(name.data());
        const Slot& slot = slots_[home(name.size(), start)];
        if (slot.more) [[unlikely]] return false;
        value = slot.holds(name.size(), start) && slot.end.differs(NamePart::end_of(name)) == 0 ? slot.value : otherwise_;
        return true;
    }
    /// How many names do not stand where they belong.
    [[nodiscard]] std::size_t displaced() const;

private:
    struct alignas(64) Slot {  // lest it lie in two lines of a cache
        NamePart start;
        NamePart end;            ///< of names of more than 16 bytes
        std::uint32_t size = UINT32_MAX;  ///< of no name, if the slot is free
        std::int32_t value = -1;
        std::int32_t entry = -1;  ///< number of the name; −1: free
        bool more = false;        ///< a name that belongs here, or before, stands behind

        /// Without a branch for each of its parts.
        [[nodiscard, gnu::always_inline]] bool holds(std::size_t name_size, const NamePart& name_start) const {
            return (start.differs(name_start) | (size ^ name_size)) == 0;
        }
    };

    [[nodiscard, gnu::always_inline]] std::size_t home(std::size_t size, const NamePart& start) const {
        return word_hash(start.first, start.second, size, multiplier_) & mask_;
    }
    /// Would each name stand where it belongs?
    [[nodiscard]] bool all_apart(std::size_t slots, std::uint64_t multiplier) const;
    /// Null: it is not there.
    [[nodiscard]] const Slot* slot_of(std::string_view name) const {
        const NamePart start = NamePart::start_of(name);
        for (std::size_t at = home(name.size(), start);; at = (at + 1) & mask_) {
            const Slot& slot = slots_[at];
            if (slot.holds(name.size(), start) && (name.size() <= 16 || same_text(names_[static_cast<std::size_t>(slot.entry)], name))) return &slot;
            if (!slot.more) return nullptr;
        }
    }
    void place(const Slot& slot);
    /// Places all names anew.
    void rebuild(std::size_t slots, std::uint64_t multiplier);

    std::vector<std::string> names_;
    std::vector<Slot> slots_{1};
    std::uint32_t mask_ = 0;
    std::int32_t otherwise_;
    std::uint64_t multiplier_ = hash_multiplier;
};

}  // namespace kaoping::engine
