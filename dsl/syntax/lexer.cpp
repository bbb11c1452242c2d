// Characters → tokens with Spirit X3: see lexer.hpp.

#include "dsl/syntax/lexer.hpp"

#include "dsl/syntax/spirit.hpp"

#include <fmt/format.h>

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
                                                            {"、", ","}, {"≤", "<="}, {"≥", ">="}, {"≠", "!="}, {"×", "*"}, {"÷", "/"}};
        for (const auto& [from, to] : wide) add(from, {Spelling::Note::full_width, to, false});
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
const auto beyond_ascii = x3::char_('\x80', '\xff') - symbol_table;
const auto word_text = (x3::alpha | '_' | beyond_ascii) >> *(x3::alnum | '_' | beyond_ascii);
const auto blank_text = +(x3::char_(" \t\r") | "\xEF\xBB\xBF" | "\u3000") | ('#' >> *(x3::char_ - '\n'));
const auto quoted_text = '"' >> *(('\\' >> (x3::char_ - '\n')) | (x3::char_ - '"' - '\\' - '\n')) >> '"';
const auto backticked_text = '`' >> +(x3::char_ - '`' - '\n') >> '`';

class Lexer {
public:
    Lexer(const SourceMap& sources, Span range, Diagnostics& out, const SyntaxBudget& budget)
        : range_(range), text_(sources.text(range)), out_(out), budget_(budget), at_(text_.data()), end_(text_.data() + text_.size()) {}

    TokenList run() {
        while (at_ != end_ && !over_budget()) {
            if (*at_ == '\n') {
                line_start_ = true;
                ++at_;
            } else if (!x3::parse(at_, end_, x3::omit[blank_text])) {
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
        if (take(TokenKind::datetime, datetime_text)) return check_end("a date and time");
        if (take(TokenKind::date, date_text)) return check_end("a date");
        if (take(TokenKind::number, number_text)) return check_end("a number");
        if (take(TokenKind::word, word_text)) return check_encoding();
        if (symbol()) return;
        unexpected();
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

    void backticked() {
        const Chars begin = at_;
        if (take(TokenKind::quoted_word, backticked_text, 1)) return;
        ++at_;
        error("K0125", begin, at_, "a backtick quotes a name and must be closed on its line", "write `` `name` ``");
    }

    void check_escapes(Chars begin) {
        for (Chars c = begin + 1; c + 1 < at_; ++c) {
            if (*c != '\\') continue;
            ++c;
            if (std::string_view("\"\\nt{}").find(*c) == std::string_view::npos)
                error("K0103", c - 1, c + 1, fmt::format("`\\{}` is no escape", printable(*c)), "known are \\\" \\\\ \\n \\t");
        }
        const std::size_t bad = first_invalid_utf8({begin, static_cast<std::size_t>(at_ - begin)});
        if (bad != std::string_view::npos) bad_encoding(begin + bad);
    }

    void check_encoding() {
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
        if (!x3::parse(at_, end_, x3::omit[+(x3::alnum | '_' | beyond_ascii)])) return;
        error("K0107", tokens_.back().text.data(), at_, fmt::format("this is neither {} nor a name", what),
              fmt::format("put a blank before `{}`, or begin the name with a letter", std::string_view(begin, static_cast<std::size_t>(at_ - begin))));
    }

    void unexpected() {
        const Chars begin = at_;
        if (*begin == '\'') {
            const Chars stop = line_end(begin);
            Chars close = begin + 1;
            while (close != stop && *close != '\'') ++close;
            at_ = close == stop ? begin + 1 : close + 1;
            error("K0111", begin, at_, "texts stand in double quotes", "write \"…\"");
            push(TokenKind::text, begin, {begin + 1, static_cast<std::size_t>(close == stop ? 0 : close - begin - 1)});
            return;
        }
        const CodePoint point = next_code_point({begin, static_cast<std::size_t>(end_ - begin)});
        at_ += point.length;
        if (!point.valid) return bad_encoding(begin);
        error("K0101", begin, at_, fmt::format("`{}` has no meaning here", printable(*begin)), "remove it");
    }

    void push(TokenKind kind, Chars begin, std::string_view text) {
        Token token;
        token.kind = kind;
        token.line_start = line_start_;
        token.span = span(begin, at_);
        token.text = text;
        tokens_.push_back(token);
        line_start_ = false;
    }

    bool over_budget() {
        if (tokens_.size() < budget_.nodes) return false;
        error("K0703", at_, at_, fmt::format("the file has more than {} words and signs", budget_.nodes), "divide it into several files");
        return true;
    }

    static std::string printable(char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F ? fmt::format("\\x{:02x}", byte) : std::string(1, c);
    }

    Chars line_end(Chars from) const {
        while (from != end_ && *from != '\n') ++from;
        return from;
    }

    Span span(Chars begin, Chars end) const {
        const auto offset = [&](Chars c) { return range_.begin + static_cast<std::uint32_t>(c - text_.data()); };
        return {range_.file, offset(begin), offset(end)};
    }

    void error(const char* code, Chars begin, Chars end, std::string message, std::string help) {
        out_.push_back({code, DiagnosticLevel::error, span(begin, end), std::move(message), {}, std::move(help)});
    }

    Span range_;
    std::string_view text_;
    Diagnostics& out_;
    const SyntaxBudget& budget_;
    Chars at_, end_;
    bool line_start_ = true;
    TokenList tokens_;
};

}  // namespace

TokenList read_tokens(const SourceMap& sources, Span range, Diagnostics& out, const SyntaxBudget& budget) {
    TokenList tokens = Lexer(sources, range, out, budget).run();
    match_brackets(sources, tokens, budget.nesting, out);
    return tokens;
}

std::string unescape(std::string_view between_quotes) {
    std::string out;
    for (std::size_t i = 0; i < between_quotes.size(); ++i) {
        if (between_quotes[i] != '\\' || i + 1 == between_quotes.size()) {
            out += between_quotes[i];
            continue;
        }
        const char c = between_quotes[++i];
        out += c == 'n' ? '\n' : c == 't' ? '\t' : c;
    }
    return out;
}

}  // namespace kaoping::dsl
