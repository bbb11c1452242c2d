#pragma once
// What reading JSON does with many bytes at once, in several ways: with what every machine has, with AVX2 (32 bytes) and with AVX-512 (64).

#include <cstddef>
#include <cstdint>

#include "engine/casefile/common_forms.hpp"

namespace kaoping::engine {

struct WideWays {
    /// A time (common_forms.hpp).
    CommonForm read_instant;
    /// Marks bytes from a place on that stop a string (json_text.hpp), 64 of them in each word. Are all bytes ASCII?
    bool (*mark_stops)(const char* at, std::size_t words, std::uint64_t* out);
    /// The place behind the list or object here, as JsonWalk::skip_brackets finds it, or null: there is something in it, an escape or a
    /// mistake, that is to be looked at closer.
    const char* (*behind_brackets)(const char* at);
};

/// The best way that the machine has.
[[nodiscard]] const WideWays& wide_ways();

extern const WideWays plain_ways;  ///< has no way with brackets
#if defined(__x86_64__)
extern const WideWays ways_with_avx2;    ///< only where has_avx2()
extern const WideWays ways_with_avx512;  ///< only where has_avx512()
#endif

}  // namespace kaoping::engine
