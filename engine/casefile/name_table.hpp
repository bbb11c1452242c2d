#pragma once
// Names of a schema to small numbers: made once, asked for every key and every enum value of the data.

#include <cstdint>
#include <cstring>
#include <deque>
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

/// First and last eight bytes of a name (of shorter ones: four, or all): with its length they are all of it, up to 16 bytes.
struct NameEnds {
    std::uint64_t first = 0, last = 0;
    bool operator==(const NameEnds&) const = default;
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
[[nodiscard]] inline std::uint64_t name_hash(NameEnds ends, std::size_t size) {
    // Odd constants with bits all over (those of splitmix64); the high half of the product is well mixed.
    return ((ends.first ^ (ends.last * 0x9E3779B97F4A7C15ULL) ^ size) * 0xBF58476D1CE4E5B9ULL) >> 32;
}
[[nodiscard]] inline std::uint64_t name_hash(std::string_view name) { return name_hash(name_ends(name), name.size()); }

/// A hash table with open addressing, at most half full. Its slots hold the ends of the names: few are looked at elsewhere.
class NameTable {
public:
    /// Of two equal names the first one counts.
    void add(std::string_view name, int value);
    /// −1: not there.
    [[nodiscard]] int find(std::string_view name) const {
        if (slots_.empty()) return -1;
        const NameEnds ends = name_ends(name);
        for (std::size_t at = name_hash(ends, name.size()) & mask_;; at = (at + 1) & mask_) {
            const Slot& slot = slots_[at];
            if (slot.entry < 0) return -1;
            if (slot.ends == ends && slot.size == name.size() && (name.size() <= 16 || same_text(names_[static_cast<std::size_t>(slot.entry)], name))) return slot.value;
        }
    }

private:
    struct Slot {
        NameEnds ends;
        std::size_t size = 0;
        std::int32_t value = -1;
        std::int32_t entry = -1;  ///< number of the name; −1: free
    };
    void place(const Slot& slot);

    std::vector<std::string> names_;
    std::vector<Slot> slots_;
    std::size_t mask_ = 0;
};

/// A key as it stands in a JSON text, quotes and all: compared without looking for its end.
class QuotedKey {
public:
    QuotedKey() = default;
    /// A name that is written with escapes is never recognised.
    explicit QuotedKey(std::string_view name);
    /// Reads up to 16 bytes from `at`, whatever the length, and more only where those agree.
    [[nodiscard, gnu::always_inline]] bool stands_at(const char* at) const {
        std::uint64_t first, second;
        std::memcpy(&first, at, 8);
        std::memcpy(&second, at + 8, 8);
        if ((((first & first_mask_) ^ first_) | ((second & second_mask_) ^ second_)) != 0) return false;
        return tail_.empty() || std::memcmp(at + 16, tail_.data(), tail_.size()) == 0;
    }

private:
    std::uint64_t first_ = 1, first_mask_ = 0, second_ = 0, second_mask_ = 0;  // which nothing agrees with
    std::string tail_;  ///< what is behind 16 bytes
};

/// The order in which the keys of one record came so far: the next key is mostly the one that followed last time, so a
/// comparison replaces the look-up. One per record and thread.
class KeyOrder {
public:
    struct Seen {
        QuotedKey quoted;
        Seen* next = nullptr;         ///< the key that followed last time
        int value = -1;              ///< in the table of names
        std::string name;
    };

    KeyOrder();
    KeyOrder(KeyOrder&&) noexcept = default;
    /// Stands for the beginning of every object.
    [[nodiscard]] Seen& beginning() { return seen_.front(); }
    /// What is known of a key that came behind `last`, when another one was expected. `unknown`: the value of keys that are not in
    /// `names`. Names and `unknown` are the same in every call.
    [[nodiscard]] Seen& find(const NameTable& names, int unknown, std::string_view key, Seen& last);

private:
    std::deque<Seen> seen_;      ///< stays in place; the first one is the beginning
    NameTable places_;
    Seen stranger_;              ///< beyond what is remembered
};

}  // namespace kaoping::engine
