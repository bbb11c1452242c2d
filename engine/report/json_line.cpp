// JSON of lines: see json_line.hpp.

#include "engine/report/json_line.hpp"

#include <algorithm>
#include <charconv>

#include <simdjson.h>

#include "dsl/source/utf8.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine::json {

namespace {

constexpr std::size_t longest_escape = 6, longest_count = 20;
constexpr std::ptrdiff_t word = 8;
constexpr std::uint64_t each = 0x0101010101010101, highest = 0x80 * each;  ///< the lowest, the highest bit of each of eight bytes

/// Whether any of eight bytes is a control character, a quote or a backslash: subtracting then borrows into a highest bit.
bool any_escaped(std::uint64_t bytes) {
    const auto below = [&](std::uint64_t values, std::uint64_t least) { return (values - least * each) & ~values & highest; };
    return (below(bytes, 0x20) | below(bytes ^ '"' * each, 1) | below(bytes ^ '\\' * each, 1)) != 0;
}

/// Copies eight bytes if none of them is escaped; `seen` collects bits of all of them.
bool copy_plain(char* to, const char* from, std::uint64_t& seen) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, from, sizeof bytes);
    if (any_escaped(bytes)) return false;
    seen |= bytes;
    std::memcpy(to, &bytes, sizeof bytes);
    return true;
}

/// What stands behind the backslash of a character; 0: it is not escaped, 'u': as a number.
char escape_of(char c) {
    switch (c) {
        case '"':
        case '\\': return c;
        case '\b': return 'b';
        case '\f': return 'f';
        case '\n': return 'n';
        case '\r': return 'r';
        case '\t': return 't';
        default: return static_cast<unsigned char>(c) < 0x20 ? 'u' : '\0';
    }
}

/// Sign by sign; gives the end.
char* put_escaped(char* to, const char* from, const char* end, std::uint64_t& seen) {
    for (; from != end; ++from) {
        const char c = *from, escape = escape_of(c);
        seen |= static_cast<unsigned char>(c);
        if (escape != '\0') {
            *to++ = '\\';
            *to++ = escape;
        } else {
            *to++ = c;
        }
        if (escape == 'u')
            for (const char digit : {'0', '0', c < 0x10 ? '0' : '1', "0123456789ABCDEF"[c & 0xF]}) *to++ = digit;
    }
    return to;
}

}  // namespace

void LineBuffer::grow(std::size_t bytes) {
    const auto used = static_cast<std::size_t>(end_ - memory_.data());
    memory_.resize(std::max(2 * memory_.size(), used + bytes));
    end_ = memory_.data() + used;
}

LineBuffer& LineBuffer::text(std::string_view value) {
    make_room(longest_escape * value.size() + 2);
    char* to = end_;
    std::uint64_t seen = 0;
    *to++ = '"';
    const char* from = value.data();
    const char* const end = from + value.size();
    for (; end - from >= word; from += word) {
        if (copy_plain(to, from, seen)) to += word;
        else to = put_escaped(to, from, from + word, seen);
    }
    const std::ptrdiff_t rest = end - from;
    // The last few bytes go together with some before them, which are copied once more.
    if (rest > 0 && value.size() > static_cast<std::size_t>(word) && copy_plain(to + rest - word, end - word, seen)) to += rest;
    else to = put_escaped(to, from, end, seen);
    *to++ = '"';
    end_ = to;
    ascii_ = ascii_ && (seen & highest) == 0;
    return *this;
}

LineBuffer& LineBuffer::count(std::uint64_t count) {
    make_room(longest_count);
    end_ = std::to_chars(end_, end_ + longest_count, count).ptr;
    return *this;
}

LineBuffer& LineBuffer::amount(std::int64_t millionths) {
    if (millionths < 0 || millionths % dsl::number_scale != 0) return put(format_number(millionths));
    return count(static_cast<std::uint64_t>(millionths / dsl::number_scale));
}

LineBuffer& LineBuffer::interval(Interval value) {
    return put(R"({"low":)").amount(value.low).put(R"(,"high":)").amount(value.high).put("}");
}

void LineBuffer::move_to(std::string& out) {
    const std::string_view line(memory_.data(), static_cast<std::size_t>(end_ - memory_.data()));
    if (ascii_ || simdjson::validate_utf8(line.data(), line.size())) out += line;
    else out += dsl::valid_utf8(line);
    end_ = memory_.data();
    ascii_ = true;
}

}  // namespace kaoping::engine::json
