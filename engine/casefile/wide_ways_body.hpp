// What the ways of wide_ways.hpp with wide registers share: included by each inside of its anonymous namespace (so: no guard, no
// includes), behind WAY, the attribute of functions that use its instructions, and `structure_at(at)`.

/// "2026-03-02T10:20:01+08:00".
[[WAY]] const char* read_instant(const FormText& text, const RecordKey& key, std::int32_t row, const char* at) {
    const std::int64_t instant = common_instant_with_avx2(at);
    if (instant == no_common_instant || instant > text.writer.latest_instant()) return nullptr;
    key.cells->numbers[row] = instant;
    return at + 27;
}

/// Bits from each first one of two on to the second: what is inside of quotes, up to the last byte if one is open. A product without
/// carries is that sum of its factor's bits.
[[WAY, gnu::always_inline]] inline std::uint64_t inside_of_quotes(std::uint64_t quotes) {
    const __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128(static_cast<std::int64_t>(quotes)), _mm_set1_epi8(-1), 0);
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
}

[[WAY]] const char* behind_brackets(const char* at) {
    std::int64_t open = 0;
    std::uint64_t inside = 0;                    // all bits, if a string is open where 64 bytes begin
    std::uint64_t may_begin = 1, has_ended = 0;  // lowest bit: may a string begin there, did one end just before
    for (;; at += 64) {
        const Structure64 found = structure_at(at);
        const std::uint64_t strings = inside_of_quotes(found.quotes) ^ inside;
        const std::uint64_t begins = found.quotes & strings, ends = found.quotes & ~strings;
        const std::uint64_t astray = (begins & ~((found.opening | found.between) << 1 | may_begin)) | ((ends << 1 | has_ended) & ~(found.closing | found.between));
        if (found.in_doubt || astray != 0) return nullptr;
        const std::uint64_t opens = found.opening & ~strings, closes = found.closing & ~strings;
        // Mostly not all that is open can end here: then nobody asks in which order they come.
        if (const std::int64_t closed = __builtin_popcountll(closes); open > closed) {
            open += __builtin_popcountll(opens) - closed;
        } else {
            for (std::uint64_t left = opens | closes; left != 0; left &= left - 1) {
                const std::size_t place = first_of(left);
                open += (opens >> place & 1) != 0 ? 1 : -1;
                if (open == 0) return at + place + 1;
            }
        }
        inside = 0 - (strings >> 63);
        may_begin = (found.opening | found.between) >> 63;
        has_ended = ends >> 63;
    }
}
