// 64 bytes at once with AVX-512: see wide_ways.hpp.

#include "engine/casefile/wide_ways.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include "engine/casefile/case_writer.hpp"
#include "engine/casefile/json_text.hpp"
#include "engine/casefile/record_keys.hpp"
#include "engine/time/common_instant_avx2.hpp"

#define WAY gnu::target("avx512f,avx512bw,avx512vl,avx2,bmi,bmi2,popcnt,pclmul")

namespace kaoping::engine {

namespace with_avx512 {
namespace {

[[WAY, gnu::always_inline]] inline __m512i sixtyfour_at(const char* at) { return _mm512_loadu_si512(at); }
[[WAY, gnu::always_inline]] inline __m512i each(char c) { return _mm512_set1_epi8(c); }

[[WAY, gnu::always_inline]] inline std::uint64_t doubtful(__m512i signs) { return _mm512_cmplt_epu8_mask(signs, each(0x20)) | _mm512_cmpeq_epi8_mask(signs, each('\\')); }

[[WAY]] bool mark_stops(const char* at, std::size_t words, std::uint64_t* out) {
    __m512i all = _mm512_setzero_si512();
    for (; words != 0; --words, at += 64) {
        const __m512i signs = sixtyfour_at(at);
        *out++ = doubtful(signs) | _mm512_cmpeq_epi8_mask(signs, each('"'));
        all = _mm512_or_si512(all, signs);
    }
    return _mm512_movepi8_mask(all) == 0;
}

[[WAY, gnu::always_inline]] inline Structure structure_at(const char* at) {
    const __m512i signs = sixtyfour_at(at);
    const __m512i folded = _mm512_or_si512(signs, each(0x20));  // a bit by which [ and {, ] and } differ
    return {.opening = _mm512_cmpeq_epi8_mask(folded, each('{')),
            .closing = _mm512_cmpeq_epi8_mask(folded, each('}')),
            .quotes = _mm512_cmpeq_epi8_mask(signs, each('"')),
            .between = _mm512_cmpeq_epi8_mask(signs, each(',')) | _mm512_cmpeq_epi8_mask(signs, each(':')) | _mm512_cmpeq_epi8_mask(signs, each(' ')),
            .in_doubt = doubtful(signs) != 0};
}

[[WAY, gnu::always_inline]] inline std::int64_t instant_at(const char* quoted) { return common_instant_with_avx2(quoted); }
/// A product without carries is that sum of its factor's bits.
[[WAY, gnu::always_inline]] inline std::uint64_t inside_of_quotes(std::uint64_t quotes) {
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_clmulepi64_si128(_mm_cvtsi64_si128(static_cast<std::int64_t>(quotes)), _mm_set1_epi8(-1), 0)));
}

#include "engine/casefile/wide_ways_body.hpp"

}  // namespace
}  // namespace with_avx512

const WideWays ways_with_avx512 = {with_avx512::read_instant, with_avx512::mark_stops, with_avx512::pass_brackets};

}  // namespace kaoping::engine

#undef WAY

#endif
