#pragma once
// The keys of one record as they come in the data: known again without a look-up.

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <utility>

#include "engine/casefile/json_text.hpp"
#include "engine/casefile/name_table.hpp"

namespace kaoping::engine {

/// A key as it stood in a JSON text: all bytes from behind the sign before it to its value, blanks and colon too. Where they stand again,
/// the key is known without looking for its end.
class KeyBytes {
public:
    static constexpr std::size_t most = 64;

    /// Stands nowhere.
    KeyBytes() = default;
    /// Of more than `most` bytes: stands nowhere.
    explicit KeyBytes(std::string_view bytes);
    /// Reads up to 32 bytes from `at`, whatever its size, and up to `most` only where those agree.
    [[nodiscard, gnu::always_inline]] bool stand_at(const char* at) const {
        if (!begin_.agrees(at)) return false;
        return size_ <= 16 || (next_.agrees(at + 16) && (size_ <= 32 || std::memcmp(at + 32, rest_, size_ - 32) == 0));
    }
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    /// Sixteen bytes, of which those under the mask count.
    struct Bytes {
        Sixteen signs = {1}, mask = {};  // which nothing agrees with
        explicit Bytes(std::string_view bytes);
        Bytes() = default;
        [[nodiscard, gnu::always_inline]] bool agrees(const char* at) const {
            return mask_of((sixteen_at(at) & mask) == signs) == 0xFFFF;
        }
    };
    Bytes begin_, next_;
    std::size_t size_ = 0;
    char rest_[most - 32] = {};  ///< what is behind 32 bytes
};

/// The order in which the keys of one record came so far: the next key is mostly the one that followed last time, so a
/// comparison replaces the look-up. `Key` is what the reader knows of a key. One per record and thread.
template <typename Key>
class KeyOrder {
public:
    struct Seen {
        KeyBytes bytes;         ///< how it stood last time
        Seen* next = nullptr;   ///< the key that followed last time …
        Seen* other = nullptr;  ///< … and the one that did before
        Key key;
        std::string name;
    };

    KeyOrder() : seen_(1) { beginning().next = beginning().other = &beginning(); }
    KeyOrder(KeyOrder&&) noexcept = default;
    /// Stands for the beginning of every object.
    [[nodiscard]] Seen& beginning() { return seen_.front(); }
    /// What is known of a key that came behind `last`, and stood there as `bytes`, when another one was expected; `make(name)` says it
    /// of a new one.
    template <typename Make>
    [[nodiscard]] Seen& find(std::string_view name, std::string_view bytes, Seen& last, Make&& make) {
        int place = places_.find(name);
        if (place < 0) {
            if (seen_.size() == most_keys) {
                stranger_ = {{}, &beginning(), &beginning(), make(name), std::string(name)};
                return stranger_;
            }
            place = static_cast<int>(seen_.size());
            places_.add(name, place);
            seen_.push_back({{}, &beginning(), &beginning(), make(name), std::string(name)});
        }
        Seen& found = seen_[static_cast<std::size_t>(place)];
        if (!found.bytes.stand_at(bytes.data())) found.bytes = KeyBytes(bytes);
        last.other = std::exchange(last.next, &found);
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
