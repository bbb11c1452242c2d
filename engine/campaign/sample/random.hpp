#pragma once
// The random numbers of a draw, written down so that anyone can repeat it in any language (README.md, "Repeating a draw").

#include <cstdint>
#include <string_view>

namespace kaoping::campaign {

/// One step of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014), with state x before it.
[[nodiscard]] constexpr std::uint64_t splitmix(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15U;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31);
}

/// FNV-1a, 64 bits, over the bytes of the text.
[[nodiscard]] constexpr std::uint64_t text_number(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
}

/// A number from 0 to n − 1, each equally likely; n > 0. Numbers below 2^64 mod n are thrown away, which would favour small results.
[[nodiscard]] constexpr std::uint64_t random_below(std::uint64_t state, std::uint64_t n) {
    const std::uint64_t unfair = (0 - n) % n;
    for (;; state += 0x9E3779B97F4A7C15U) {
        const std::uint64_t number = splitmix(state);
        if (number >= unfair) return number % n;
    }
}

}  // namespace kaoping::campaign
