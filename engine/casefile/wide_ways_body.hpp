// What all ways of wide_ways.hpp share: included by each inside of its anonymous namespace (so: no guard, no includes), behind WAY, the
// attribute of functions that use its instructions, `instant_at(quoted)` (common_instant_avx2.hpp), `structure_at(at)` and
// `inside_of_quotes(quotes)`: bits from each first one of two on to the second, up to the last byte if one is open.

/// "2026-03-02T10:20:01+08:00".
[[WAY]] const char* read_instant(const FormText& text, const RecordKey& key, std::int32_t row, const char* at) {
    const std::int64_t instant = instant_at(at);
    if (instant == no_common_instant || instant > text.writer.latest_instant()) return nullptr;
    key.cells->numbers[row] = instant;
    return at + 27;
}

[[WAY]] const char* pass_brackets(const char* at, BracketWalk& walk) {
    std::int64_t open = walk.open;
    std::uint64_t inside = walk.inside ? ~std::uint64_t{0} : 0;
    std::uint64_t may_begin = walk.may_begin, has_ended = walk.has_ended;  // the lowest bit
    for (;; at += 64) {
        const Structure found = structure_at(at);
        const std::uint64_t strings = inside_of_quotes(found.quotes) ^ inside;
        const std::uint64_t begins = found.quotes & strings, ends = found.quotes & ~strings;
        const std::uint64_t astray = (begins & ~((found.opening | found.between) << 1 | may_begin)) | ((ends << 1 | has_ended) & ~(found.closing | found.between));
        if (found.in_doubt || astray != 0) break;
        const std::uint64_t opens = found.opening & ~strings, closes = found.closing & ~strings;
        // Mostly not all that is open can end here: then nobody asks in which order they come.
        if (const std::int64_t closed = __builtin_popcountll(closes); open > closed) {
            open += __builtin_popcountll(opens) - closed;
        } else {
            for (std::uint64_t left = opens | closes; left != 0; left &= left - 1) {
                const std::size_t place = first_of(left);
                open += (opens >> place & 1) != 0 ? 1 : -1;
                if (open == 0) {
                    walk.done = true;
                    return at + place + 1;
                }
            }
        }
        inside = 0 - (strings >> 63);
        may_begin = (found.opening | found.between) >> 63;
        has_ended = ends >> 63;
    }
    walk = {open, false, inside != 0, may_begin != 0, has_ended != 0};
    return at;
}
