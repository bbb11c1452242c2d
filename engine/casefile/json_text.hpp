#pragma once
// Where things end in a JSON text, sixteen bytes at once. Behind every text stands a NUL, and `text_padding` bytes behind its end, that NUL
// among them, can be read: so no function here looks for the end, which stops all of them.

#include <cstddef>
#include <cstdint>

#include "engine/casefile/lanes.hpp"

namespace kaoping::engine {

inline constexpr std::size_t text_padding = 64;

/// Which of sixteen bytes stop a string: a quote, which ends it, a backslash, or a control character, which may not stand in it.
[[nodiscard, gnu::always_inline]] inline std::uint32_t string_stops(const char* at) {
    const Sixteen signs = sixteen_at(at);
    return mask_of((signs < 0x20) | (signs == '"') | (signs == '\\'));
}

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

/// What gives 32 bytes their structure, a bit each.
struct Structure {
    std::uint32_t opening = 0, closing = 0, quotes = 0;
    std::uint32_t between = 0;  ///< commas, colons and blanks
    bool in_doubt = false;      ///< there is a backslash or a control character, so that a quote may not be one
    explicit Structure(const char* at) {
        const Sixteen low = sixteen_at(at), high = sixteen_at(at + 16);
        const auto bits = [&](auto test) { return mask_of(test(low)) | mask_of(test(high)) << 16; };
        opening = bits([](Sixteen signs) { return (signs | 0x20) == '{'; });  // a bit by which [ and {, ] and } differ
        closing = bits([](Sixteen signs) { return (signs | 0x20) == '}'; });
        quotes = bits([](Sixteen signs) { return signs == '"'; });
        between = bits([](Sixteen signs) { return (signs == ',') | (signs == ':') | (signs == ' '); });
        const auto doubtful = [](Sixteen signs) { return (signs < 0x20) | (signs == '\\'); };
        in_doubt = mask_of(doubtful(low) | doubtful(high)) != 0;
    }
};

/// The same of 64 bytes.
struct Structure64 {
    std::uint64_t opening, closing, quotes, between;
    bool in_doubt;
};

/// Bits from each first one of two on to the second: what is inside of quotes, up to the last byte if one is open.
[[nodiscard]] constexpr std::uint32_t inside_of(std::uint32_t quotes) {
    for (int by = 1; by < 32; by *= 2) quotes ^= quotes << by;
    return quotes;
}

}  // namespace kaoping::engine
