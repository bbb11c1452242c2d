// The plain way, and which one is taken: see wide_ways.hpp.

#include "engine/casefile/wide_ways.hpp"

#include "engine/casefile/case_writer.hpp"
#include "engine/casefile/machine.hpp"
#include "engine/casefile/json_text.hpp"
#include "engine/casefile/record_keys.hpp"
#include "engine/time/common_timestamp.hpp"

namespace kaoping::engine {

namespace plain {
namespace {

std::int64_t instant_at(const char* quoted) {
    std::int64_t out = 0;
    return quoted[0] == '"' && quoted[26] == '"' && parse_common_instant({quoted + 1, 25}, out) ? out : no_common_instant;
}

/// A bit per byte of 64, of what `test` says of sixteen of them.
template <typename Test>
std::uint64_t bits_of(const char* at, Test test) {
    std::uint64_t out = 0;
    for (int part = 0; part < 4; ++part) out |= std::uint64_t{mask_of(test(sixteen_at(at + 16 * part)))} << 16 * part;
    return out;
}

Sixteen doubtful(Sixteen signs) { return reinterpret_cast<Sixteen>((signs < 0x20) | (signs == '\\')); }

bool mark_stops(const char* at, std::size_t words, std::uint64_t* out) {
    Sixteen all = {};
    for (; words != 0; --words, at += 64) {
        *out++ = bits_of(at, [](Sixteen signs) { return doubtful(signs) | reinterpret_cast<Sixteen>(signs == '"'); });
        for (int part = 0; part < 4; ++part) all |= sixteen_at(at + 16 * part);
    }
    return mask_of(all >= 0x80) == 0;
}

Structure structure_at(const char* at) {
    return {.opening = bits_of(at, [](Sixteen signs) { return (signs | 0x20) == '{'; }),  // a bit by which [ and {, ] and } differ
            .closing = bits_of(at, [](Sixteen signs) { return (signs | 0x20) == '}'; }),
            .quotes = bits_of(at, [](Sixteen signs) { return signs == '"'; }),
            .between = bits_of(at, [](Sixteen signs) { return (signs == ',') | (signs == ':') | (signs == ' '); }),
            .in_doubt = bits_of(at, doubtful) != 0};
}

std::uint64_t inside_of_quotes(std::uint64_t quotes) {
    for (int by = 1; by < 64; by *= 2) quotes ^= quotes << by;
    return quotes;
}

#define WAY
#include "engine/casefile/wide_ways_body.hpp"
#undef WAY

}  // namespace
}  // namespace plain

const WideWays plain_ways = {plain::read_instant, plain::mark_stops, plain::pass_brackets};

const WideWays& wide_ways() {
#if defined(__x86_64__)
    if (has_avx512()) return ways_with_avx512;
    if (has_avx2()) return ways_with_avx2;
#endif
    return plain_ways;
}

}  // namespace kaoping::engine
