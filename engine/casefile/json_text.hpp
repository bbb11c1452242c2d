#pragma once
// Where things end in a JSON text, sixteen bytes at once. Behind every text stands a NUL, and `text_padding` bytes behind its end, that NUL
// among them, can be read: so no function here looks for the end, which stops all of them.

#include <cstddef>
#include <cstdint>

#include "engine/casefile/lanes.hpp"

namespace kaoping::engine {

inline constexpr std::size_t text_padding = 64;

/// The place behind a word, which is a number, a truth value or null, or should be: before a blank, a NUL, or a sign that stands between
/// values.
[[nodiscard, gnu::always_inline]] inline const char* behind_word(const char* at) {
    for (;; at += 16) {
        const Sixteen signs = sixteen_at(at);
        // The brackets are those that have all bits of 0x7F but for 0x26; so have some letters that no word has.
        const std::uint32_t stops = mask_of((signs <= ' ') | (signs == ',') | (signs == ':') | (signs == '"') | ((signs | 0x26) == 0x7F));
        if (stops != 0) return at + first_of(stops);
    }
}

/// May a byte stand between values and mean nothing?
[[nodiscard]] constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// The place behind blanks.
[[nodiscard]] inline const char* behind_blanks(const char* at) {
    while (is_blank(*at)) ++at;
    return at;
}

/// What gives 64 bytes their structure, a bit each.
struct Structure {
    std::uint64_t opening, closing, quotes;
    std::uint64_t between;  ///< commas, colons and blanks
    bool in_doubt;          ///< there is a backslash or a control character, so that a quote may not be one
};

}  // namespace kaoping::engine
