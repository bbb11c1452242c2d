// 32 bytes at once with AVX2: see wide_ways.hpp.

#include "engine/casefile/wide_ways.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include "engine/casefile/case_writer.hpp"
#include "engine/casefile/json_text.hpp"
#include "engine/casefile/record_keys.hpp"
#include "engine/time/common_instant_avx2.hpp"

#define WAY gnu::target("avx2,bmi,bmi2,popcnt,pclmul")

namespace kaoping::engine {

namespace with_avx2 {
namespace {

[[WAY, gnu::always_inline]] inline __m256i thirtytwo_at(const char* at) { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at)); }
[[WAY, gnu::always_inline]] inline __m256i each(char c) { return _mm256_set1_epi8(c); }
[[WAY, gnu::always_inline]] inline __m256i are(__m256i signs, char c) { return _mm256_cmpeq_epi8(signs, each(c)); }
[[WAY, gnu::always_inline]] inline __m256i any(__m256i a, __m256i b) { return _mm256_or_si256(a, b); }
[[WAY, gnu::always_inline]] inline std::uint32_t mask_of_bytes(__m256i compared) { return static_cast<std::uint32_t>(_mm256_movemask_epi8(compared)); }
[[WAY, gnu::always_inline]] inline std::uint64_t mask_of_both(__m256i low, __m256i high) { return mask_of_bytes(low) | std::uint64_t{mask_of_bytes(high)} << 32; }

[[WAY, gnu::always_inline]] inline __m256i doubtful(__m256i signs) { return any(_mm256_cmpeq_epi8(_mm256_min_epu8(signs, each(0x1F)), signs), are(signs, '\\')); }

[[WAY]] bool mark_stops(const char* at, std::size_t words, std::uint64_t* out) {
    __m256i all = _mm256_setzero_si256();
    for (; words != 0; --words, at += 64) {
        const __m256i low = thirtytwo_at(at), high = thirtytwo_at(at + 32);
        *out++ = mask_of_both(any(doubtful(low), are(low, '"')), any(doubtful(high), are(high, '"')));
        all = any(all, any(low, high));
    }
    return mask_of_bytes(all) == 0;
}

[[WAY, gnu::always_inline]] inline __m256i are_between(__m256i signs) { return any(any(are(signs, ','), are(signs, ':')), are(signs, ' ')); }
[[WAY, gnu::always_inline]] inline Structure structure_at(const char* at) {
    const __m256i low = thirtytwo_at(at), high = thirtytwo_at(at + 32);
    const __m256i folded_low = any(low, each(0x20)), folded_high = any(high, each(0x20));  // a bit by which [ and {, ] and } differ
    return {.opening = mask_of_both(are(folded_low, '{'), are(folded_high, '{')),
            .closing = mask_of_both(are(folded_low, '}'), are(folded_high, '}')),
            .quotes = mask_of_both(are(low, '"'), are(high, '"')),
            .between = mask_of_both(are_between(low), are_between(high)),
            .in_doubt = mask_of_bytes(any(doubtful(low), doubtful(high))) != 0};
}

[[WAY, gnu::always_inline]] inline std::int64_t instant_at(const char* quoted) { return common_instant_with_avx2(quoted); }
/// A product without carries is that sum of its factor's bits.
[[WAY, gnu::always_inline]] inline std::uint64_t inside_of_quotes(std::uint64_t quotes) {
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_clmulepi64_si128(_mm_cvtsi64_si128(static_cast<std::int64_t>(quotes)), _mm_set1_epi8(-1), 0)));
}

#include "engine/casefile/wide_ways_body.hpp"

}  // namespace
}  // namespace with_avx2

const WideWays ways_with_avx2 = {with_avx2::read_instant, with_avx2::mark_stops, with_avx2::pass_brackets};

}  // namespace kaoping::engine

#undef WAY

#endif
