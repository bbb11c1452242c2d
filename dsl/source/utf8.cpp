// UTF-8 decoding and cell widths: see utf8.hpp.

#include "dsl/source/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace kaoping::dsl {

namespace {

struct Range {
    char32_t first, last;
};

// Blocks of annex 11 that are wide throughout; single wide symbols elsewhere do not occur in rule files.
constexpr std::array<Range, 14> wide_ranges{{{0x1100, 0x115F},
                                             {0x2E80, 0x303E},
                                             {0x3041, 0x33FF},
                                             {0x3400, 0x4DBF},
                                             {0x4E00, 0x9FFF},
                                             {0xA000, 0xA4CF},
                                             {0xA960, 0xA97F},
                                             {0xAC00, 0xD7A3},
                                             {0xF900, 0xFAFF},
                                             {0xFE30, 0xFE6F},
                                             {0xFF00, 0xFF60},
                                             {0xFFE0, 0xFFE6},
                                             {0x1F300, 0x1FAFF},
                                             {0x20000, 0x3FFFD}}};

constexpr std::array<Range, 7> zero_ranges{
    {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}}};

template <std::size_t N>
bool in_ranges(const std::array<Range, N>& ranges, char32_t point) {
    return std::any_of(ranges.begin(), ranges.end(), [&](Range r) { return r.first <= point && point <= r.last; });
}

/// Bytes of the sequence that a lead byte opens; 0 for a byte that opens none.
std::size_t sequence_length(std::uint8_t lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if ((lead & 0xF0) == 0xE0) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

}  // namespace

CodePoint next_code_point(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::size_t length = sequence_length(byte(0));
    if (length == 1) return {byte(0), 1, true};
    if (length == 0 || text.size() < length) return {};
    char32_t value = byte(0) & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        value = (value << 6) | (byte(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    if (value < least[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
    return {value, length, true};
}

std::string valid_utf8(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const CodePoint point = next_code_point(text);
        if (point.valid) out += text.substr(0, point.length);
        else out += "\xEF\xBF\xBD";
        text.remove_prefix(point.length);
    }
    return out;
}

std::size_t first_invalid_utf8(std::string_view text) {
    constexpr std::uint64_t beyond_ascii = 0x8080808080808080U;
    for (std::size_t at = 0; at < text.size();) {
        if (std::uint64_t eight = 0; at + sizeof eight <= text.size()) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & beyond_ascii) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        if (static_cast<std::uint8_t>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
        // Most of what is not ASCII are Chinese characters: three bytes, of which the first leaves nothing to check.
        if (at + 3 <= text.size() && byte(0) > 0xE0 && byte(0) < 0xED && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80) {
            at += 3;
            continue;
        }
        const CodePoint point = next_code_point(text.substr(at));
        if (!point.valid) return at;
        at += point.length;
    }
    return std::string_view::npos;
}

std::size_t cell_width(char32_t point) {
    if (point < 0x300) return 1;
    if (point >= 0x4E00 && point <= 0x9FFF) return 2;  // most of them
    if (in_ranges(zero_ranges, point)) return 0;
    return in_ranges(wide_ranges, point) ? 2 : 1;
}

std::size_t code_point_count(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) text.remove_prefix(next_code_point(text).length);
    return count;
}

}  // namespace kaoping::dsl
