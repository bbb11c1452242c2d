// Messages with holes: see template.hpp.

#include "dsl/syntax/template.hpp"

#include <algorithm>

#include "dsl/syntax/lexer.hpp"

namespace kaoping::dsl::grammar {

namespace {

class TemplateReader {
public:
    TemplateReader(State& state, Span where, bool escaped)
        : state_(state), where_(where), text_(state.sources.text(where)), escaped_(escaped) {}

    syntax::Template run() {
        out_.span = where_;
        out_.raw = text_;
        constexpr std::size_t most = 64;  // braces may be meant as such
        out_.parts.reserve(state_.arena, std::min(most, 2 * static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '{')) + 1));
        while (at_ < text_.size()) {
            const std::size_t begin = at_;
            while (at_ < text_.size() && !is_sign(text_[at_])) ++at_;
            literal_ += text_.substr(begin, at_ - begin);
            if (at_ < text_.size()) step();
        }
        flush();
        return out_;
    }

private:
    bool is_sign(char c) const { return c == '{' || c == '}' || (escaped_ && c == '\\'); }

    /// A brace or an escape.
    void step() {
        const char c = text_[at_];
        const bool doubled = at_ + 1 < text_.size() && text_[at_ + 1] == c;
        if ((c == '{' || c == '}') && doubled) {
            literal_ += c;
            at_ += 2;
        } else if (c == '{') {
            hole();
        } else if (c == '}') {
            state_.error("K0117", span(at_, at_ + 1), "this `}` closes no hole", "write `}}` for a brace in the text");
            ++at_;
        } else {  // an escape is kept whole, to be read by flush
            literal_ += text_.substr(at_, 2);
            at_ += 2;
        }
    }

    void hole() {
        const std::size_t begin = at_ + 1;
        std::size_t end = begin, open = 1;
        bool quoted = false;
        while (end < text_.size() && open > 0) {
            if (text_[end] == '"') quoted = !quoted;
            if (!quoted) {
                open += text_[end] == '{' ? 1 : 0;
                open -= text_[end] == '}' ? 1 : 0;
            }
            ++end;
        }
        if (open > 0) {
            state_.error("K0115", span(at_, at_ + 1), "this hole is never closed", "put `}` behind the expression; `{{` writes a brace");
            at_ = text_.size();
            return;
        }
        at_ = end--;
        flush();
        syntax::Template::Part part;
        part.hole = expression_at(begin, end);
        out_.parts.add(state_.arena, part);
    }

    syntax::Expr expression_at(std::size_t begin, std::size_t end) {
        syntax::Expr out;
        const std::size_t before = state_.out.size();
        const TokenList tokens = read_tokens(state_.sources, span(begin, end), state_.out, state_.budget, escaped_);
        const Iterator first = tokens.data(), last = first + tokens.size() - 1;
        if (first == last && state_.out.size() == before)
            state_.error("K0116", span(begin - 1, end + 1), "this hole is empty", "write an expression, or `{{}}` for braces in the text");
        else if (state_.out.size() == before)
            (void)parse_whole_expression(first, last, state_, out);
        if (state_.out.size() != before || !out.written()) out.kind = syntax::ExprKind::error;
        return out;
    }

    void flush() {
        if (literal_.empty()) return;
        syntax::Template::Part part;
        part.text = syntax::keep(state_.arena, escaped_ ? unescape(literal_) : literal_);
        out_.parts.add(state_.arena, part);
        literal_.clear();
    }

    Span span(std::size_t begin, std::size_t end) const {
        return {where_.file, where_.begin + static_cast<std::uint32_t>(begin), where_.begin + static_cast<std::uint32_t>(end)};
    }

    State& state_;
    Span where_;
    std::string_view text_;
    bool escaped_;
    std::size_t at_ = 0;
    std::string literal_;
    syntax::Template out_;
};

}  // namespace

syntax::Template read_template(State& state, Span where, bool escaped) { return TemplateReader(state, where, escaped).run(); }

}  // namespace kaoping::dsl::grammar
