// Characters → tokens with Spirit X3: see lexer.hpp.

#include "dsl/syntax/lexer.hpp"

#include "dsl/syntax/spirit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dsl/source/utf8.hpp"
#include "dsl/syntax/brackets.hpp"

namespace kaoping::dsl {

namespace {

namespace x3 = boost::spirit::x3;
using Chars = const char*;

/// A symbol as written: its canonical spelling, and whether a word of advice belongs to it.
struct Spelling {
    enum class Note { none, foreign, full_width } note = Note::none;
    std::string_view canonical;
    bool word = false;  ///< the canonical spelling is a word (`and` for `&&`)
};

struct SymbolTable : x3::symbols<Spelling> {
    SymbolTable() {
        for (const char* s : {"(", ")", "[", "]", "{", "}", ",", ":", ".", "?", "->", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/"})
            add(s, {Spelling::Note::none, s, false});
        add("==", {Spelling::Note::foreign, "=", false})("<>", {Spelling::Note::foreign, "!=", false})(
            "&&", {Spelling::Note::foreign, "and", true})("||", {Spelling::Note::foreign, "or", true})(
            "!", {Spelling::Note::foreign, "not", true})(":=", {Spelling::Note::foreign, "=", false})(
            "=>", {Spelling::Note::foreign, ">=", false})("=<", {Spelling::Note::foreign, "<=", false});
        const std::pair<const char*, const char*> wide[] = {{"（", "("}, {"）", ")"}, {"，", ","}, {"：", ":"}, {"．", "."}, {"＝", "="},
                                                            {"＜", "<"}, {"＞", ">"}, {"＋", "+"}, {"－", "-"}, {"｛", "{"}, {"｝", "}"},
                                                            {"、", ","}, {"≤", "<="}, {"≥", ">="}, {"≠", "!="}, {"×", "*"}, {"÷", "/"}, {"！=", "!="}, {"！＝", "!="}, {"［", "["}, {"］", "]"}, {"？", "?"}};
        for (const auto& [from, to] : wide) add(from, {Spelling::Note::full_width, to, false});
        add("！", {Spelling::Note::full_width, "not", true});
    }
};

const SymbolTable symbol_table;

const auto digit = x3::digit;
const auto two = digit >> digit;
const auto date_text = x3::repeat(4)[digit] >> '-' >> two >> '-' >> two;
const auto clock_text = two >> ':' >> two >> -(':' >> two >> -('.' >> +digit));
const auto offset_text = x3::lit('Z') | (x3::char_("+-") >> two >> ':' >> two);
const auto datetime_text = date_text >> 'T' >> clock_text >> -offset_text;
const auto number_text = +digit >> -('.' >> +digit);
// Signs that a word must not swallow, because they look like a blank, like nothing, or like quotes and stops: all of
// U+2000–U+207F, the no-break blank, the byte order mark, and the full-width signs without a place in this language.
const auto never_in_words = x3::lit("\xE2\x80") | "\xE2\x81" | "\u00A0" | "\uFEFF" | "\u3000" | "\u3002" | "\u300C" | "\u300D" | "\u3010" |
                            "\u3011" | "\uFF02" | "\uFF1B";
const auto beyond_ascii = x3::char_('\x80', '\xff') - symbol_table - never_in_words;
const auto blank_text = +(x3::char_(" \t\r") | "\xEF\xBB\xBF" | "\u3000" | "\u00A0");

// Words and texts are most of a file, and nearly all of their bytes are plain: those are passed over in loops.
constexpr std::array<bool, 256> table_of(std::string_view signs) {
    std::array<bool, 256> out{};
    for (const char c : signs) out[static_cast<unsigned char>(c)] = true;
    return out;
}
constexpr auto plain_signs = table_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");
/// Symbols that no longer symbol begins with: most of those in a file.
constexpr std::array<Lexeme, 256> lone_lexemes = []() consteval {
    std::array<Lexeme, 256> out{};
    for (const char c : std::string_view("(),.{}[]?+*/")) out[static_cast<unsigned char>(c)] = lexeme({&c, 1});
    return out;
}();
/// What a word goes on with: letters, digits, `_`, and signs beyond ASCII.
struct WordSigns : x3::parser<WordSigns> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    static bool plain(char c) { return plain_signs[static_cast<unsigned char>(c)]; }
    template <typename Context, typename RContext, typename Attribute>
    bool parse(Chars& first, const Chars& last, const Context&, RContext&, Attribute&) const {
        Chars at = first;  // a place of its own, for all a compiler knows a sign could be part of `first`
        do
            while (at != last && plain(*at)) ++at;
        while (at != last && static_cast<unsigned char>(*at) >= 0x80 && x3::parse(at, last, x3::omit[beyond_ascii]));
        return std::exchange(first, at) != at;
    }
};
const WordSigns word_signs;
/// `"…"` on one line.
struct QuotedText : x3::parser<QuotedText> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    template <typename Context, typename RContext, typename Attribute>
    bool parse(Chars& first, const Chars& last, const Context&, RContext&, Attribute&) const {
        Chars at = first;
        if (at == last || *at != '"') return false;
        for (++at; at != last && *at != '\n'; ++at) {
            if (*at == '"') {
                first = at + 1;
                return true;
            }
            if (*at == '\\' && (++at == last || *at == '\n')) return false;  // any sign of the line may stand behind it
        }
        return false;
    }
};
const QuotedText quoted_text;
// Inside a text of the rule file, and between typographic quotes.
const auto escaped_quoted_text = "\\\"" >> *(x3::char_ - "\\\"" - '\n') >> "\\\"";
const auto curly_quoted_text = x3::lit("\u201C") >> *(x3::char_ - "\u201D" - '\n' - '"') >> "\u201D";
const auto backticked_text = '`' >> +(x3::char_ - '`' - '\n') >> '`';

class Lexer {
public:
    Lexer(const SourceMap& sources, Span range, Diagnostics& out, const SyntaxBudget& budget, bool inside_text)
        : range_(range), text_(sources.text(range)), out_(out), budget_(budget), inside_text_(inside_text), at_(text_.data()),
          end_(text_.data() + text_.size()), valid_utf8_(first_invalid_utf8(text_) == std::string_view::npos) {}

    TokenList run() {
        tokens_.reserve(text_.size() / 5 + 4);
        while (at_ != end_ && !over_budget()) {
            const bool plain_sign = *at_ > ' ' && *at_ < 0x7F;
            if (*at_ == '\n') {
                line_start_ = true;
                ++at_;
            } else if (*at_ == ' ') {
                at_ = std::find_if(at_, end_, [](char c) { return c != ' '; });
            } else if (*at_ == '#') {
                at_ = line_end(at_);
            } else if (plain_sign || !x3::parse(at_, end_, x3::omit[blank_text])) {
                token();
                line_start_ = false;
            }
        }
        Token end;
        end.span = span(end_, end_);
        end.line_start = true;
        end.text = {end_, 0};
        tokens_.push_back(end);
        return std::move(tokens_);
    }

private:
    template <typename Parser>
    bool take(TokenKind kind, const Parser& parser, std::size_t quotes = 0) {
        const Chars begin = at_;
        if (!x3::parse(at_, end_, x3::omit[parser])) return false;
        push(kind, begin, {begin + quotes, static_cast<std::size_t>(at_ - begin) - 2 * quotes});
        return true;
    }

    void token() {
        if (*at_ == '"') return text();
        if (*at_ == '`') return backticked();
        if (lone_lexemes[static_cast<unsigned char>(*at_)] != no_lexeme) return lone_symbol();
        if (inside_text_ && take(TokenKind::text, escaped_quoted_text, 2)) return;
        if (*at_ >= '0' && *at_ <= '9') return digits();
        if (take(TokenKind::word, word_signs)) return check_encoding();
        if (curly_quoted()) return;
        if (symbol()) return;
        unexpected();
    }

    void digits() {
        if (take(TokenKind::datetime, datetime_text)) return check_time("a date and time");
        if (take(TokenKind::date, date_text)) return check_time("a date");
        if (take(TokenKind::number, number_text)) check_end("a number");
    }

    void lone_symbol() {
        const Chars begin = at_++;
        push(TokenKind::symbol, lone_lexemes[static_cast<unsigned char>(*begin)], begin, {begin, 1});
    }

    bool symbol() {
        const Chars begin = at_;
        Spelling spelling;
        if (!x3::parse(at_, end_, symbol_table, spelling)) return false;
        const std::string_view written(begin, static_cast<std::size_t>(at_ - begin));
        if (spelling.note == Spelling::Note::foreign)
            error("K0109", begin, at_, fmt::format("`{}` is not written in this language", written), fmt::format("write `{}`", spelling.canonical));
        if (spelling.note == Spelling::Note::full_width)
            error("K0122", begin, at_, fmt::format("`{}` is not the sign of this language", written), fmt::format("write `{}`", spelling.canonical));
        push(spelling.word ? TokenKind::word : TokenKind::symbol, begin, spelling.canonical);
        return true;
    }

    void text() {
        const Chars begin = at_;
        if (take(TokenKind::text, quoted_text, 1)) return check_escapes(begin);
        at_ = line_end(begin);
        error("K0102", begin, at_, "this text is not closed on its line", "put a `\"` at its end; inside a text write `\\\"`");
        push(TokenKind::text, begin, {begin + 1, static_cast<std::size_t>(at_ - begin) - 1});
    }

    bool curly_quoted() {
        const Chars begin = at_;
        if (!take(TokenKind::text, curly_quoted_text, 3)) return false;
        error("K0111", begin, at_, "texts stand in straight double quotes", "write \"…\"");
        return true;
    }

    void backticked() {
        const Chars begin = at_;
        if (take(TokenKind::quoted_word, backticked_text, 1)) return;
        ++at_;
        error("K0125", begin, at_, "a backtick quotes a name and must be closed on its line", "write `` `name` ``");
    }

    void check_escapes(Chars begin) {
        for (Chars c = std::find(begin + 1, at_ - 1, '\\'); c + 1 < at_; c = std::find(c + 1, at_ - 1, '\\')) {
            ++c;
            if (std::string_view("\"\\nt{}").find(*c) != std::string_view::npos) continue;
            const CodePoint point = next_code_point({c, static_cast<std::size_t>(at_ - c)});
            error("K0103", c - 1, c + point.length, fmt::format("`\\{}` is no escape", printable({c, point.valid ? point.length : 0})),
                  "known are \\\" \\\\ \\n \\t; a backslash itself is written \\\\");
        }
        if (valid_utf8_) return;
        const std::size_t bad = first_invalid_utf8({begin, static_cast<std::size_t>(at_ - begin)});
        if (bad != std::string_view::npos) bad_encoding(begin + bad);
    }

    void check_encoding() {
        if (valid_utf8_) return;
        const Token& token = tokens_.back();
        const std::size_t bad = first_invalid_utf8(token.text);
        if (bad != std::string_view::npos) bad_encoding(token.text.data() + bad);
    }

    void bad_encoding(Chars where) {
        error("K0104", where, where + 1, "this byte is not UTF-8", "save the file as UTF-8");
    }

    /// `12abc`, `2026-01-31x`: a letter must not follow a number at once.
    void check_end(std::string_view what) {
        const Chars begin = at_;
        if (!x3::parse(at_, end_, word_signs)) return;
        error("K0107", tokens_.back().text.data(), at_, fmt::format("this is neither {} nor a name", what),
              fmt::format("put a blank before `{}`, or begin the name with a letter", std::string_view(begin, static_cast<std::size_t>(at_ - begin))));
    }

    /// The months and days that the calendar has, the hours that a day has.
    void check_time(std::string_view what) {
        const Chars begin = tokens_.back().text.data();
        const std::size_t before = out_.size();
        check_end(what);
        if (out_.size() != before) return;
        const std::string wrong = impossible_part(tokens_.back().text);
        if (!wrong.empty()) error("K0108", begin, at_, fmt::format("{} does not exist", wrong), "write a day that the calendar has, like 2026-01-31");
    }

    static std::string impossible_part(std::string_view text) {
        const auto number = [text](std::size_t at, std::size_t length) {
            int out = 0;
            for (const char c : text.substr(at, length)) out = out * 10 + (c - '0');
            return out;
        };
        const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
        constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        if (year == 0) return "the year 0";
        if (month < 1 || month > 12) return fmt::format("the month {:02}", month);
        if (day < 1 || day > lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0))
            return fmt::format("the day {:04}-{:02}-{:02}", year, month, day);
        if (text.size() < 16) return {};
        const bool seconds = text.size() > 18 && text[16] == ':';
        if (number(11, 2) > 23 || number(14, 2) > 59 || (seconds && number(17, 2) > 59))
            return fmt::format("the time {}", text.substr(11, seconds ? 8 : 5));
        const std::size_t offset = text.find_first_of("+-", 16);
        if (offset != std::string_view::npos && (number(offset + 1, 2) > 14 || number(offset + 4, 2) > 59))
            return fmt::format("the offset {}", text.substr(offset));
        return {};
    }

    void unexpected() {
        const Chars begin = at_;
        if (*begin == '\'') {
            const Chars stop = line_end(begin);
            Chars close = begin + 1;
            while (close != stop && *close != '\'') ++close;
            at_ = close == stop ? begin + 1 : close + 1;
            error("K0111", begin, at_, "texts stand in straight double quotes", "write \"…\"");
            push(TokenKind::text, begin, {begin + 1, static_cast<std::size_t>(close == stop ? 0 : close - begin - 1)});
            return;
        }
        const CodePoint point = next_code_point({begin, static_cast<std::size_t>(end_ - begin)});
        at_ += point.length;
        if (!point.valid) return bad_encoding(begin);
        const bool visible = point.value > ' ' && point.value != 0x7F && cell_width(point.value) > 0 && !(point.value >= 0x2000 && point.value < 0x2010) &&
                             !(point.value >= 0x2028 && point.value < 0x2070) && point.value != 0xFEFF;
        const std::string shown = visible ? fmt::format("`{}`", std::string_view(begin, point.length))
                                          : fmt::format("the invisible character U+{:04X}", static_cast<std::uint32_t>(point.value));
        error("K0101", begin, at_, fmt::format("{} has no meaning here", shown), "remove it");
    }

    void push(TokenKind kind, Chars begin, std::string_view text) {
        push(kind, kind == TokenKind::word || kind == TokenKind::symbol ? find_lexeme(text) : no_lexeme, begin, text);
    }
    void push(TokenKind kind, Lexeme lexeme, Chars begin, std::string_view text) {
        tokens_.push_back({kind, line_start_, 0, lexeme, span(begin, at_), text});
        line_start_ = false;
    }

    bool over_budget() {
        if (found_ > budget_.mistakes) return true;  // parse_file says so
        if (tokens_.size() < budget_.nodes) return false;
        error("K0703", at_, at_, fmt::format("the file has more than {} words and signs", budget_.nodes), "divide it into several files");
        tokens_.clear();  // what a cut text lacks is no mistake of the author
        return true;
    }

    static std::string printable(std::string_view point) {
        const auto byte = static_cast<unsigned char>(point.empty() ? '?' : point.front());
        return byte < 0x20 || byte == 0x7F ? fmt::format("\\x{:02x}", byte) : std::string(point);
    }

    Chars line_end(Chars from) const {
        return std::find(from, end_, '\n');
    }

    Span span(Chars begin, Chars end) const {
        const auto offset = [&](Chars c) { return range_.begin + static_cast<std::uint32_t>(c - text_.data()); };
        return {range_.file, offset(begin), offset(end)};
    }

    void error(const char* code, Chars begin, Chars end, std::string message, std::string help) {
        ++found_;
        out_.push_back({code, DiagnosticLevel::error, span(begin, end), std::move(message), {}, std::move(help)});
    }

    Span range_;
    std::string_view text_;
    Diagnostics& out_;
    const SyntaxBudget& budget_;
    bool inside_text_;
    Chars at_, end_;
    bool valid_utf8_;  ///< the whole text: then no token is looked at for it
    bool line_start_ = true;
    std::size_t found_ = 0;  ///< mistakes
    TokenList tokens_;
};

}  // namespace

bool reads_as_meant(std::string_view code) {
    return code == "K0103" || code == "K0108" || code == "K0109" || code == "K0111" || code == "K0122";
}

TokenList read_tokens(const SourceMap& sources, Span range, Diagnostics& out, const SyntaxBudget& budget, bool inside_text) {
    TokenList tokens = Lexer(sources, range, out, budget, inside_text).run();
    match_brackets(sources, tokens, budget.nesting, out);
    return tokens;
}

std::string unescape(std::string_view between_quotes) {
    std::string out;
    for (std::size_t i = 0; i < between_quotes.size();) {
        const std::size_t escape = std::min(between_quotes.find('\\', i), between_quotes.size());
        out += between_quotes.substr(i, escape - i);
        if (escape == between_quotes.size()) break;
        i = escape + 2;
        const char c = escape + 1 == between_quotes.size() ? '\\' : between_quotes[escape + 1];  // the last one stands for itself
        out += c == 'n' ? '\n' : c == 't' ? '\t' : c;
    }
    return out;
}

std::string_view unescape(std::string_view between_quotes, syntax::Arena& arena) {
    return between_quotes.find('\\') == std::string_view::npos ? between_quotes : syntax::keep(arena, unescape(between_quotes));
}

}  // namespace kaoping::dsl
