// Matching brackets: see brackets.hpp.

#include "dsl/syntax/brackets.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/syntax/vocabulary.hpp"

namespace kaoping::dsl {

namespace {

class Matcher {
public:
    Matcher(const SourceMap& sources, TokenList& tokens, std::size_t nesting, Diagnostics& out)
        : sources_(sources), tokens_(tokens), nesting_(std::min<std::size_t>(nesting, 250)), out_(out) {}  // a depth is a byte

    void run() {
        std::uint8_t here = 0;  // the depth: for all a compiler knows, writing one could be writing how many are open
        for (std::size_t i = 0, size = tokens_.size(); i < size; ++i) {
            Token& token = tokens_[i];
            if (token.line_start) {
                end_forgotten(i);
                here = depth();
            }
            if (closing.has(token.lexeme)) {
                close(i);
                here = depth();
            }
            token.depth = here;
            if (!opening.has(token.lexeme)) continue;
            if (!open(i)) return;
            here = depth();
        }
        drop_to(0, tokens_.size(), {});
        if (closed_nothing_)
            tokens_.erase(std::remove_if(tokens_.begin(), tokens_.end(), [](const Token& t) { return t.kind == TokenKind::symbol && t.text.empty(); }),
                          tokens_.end());
    }

private:
    static constexpr LexemeSet opening{"(", "[", "{"}, closing{")", "]", "}"};
    static char partner(char sign) { return sign == ')' ? '(' : sign == ']' ? '[' : '{'; }

    std::uint8_t depth() const { return static_cast<std::uint8_t>(open_.size()); }

    bool open(std::size_t i) {
        open_.push_back(i);
        if (open_.size() <= nesting_) return true;
        out_.push_back({"K0702", DiagnosticLevel::error, tokens_[i].span, fmt::format("brackets stand inside one another more than {} deep", nesting_), {},
                        "name parts with `let` or `define`"});
        Token end;
        end.span = {tokens_[i].span.file, tokens_[i].span.begin, tokens_[i].span.begin};
        end.line_start = true;
        tokens_.resize(i);
        tokens_.push_back(end);
        return false;
    }

    void close(std::size_t i) {
        const char wanted = partner(tokens_[i].text[0]);
        std::size_t level = open_.size();
        while (level > 0 && tokens_[open_[level - 1]].text[0] != wanted) --level;
        // A round bracket does not reach over a brace: there the brace is right and the bracket is not.
        const bool crosses = wanted != '{' && level > 0 && has_brace_above(level);
        if (level == 0 || crosses) {
            out_.push_back({"K0106", DiagnosticLevel::error, tokens_[i].span, fmt::format("`{}` closes nothing", tokens_[i].text), {}, "remove it, or open its partner before"});
            tokens_[i].text = {};  // taken out in the end
            tokens_[i].lexeme = no_lexeme;
            closed_nothing_ = true;
            return;
        }
        drop_to(level, i, "this closes a part around it");
        open_.pop_back();
    }

    bool has_brace_above(std::size_t level) const {
        for (std::size_t k = level; k < open_.size(); ++k)
            if (tokens_[open_[k]].is("{")) return true;
        return false;
    }

    /// Reports all that is open above a level and takes it out of the depths of the tokens up to `end`, where `why` shows.
    void drop_to(std::size_t level, std::size_t end, std::string_view why) {
        while (open_.size() > level) {
            const std::size_t from = open_.back();
            const bool brace = tokens_[from].is("{");
            std::vector<Label> labels;
            if (!why.empty() && end < tokens_.size()) labels.push_back({tokens_[end].span, std::string(why)});
            out_.push_back({brace ? "K0123" : "K0105", DiagnosticLevel::error, tokens_[from].span, fmt::format("this `{}` is never closed", tokens_[from].text), std::move(labels),
                            fmt::format("put `{}` where the part ends", brace ? "}" : tokens_[from].is("(") ? ")" : "]")});
            if (!brace)
                for (std::size_t k = from + 1; k < end; ++k) --tokens_[k].depth;
            open_.pop_back();
        }
    }

    /// A declaration at the very beginning of a line ends every block; `rule` ends every block but the standard's.
    void end_forgotten(std::size_t i) {
        const Token& token = tokens_[i];
        if (token.lexeme == no_lexeme || open_.empty()) return;
        if (is_declaration_word(token.lexeme) && at_margin(token)) return drop_to(0, i, "here the next declaration begins");
        const bool rule_head = token.is("rule") && i + 2 < tokens_.size() && tokens_[i + 2].kind == TokenKind::text;
        if (rule_head && open_.size() > 1 && tokens_[open_[0]].is("{")) drop_to(1, i, "here the next rule begins");
    }

    bool at_margin(const Token& token) const {
        const std::string_view text = sources_.file(token.span.file).text();
        return token.span.begin == 0 || text[token.span.begin - 1] == '\n';
    }

    const SourceMap& sources_;
    TokenList& tokens_;
    std::size_t nesting_;
    Diagnostics& out_;
    std::vector<std::size_t> open_;
    bool closed_nothing_ = false;  ///< some bracket
};

}  // namespace

void match_brackets(const SourceMap& sources, TokenList& tokens, std::size_t nesting, Diagnostics& out) {
    Matcher(sources, tokens, nesting, out).run();
}

}  // namespace kaoping::dsl
