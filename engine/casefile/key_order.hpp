#pragma once
// The keys of one record as they come in the data: known again without a look-up.

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/casefile/json_text.hpp"
#include "engine/casefile/name_table.hpp"

namespace kaoping::engine {

/// The order in which the keys of one record came so far: the next key is mostly the one that followed last time, so a
/// comparison replaces the look-up. `Key` is what the reader knows of a key. One per record and thread.
template <typename Key>
class KeyOrder {
public:
    /// A key, and how it stood last time: all bytes from behind the sign before it to its value, blanks and colon too. Where they stand
    /// again, the key is known without looking for its end. What is asked of every key lies in one line of a cache, the first 32 bytes of
    /// `Key` too: there are hundreds of keys, and little room beside the text and the columns.
    class alignas(64) Seen {
        Sixteen begin_ = {};
        std::uint32_t behind_ = nowhere;  ///< a bit per byte of `begin_`: those behind the key's end, which do not count
        std::uint32_t size_ = 0;          ///< of all its bytes

    public:
        Seen* next;   ///< the key that followed last time …
        Key key;
        Seen* other;  ///< … and the one that did before
        std::string name;

        static constexpr std::size_t most_bytes = 64;

        /// Stands nowhere.
        Seen(Seen* following, Key k, std::string n) : next(following), key(std::move(k)), other(following), name(std::move(n)) {}

        /// Reads up to 32 bytes from `at`, whatever its size, and up to `most_bytes` only where those agree.
        [[nodiscard, gnu::always_inline]] bool stands_at(const char* at) const {
            if (!agree(begin_, behind_, at)) return false;
            return size_ <= 16 || (agree(more_, more_behind_, at + 16) && (size_ <= 32 || std::memcmp(at + 32, rest_, size_ - 32) == 0));
        }
        [[nodiscard]] std::size_t size() const { return size_; }
        /// From now on it stands as `bytes`; as more than `most_bytes` nowhere.
        void learn(std::string_view bytes);
        /// From now on it stands nowhere.
        void forget() { behind_ = nowhere; }

    private:
        static constexpr std::uint32_t nowhere = 1U << 16;  // a bit too many for the sixteen that are set where it stands

        [[nodiscard, gnu::always_inline]] static bool agree(const Sixteen& bytes, std::uint32_t behind, const char* at) {
            return (mask_of(sixteen_at(at) == bytes) | behind) == 0xFFFF;
        }

        Sixteen more_ = {};
        std::uint32_t more_behind_ = 0;
        char rest_[most_bytes - 32] = {};  ///< what is behind 32 bytes
    };

    KeyOrder() {
        seen_.emplace_back(nullptr, Key{}, std::string());
        beginning().next = beginning().other = &beginning();
    }
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
                stranger_.emplace(&beginning(), make(name), std::string(name));
                return *stranger_;
            }
            place = static_cast<int>(seen_.size());
            places_.add(name, place);
            seen_.emplace_back(&beginning(), make(name), std::string(name));
        }
        Seen& found = seen_[static_cast<std::size_t>(place)];
        if (!found.stands_at(bytes.data())) found.learn(bytes);
        last.other = std::exchange(last.next, &found);
        return found;
    }

private:
    /// Beyond this many different keys of one record the order is not learned: hostile data must not grow it.
    static constexpr std::size_t most_keys = 1024;

    std::deque<Seen> seen_;         ///< stays in place; the first one is the beginning
    NameTable places_;
    std::optional<Seen> stranger_;  ///< beyond what is remembered
};

template <typename Key>
void KeyOrder<Key>::Seen::learn(std::string_view bytes) {
    forget();
    if (bytes.empty() || bytes.size() > most_bytes) return;
    const auto keep = [](std::string_view part, Sixteen& to, std::uint32_t& behind) {
        const std::size_t size = std::min(part.size(), sizeof to);
        std::memcpy(&to, part.data(), size);
        behind = 0xFFFFU << size & 0xFFFFU;
    };
    size_ = static_cast<std::uint32_t>(bytes.size());
    keep(bytes, begin_, behind_);
    if (size_ > 16) keep(bytes.substr(16), more_, more_behind_);
    if (size_ > 32) bytes.copy(rest_, sizeof rest_, 32);
}

}  // namespace kaoping::engine
