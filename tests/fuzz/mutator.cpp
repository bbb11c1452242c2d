// See mutator.hpp.

#include "mutator.hpp"

#include <algorithm>
#include <iterator>

namespace fuzz_test {

namespace {

using namespace std::string_view_literals;

/// What lexers, YAML, JSON, CSV, patterns and clocks take for something.
constexpr std::string_view tokens[] = {
    "rule", "standard", "record", "enum", "case", "schema", "define", "let", "parameter", "table", "for each", "in force",
    "for each m in measures where ", "where", "require", "due", "done", "except when true: \"x\"", "on", "when", "needs", "basis", "effective from 2020-02-30",
    "deduct 0.5 to 2 each, at most 1", "absorbs", "message \"{x} {{\"", "severity veto", "from anything else", "if", "then", "else", "match", "not", "and", "or",
    "not not not ", "some x in", "every x in l where p satisfies q", "count of", "sum of", "earliest of", "first", "last", "is recorded", "is missing", "or else",
    "matches \"(a+)+$\"", "precedes", "days after", "24 hours after now", "working days", "strict", "rolling", "not counting (", "date of", "age of", "length of",
    "999999999999 months after now", "-> ", "[", "]", "{", "}", "(", ")", "[[[[[[[[", "((((((((((((((((", "{{{{{{{{", "\"", "'", "`", "\\", "\\u", "\\ud800",
    "\"\"", "#", ",", ":", ": ", "- ", "? ", "|\n", ">-\n", "&a ", "*a", "<<: *a", "!!str ", "!!int ", "%YAML 1.2\n", "---\n", "...\n", "~", "null", "true", "false",
    "0", "-1", "1e400", "-0.0000001", "1e-6", "9223372036854.775807", "-9223372036854.775808", "9223372036854775808", "340282366920938463463374607431768211456",
    "0x1F", ".inf", ".nan", "1_000", "0.1.2", "2026-02-29", "2024-02-29", "0000-00-00", "9999-12-31", "0001-01-01T00:00:00Z", "2026-03-29T02:30:00",
    "2026-10-25T02:30:00", "9999-12-31T23:59:59.999999-23:59", "24:00:00", "T23:59:60Z", "+08:00", "Z", "\n", "\r\n", "\r", "\t", "  ", "\xEF\xBB\xBF"sv,
    "\0"sv, "\xFF"sv, "\xC0\x80"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv, "\xE8\x80"sv, "考评", "，", "。", "“", "”", "：", "\xE2\x80\xA8"sv, "\xE2\x80\xAE"sv,
    "e\xCC\x81"sv, "\xF0\x9F\x87\xA8\xF0\x9F\x87\xB3"sv, "a/b~c", "$ref", "{\"id\":", "{}", "[]", "},{", "(?=", "(?:", "\\1", "{1,99999}", "*", "+", "[^]", "\\p{L}",
    "=== case.yaml\n", "=== t.rules\n", "a,b,c\n", "\"a\"\"b\"",
};

}  // namespace

std::string_view Mutator::piece_of_line(std::string_view text) {
    if (text.empty()) return text;
    const std::size_t at = below(text.size());
    if (below(2) == 0) return text.substr(at, 1 + below(64));
    // Whole lines: what is put together from them is often good enough to get past the first reader.
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::size_t end = begin;
    for (std::size_t lines = 1 + below(4); lines > 0 && end < text.size(); --lines) end = std::min(text.find('\n', end), text.size() - 1) + 1;
    return text.substr(begin, end - begin);
}

void Mutator::splice(std::string& text) {
    const std::string& other = corpus_[below(corpus_.size())];
    text = text.substr(0, below(text.size() + 1)) + other.substr(below(other.size() + 1));
}

void Mutator::mutate(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    switch (below(11)) {
        case 0:
            if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << below(8)));
            break;
        case 1:
            if (at < text.size()) text[at] = static_cast<char>(random_());
            break;
        case 2: text.erase(at, 1 + below(16)); break;
        case 3: {
            const std::string_view gone = piece_of_line(text);
            if (!gone.empty()) text.erase(static_cast<std::size_t>(gone.data() - text.data()), gone.size());
            break;
        }
        case 4: text.insert(at, std::string(piece_of_line(text))); break;
        case 5: text.insert(at, std::string(piece_of_line(corpus_[below(corpus_.size())]))); break;
        case 6: {
            std::string many(piece_of_line(text).substr(0, 24));
            const std::size_t times = std::size_t{1} << below(10);
            std::string repeated;
            for (std::size_t i = 0; i < times; ++i) repeated += many;
            text.insert(at, repeated);
            break;
        }
        case 7:
            if (below(8) == 0) text.resize(at);
            break;
        case 8:
            if (below(4) == 0) splice(text);
            break;
        default: {
            const std::string_view token = tokens[below(std::size(tokens))];
            if (below(2) == 0) text.insert(at, token);
            else text.replace(at, std::min(text.size() - at, token.size()), token);
        }
    }
}

std::string Mutator::next() {
    std::string text = corpus_[below(corpus_.size())];
    for (std::size_t left = 1 + below(below(4) == 0 ? 8 : 3); left > 0; --left) mutate(text);
    if (text.size() > max_bytes) text.resize(max_bytes);
    return text;
}

}  // namespace fuzz_test
