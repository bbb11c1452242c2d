#pragma once
// Where strings end in a JSON text, found for the whole text at once.
//
// In a walk through a text every place waits for the one before: to load bytes, compare them and look for the first bit takes 22 cycles
// from the beginning of a string to its end, to load that bit half of them.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "engine/casefile/lanes.hpp"

namespace kaoping::engine {

/// A bit per byte of a text that stops a string: a quote, which ends it, a backslash, a control character, which may not stand in it, and
/// so the NUL behind the text.
class StringStops {
public:
    StringStops(const char* begin, const std::uint64_t* words) : begin_(begin), bytes_(reinterpret_cast<const char*>(words)) {}

    /// The first byte from a place in a string on that stops it. The place is none behind the NUL.
    [[nodiscard, gnu::always_inline]] const char* from(const char* at) const {
        for (;; at += sure) {
            const auto bit = static_cast<std::size_t>(at - begin_);
            std::uint64_t word;
            std::memcpy(&word, bytes_ + bit / 8, sizeof word);
            word >>= bit % 8;
            if (word != 0) [[likely]] return at + first_of(word);
        }
    }

private:
    static constexpr std::ptrdiff_t sure = 57;  ///< bits of a word that are left, whatever the place
    const char* begin_;
    const char* bytes_;
};

/// Marks one text after another; keeps its memory.
class StopMap {
public:
    /// A text as json_text.hpp wants it. Is all of it ASCII? It looks at a few bytes behind it, too.
    bool mark(std::string_view text);
    /// Of the text that was marked last, until another one is.
    [[nodiscard]] StringStops stops() const { return {begin_, words_.data()}; }

private:
    const char* begin_ = nullptr;
    std::vector<std::uint64_t> words_;
};

}  // namespace kaoping::engine
