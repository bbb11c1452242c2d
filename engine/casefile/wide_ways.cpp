// The plain way, and which one is taken: see wide_ways.hpp.

#include "engine/casefile/wide_ways.hpp"

#include "engine/casefile/case_writer.hpp"
#include "engine/casefile/machine.hpp"
#include "engine/casefile/json_text.hpp"
#include "engine/casefile/record_keys.hpp"
#include "engine/time/common_timestamp.hpp"

namespace kaoping::engine {

namespace {

/// "2026-03-02T10:20:01+08:00".
const char* read_instant_plainly(const FormText& text, const RecordKey& key, std::int32_t row, const char* at) {
    std::int64_t instant = 0;
    if (at[0] != '"' || at[26] != '"' || !parse_common_instant({at + 1, 25}, instant) || instant > text.writer.latest_instant()) return nullptr;
    key.cells->numbers[row] = instant;
    return at + 27;
}

bool mark_stops_plainly(const char* at, std::size_t words, std::uint64_t* out) {
    Sixteen all = {};
    for (; words != 0; --words, at += 64) {
        const auto stops = [at](int part) { return std::uint64_t{string_stops(at + 16 * part)} << 16 * part; };
        *out++ = stops(0) | stops(1) | stops(2) | stops(3);
        for (int part = 0; part < 4; ++part) all |= sixteen_at(at + 16 * part);
    }
    return mask_of(all >= 0x80) == 0;
}

const char* behind_no_brackets(const char*) { return nullptr; }

}  // namespace

const WideWays plain_ways = {read_instant_plainly, mark_stops_plainly, behind_no_brackets};

const WideWays& wide_ways() {
#if defined(__x86_64__)
    if (has_avx512()) return ways_with_avx512;
    if (has_avx2()) return ways_with_avx2;
#endif
    return plain_ways;
}

}  // namespace kaoping::engine
