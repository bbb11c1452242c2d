// JSON appended to a text: see json_text.hpp.

#include "engine/report/json_text.hpp"

#include <charconv>
#include <cstring>

#include <simdjson.h>

#include "dsl/source/utf8.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine::json {

namespace {

bool is_escaped(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

/// Whether any of eight bytes is escaped: in each, the highest bit comes up by a subtraction that borrows.
bool any_escaped(std::uint64_t bytes) {
    constexpr std::uint64_t each = 0x0101010101010101, highest = 0x80 * each;
    const auto below = [&](std::uint64_t word, std::uint64_t least) { return (word - least * each) & ~word & highest; };
    return (below(bytes, 0x20) | below(bytes ^ '"' * each, 1) | below(bytes ^ '\\' * each, 1)) != 0;
}

/// How many bytes from the beginning are copied as they are.
std::size_t plain_length(std::string_view text) {
    std::size_t at = 0;
    for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        if (any_escaped(bytes)) break;
    }
    while (at < text.size() && !is_escaped(text[at])) ++at;
    return at;
}

void append_escape(std::string& out, char c) {
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\b': out += "\\b"; return;
        case '\f': out += "\\f"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default:
            out += c < 0x10 ? "\\u000" : "\\u001";
            out += "0123456789ABCDEF"[c & 0x0F];
    }
}

}  // namespace

void append_text(std::string& out, std::string_view value) {
    out += '"';
    for (;;) {
        const std::size_t plain = plain_length(value);
        out.append(value.data(), plain);
        if (plain == value.size()) break;
        append_escape(out, value[plain]);
        value.remove_prefix(plain + 1);
    }
    out += '"';
}

void append_text_or_null(std::string& out, std::string_view value) {
    if (value.empty()) out += "null";
    else append_text(out, value);
}

void append_count(std::string& out, std::uint64_t count) {
    char digits[20];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, count).ptr);
}

void append_interval(std::string& out, Interval value) {
    out += R"({"low":)";
    append_number(out, value.low);
    out += R"(,"high":)";
    append_number(out, value.high);
    out += '}';
}

void mend_utf8(std::string& out, std::size_t begin) {
    const std::string_view line = std::string_view(out).substr(begin);
    if (simdjson::validate_utf8(line.data(), line.size())) return;
    const std::string mended = dsl::valid_utf8(line);
    out.replace(begin, std::string::npos, mended);
}

}  // namespace kaoping::engine::json
