#pragma once
// What reading JSON does with many bytes at once, in several ways: with what every machine has, with AVX2 (32 bytes) and with AVX-512 (64).

#include <cstddef>
#include <cstdint>

#include "engine/casefile/common_forms.hpp"

namespace kaoping::engine {

/// How far passing over a list or object has come.
struct BracketWalk {
    std::int64_t open = 0;  ///< brackets
    bool done = false;      ///< there are no more of them
    // Of the place where it stands.
    bool inside = false;    ///< of a string
    bool may_begin = true;  ///< a string
    bool has_ended = false; ///< just before, a string
};

struct WideWays {
    /// A time (common_forms.hpp).
    CommonForm read_instant;
    /// Marks bytes from a place on that stop a string (string_stops.hpp), 64 of them in each word. Are all bytes ASCII?
    bool (*mark_stops)(const char* at, std::size_t words, std::uint64_t* out);
    /// Passes over a list or object from a place in it on: the place behind it, or one before something, an escape or a mistake, that is
    /// to be looked at closer. A quote that nobody escaped turns strings inside out, and with an even number of them whole fields would
    /// be passed over unseen: but then strings begin or end where none can.
    const char* (*pass_brackets)(const char* at, BracketWalk& walk);
};

/// The best way that the machine has.
[[nodiscard]] const WideWays& wide_ways();

extern const WideWays plain_ways;
#if defined(__x86_64__)
extern const WideWays ways_with_avx2;    ///< only where has_avx2()
extern const WideWays ways_with_avx512;  ///< only where has_avx512()
#endif

}  // namespace kaoping::engine
