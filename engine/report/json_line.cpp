// JSON of lines: see json_line.hpp.

#include "engine/report/json_line.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <type_traits>

#include <simdjson.h>

#include "dsl/source/utf8.hpp"
#include "engine/casefile/lanes.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine::json {

namespace {

constexpr std::size_t longest_escape = 6, longest_count = 20;

// Fewer bytes than sixteen, looked at together.
using Eight = std::uint8_t __attribute__((vector_size(8)));
using Four = std::uint8_t __attribute__((vector_size(4)));

/// Has any lane a bit set?
template <typename Lanes>
bool any(const Lanes& lanes) {
    using Word = std::conditional_t<sizeof(Lanes) < sizeof(std::uint64_t), std::uint32_t, std::uint64_t>;
    std::array<Word, sizeof lanes / sizeof(Word)> words;
    std::memcpy(words.data(), &lanes, sizeof lanes);
    Word all = 0;
    for (const Word word : words) all |= word;
    return all != 0;
}

/// Copies some bytes; those that must be escaped, or are not ASCII, leave bits in `escaped`, `foreign`.
template <typename Lanes>
void copy_lanes(char* to, const char* from, Lanes& escaped, Lanes& foreign) {
    Lanes bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    escaped |= reinterpret_cast<Lanes>(bytes < 0x20) | reinterpret_cast<Lanes>(bytes == '"') | reinterpret_cast<Lanes>(bytes == '\\');
    foreign |= bytes & 0x80;
    std::memcpy(to, &bytes, sizeof bytes);
}

/// Copies a text that is as long as the lanes, or longer; the last ones go together with some before them, which are copied once
/// more. False: something of it must be escaped.
template <typename Lanes>
bool copy_plain(char* to, std::string_view text, bool& ascii) {
    Lanes escaped{}, foreign{};
    std::size_t at = 0;
    for (; at + sizeof(Lanes) <= text.size(); at += sizeof(Lanes)) copy_lanes(to + at, text.data() + at, escaped, foreign);
    const std::size_t last = text.size() - sizeof(Lanes);
    if (at < text.size()) copy_lanes(to + last, text.data() + last, escaped, foreign);
    ascii = ascii && !any(foreign);
    return !any(escaped);
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

/// Sign by sign; gives the end. Apart from the texts that need it not, which nearly all are.
[[gnu::noinline]] char* put_escaped(char* to, std::string_view text, bool& ascii) {
    for (const char c : text) {
        const char escape = escape_of(c);
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
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
    limit_ = memory_.data() + memory_.size();
}

LineBuffer& LineBuffer::text(std::string_view value) {
    make_room(longest_escape * value.size() + 2);
    *end_ = '"';
    bool plain = false;  // of the shortest texts each sign is looked at
    if (value.size() >= sizeof(Sixteen)) plain = copy_plain<Sixteen>(end_ + 1, value, ascii_);
    else if (value.size() >= sizeof(Eight)) plain = copy_plain<Eight>(end_ + 1, value, ascii_);
    else if (value.size() >= sizeof(Four)) plain = copy_plain<Four>(end_ + 1, value, ascii_);
    end_ = plain ? end_ + 1 + value.size() : put_escaped(end_ + 1, value, ascii_);
    *end_++ = '"';
    return *this;
}

LineBuffer& LineBuffer::long_count(std::uint64_t count) {
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

std::string_view LineBuffer::take() {
    const std::string_view all(memory_.data(), static_cast<std::size_t>(end_ - memory_.data()));
    const bool valid = ascii_ || simdjson::validate_utf8(all.data(), all.size());
    end_ = memory_.data();
    ascii_ = true;
    if (valid) return all;
    mended_ = dsl::valid_utf8(all);
    return mended_;
}

}  // namespace kaoping::engine::json
