#pragma once
// The keys of one record as they come in the data: known again without a look-up.

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>

#include "engine/casefile/name_table.hpp"

namespace kaoping::engine {

/// A key as it stands in a JSON text, quotes, colon and all: compared without looking for its end.
class QuotedKey {
public:
    QuotedKey() = default;
    /// A name that is written with escapes is never recognised.
    explicit QuotedKey(std::string_view name);
    /// Reads up to 32 bytes from `at`, whatever the length, and more only where those agree.
    [[nodiscard, gnu::always_inline]] bool stands_at(const char* at) const {
        if (!begin_.agrees(at)) return false;
        return size_ <= 16 || (next_.agrees(at + 16) && (size_ <= 32 || std::memcmp(at + 32, tail_.data(), tail_.size()) == 0));
    }

private:
    /// Sixteen bytes, of which those under the mask count.
    struct Bytes {
        std::uint64_t first = 1, first_mask = 0, second = 0, second_mask = 0;  // which nothing agrees with
        explicit Bytes(std::string_view bytes);
        Bytes() = default;
        [[nodiscard, gnu::always_inline]] bool agrees(const char* at) const {
            std::uint64_t a, b;
            std::memcpy(&a, at, 8);
            std::memcpy(&b, at + 8, 8);
            return (((a & first_mask) ^ first) | ((b & second_mask) ^ second)) == 0;
        }
    };
    Bytes begin_, next_;
    std::size_t size_ = 0;
    std::string tail_;  ///< what is behind 32 bytes
};

/// The order in which the keys of one record came so far: the next key is mostly the one that followed last time, so a
/// comparison replaces the look-up. `Key` is what the reader knows of a key. One per record and thread.
template <typename Key>
class KeyOrder {
public:
    struct Seen {
        QuotedKey quoted;
        Seen* next = nullptr;   ///< the key that followed last time
        Key key;
        std::string name;
    };

    KeyOrder() : seen_(1) { beginning().next = &beginning(); }
    KeyOrder(KeyOrder&&) noexcept = default;
    /// Stands for the beginning of every object.
    [[nodiscard]] Seen& beginning() { return seen_.front(); }
    /// What is known of a key that came behind `last`, when another one was expected; `make(name)` says it of a new one.
    template <typename Make>
    [[nodiscard]] Seen& find(std::string_view name, Seen& last, Make&& make) {
        int place = places_.find(name);
        if (place < 0) {
            if (seen_.size() == most_keys) {
                stranger_ = {{}, &beginning(), make(name), std::string(name)};
                return stranger_;
            }
            place = static_cast<int>(seen_.size());
            places_.add(name, place);
            seen_.push_back({QuotedKey(name), &beginning(), make(name), std::string(name)});
        }
        Seen& found = seen_[static_cast<std::size_t>(place)];
        last.next = &found;
        return found;
    }

private:
    /// Beyond this many different keys of one record the order is not learned: hostile data must not grow it.
    static constexpr std::size_t most_keys = 1024;

    std::deque<Seen> seen_;      ///< stays in place; the first one is the beginning
    NameTable places_;
    Seen stranger_;              ///< beyond what is remembered
};

}  // namespace kaoping::engine
