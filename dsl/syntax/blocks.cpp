// The block structure of a file: see blocks.hpp.

#include "dsl/syntax/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/diagnostic/suggest.hpp"
#include "dsl/syntax/grammar_lines.hpp"
#include "dsl/syntax/lexer.hpp"
#include "dsl/syntax/salvage.hpp"
#include "dsl/syntax/template.hpp"

namespace kaoping::dsl::grammar {

namespace {

using syntax::Clause;
using syntax::ClauseKind;

/// Tokens [first, last).
struct Stretch {
    Iterator first = nullptr, last = nullptr;
    [[nodiscard]] bool empty() const { return first == last; }
    [[nodiscard]] Span span() const { return empty() ? first->span : join(first->span, (last - 1)->span); }
};

class FileReader {
public:
    FileReader(const TokenList& tokens, FileId id, State& state) : state_(state) {
        all_ = {tokens.data(), tokens.data() + tokens.size() - 1};
        for (Iterator at = all_.first; at != all_.last; ++at)
            if (at->line_start) lines_.push_back(at);
        out_.id = id;
        for (const Diagnostic& one : state.out) {
            if (one.span.file != id) continue;
            (reads_as_meant(one.code) ? mild_ : lexical_).push_back(one.span);
        }
        const auto before = [](Span a, Span b) { return a.begin < b.begin; };
        std::sort(mild_.begin(), mild_.end(), before);
        std::sort(lexical_.begin(), lexical_.end(), before);
    }

    syntax::File run() {
        for (const Stretch part : parts_of(all_, opens_declaration)) declaration(part);
        return std::move(out_);
    }

private:
    // ---- finding stretches ----------------------------------------------------------------------------------------------

    static bool opens_declaration(Iterator at) {
        return at->line_start && at->depth == 0 && (is_declaration_word(at->lexeme) || at->is("rule"));
    }

    /// The first `{` of the depth in a stretch; last if there is none.
    static Iterator find_brace(Stretch s, std::size_t depth) {
        Iterator at = s.first;
        while (at != s.last && !(at->depth == depth && at->is("{"))) ++at;
        return at;
    }

    /// What stands between the brace and its partner (or the end, where that is missing).
    static Stretch inside(Iterator brace, Iterator last) {
        Iterator at = brace + 1;
        while (at != last && at->depth > brace->depth) ++at;
        return {brace + 1, at};
    }

    /// Cuts the inside of a block at those lines whose first token `opens` says begins a part.
    template <typename Opens>
    std::vector<Stretch> parts_of(Stretch block, const Opens& opens) const {
        std::vector<Stretch> out;
        if (block.empty()) return out;
        Iterator begin = block.first;
        for (auto line = std::upper_bound(lines_.begin(), lines_.end(), begin); line != lines_.end() && *line < block.last; ++line) {
            if (!opens(*line)) continue;
            out.push_back({begin, *line});
            begin = *line;
        }
        out.push_back({begin, block.last});
        return out;
    }
    std::vector<Stretch> lines_of(Stretch block) const {
        // A line behind a comma goes on with the one before.
        return parts_of(block, [&block](Iterator at) { return at->depth == block.first->depth && !(at - 1)->is(","); });
    }

    /// A stretch in which the lexer or the brackets found something: what the grammar says of it would only follow from that.
    bool was_reported(Stretch s) const {
        if (s.empty()) return false;
        Span span = s.span();
        if (s.last->kind == TokenKind::end) span.end = std::max(span.end, s.last->span.begin);  // what was cut off counts here
        return touches(lexical_, span);
    }
    /// Does one of the ordered, disjoint spans touch the other span?
    static bool touches(const std::vector<Span>& ordered, Span span) {
        const auto behind = std::upper_bound(ordered.begin(), ordered.end(), span.end, [](std::uint32_t end, Span one) { return end < one.begin; });
        return behind != ordered.begin() && (behind - 1)->end >= span.begin;
    }

    /// Does a mistake touch a sign that was already reported and read as meant?
    bool follows(Span span) const { return touches(mild_, span); }

    /// Runs one production over a stretch; silent where something was reported before.
    template <typename Production>
    bool produce(Stretch s, Production production) {
        if (state_.out.size() > state_.budget.mistakes) return false;  // what more there is, is not shown
        Diagnostics found;
        State own{state_.sources, found, state_.budget, state_.arena};
        const bool whole = production(s.first, s.last, own);
        if (was_reported(s)) return false;
        for (Diagnostic& one : found) {
            if (s.empty()) one.span = (s.first - 1)->span;  // nothing stands there: the caret goes under the word before
            if (!follows(one.span)) state_.out.push_back(std::move(one));
        }
        return whole;
    }

    // ---- declarations ---------------------------------------------------------------------------------------------------

    void declaration(Stretch s) {
        if (!opens_declaration(s.first)) return unknown_declaration(s);
        const std::string_view word = s.first->text;
        // What follows the closing brace on other lines is no part of the declaration.
        const Iterator brace = find_brace(s, 0);
        const bool block = word == "enum" || word == "record" || word == "case" || word == "standard" || word == "parameter";
        if (block && brace == s.last) return lacks_block(s);
        if (block) {
            const Stretch body = inside(brace, s.last);
            const Iterator behind = body.last == s.last ? s.last : body.last + 1;
            block_declaration(word, {s.first + 1, brace}, body, {s.first, behind});
            if (behind != s.last) unknown_declaration({behind, s.last});
            return;
        }
        line_declaration(word, {s.first + 1, s.last}, s.span());
    }

    void lacks_block(Stretch s) {
        if (was_reported(s)) return;
        state_.error("K0124", s.first->span, fmt::format("`{}` needs a block in braces", s.first->text), "write `{` behind the head and `}` at the end");
    }

    void unknown_declaration(Stretch s) {
        if (was_reported(s)) return;
        const Token& token = *s.first;
        if (clause_word(token.lexeme))
            return state_.error("K0119", token.span, fmt::format("`{}` is a clause and belongs inside a rule", token.text), "put it into `rule name \"title\" { … }`");
        const std::string near = token.kind == TokenKind::word ? nearest_name(token.text, declaration_word_list()) : std::string();
        state_.error("K0118", token.span, fmt::format("no declaration begins with `{}`", token.text),
                     near.empty() ? "a file holds schema, enum, record, case, standard, define, parameter and table" : fmt::format("did you mean `{}`?", near));
    }

    void line_declaration(std::string_view word, Stretch s, Span span) {
        if (word == "schema") {
            syntax::SchemaHead head;
            produce(s, [&](Iterator f, Iterator l, State& st) { return parse_schema_head(f, l, st, head); });
            head.span = span;
            out_.schema_heads.push_back(head);
        } else if (word == "timezone" || word == "calendar") {
            syntax::Setting setting;
            setting.keyword = {word, (s.first - 1)->span};
            if (produce(s, [&](Iterator f, Iterator l, State& st) { return parse_setting(f, l, st, setting); })) out_.settings.push_back(setting);
        } else if (word == "define") {
            syntax::DefineDecl define;
            define.damaged = !produce(s, [&](Iterator f, Iterator l, State& st) { return parse_define(f, l, st, define); });
            if (define.damaged) define.body.kind = syntax::ExprKind::error;
            define.span = span;
            if (!define.name.empty()) out_.defines.push_back(define);
        } else if (word == "table") {
            syntax::TableDecl table;
            table.damaged = !produce(s, [&](Iterator f, Iterator l, State& st) { return parse_table(f, l, st, table); });
            table.span = span;
            if (!table.name.empty()) out_.tables.push_back(table);
        } else {
            state_.error("K0119", (s.first - 1)->span, "a rule belongs inside a standard", "put it into `standard name \"title\" points 10 { … }`");
        }
    }

    void block_declaration(std::string_view word, Stretch head, Stretch body, Stretch whole) {
        if (word == "enum") return enumeration(head, body, whole.span());
        if (word == "record" || word == "case") return record(word == "case", head, body, whole.span());
        if (word == "parameter") return parameter(head, body, whole.span());
        standard(head, body, whole.span());
    }

    void enumeration(Stretch head, Stretch body, Span span) {
        syntax::EnumDecl decl;
        decl.span = span;
        produce(head, [&](Iterator f, Iterator l, State& st) { return parse_enum_head(f, l, st, decl); });
        for (const Stretch line : lines_of(body)) {
            syntax::EnumMember member;
            produce(line, [&](Iterator f, Iterator l, State& st) { return parse_enum_member(f, l, st, member); });
            member.span = line.span();
            if (!member.name.empty()) decl.members.add(state_.arena, member);
        }
        if (!decl.name.empty()) out_.enums.push_back(decl);
    }

    void record(bool is_case, Stretch head, Stretch body, Span span) {
        syntax::RecordDecl decl;
        decl.is_case = is_case;
        decl.span = span;
        produce(head, [&](Iterator f, Iterator l, State& st) { return parse_record_head(f, l, st, decl); });
        for (const Stretch line : lines_of(body)) {
            syntax::Field field;
            produce(line, [&](Iterator f, Iterator l, State& st) { return parse_field(f, l, st, field); });
            field.span = line.span();
            if (!field.name.empty()) decl.fields.add(state_.arena, field);
        }
        if (is_case || !decl.name.empty()) out_.records.push_back(decl);
    }

    void parameter(Stretch head, Stretch body, Span span) {
        syntax::ParameterDecl decl;
        decl.span = span;
        produce(head, [&](Iterator f, Iterator l, State& st) { return parse_parameter_head(f, l, st, decl); });
        for (const Stretch line : lines_of(body)) {
            syntax::ParameterDecl::Entry entry;
            if (!produce(line, [&](Iterator f, Iterator l, State& st) { return parse_parameter_entry(f, l, st, entry); }))
                entry.value.kind = syntax::ExprKind::error;
            entry.span = line.span();
            decl.entries.add(state_.arena, entry);
        }
        if (!decl.name.empty()) out_.parameters.push_back(decl);
    }

    // ---- standards, rules, clauses ----------------------------------------------------------------------------------------

    void missing_title(Stretch head, const Head& read, std::string_view what) {
        if (read.title || was_reported(head)) return;
        state_.error("K0120", head.empty() ? (head.first - 1)->span : head.span(), fmt::format("this {} has no title", what),
                     "write what the line of the standard says, in double quotes behind the name");
    }

    /// Heads without a title get a diagnostic of their own; other mistakes come from the grammar.
    template <typename Production>
    Head read_head(Stretch s, std::string_view what, Production production) {
        Head head;
        const bool titled = std::any_of(s.first, s.last, [](const Token& t) { return t.kind == TokenKind::text; });
        if (!titled && !s.empty() && s.first->kind != TokenKind::text) {
            const NameParser& parser = name;
            Iterator at = s.first;
            (void)x3::parse(at, s.last, parser, head.name);
            if (!head.name.empty()) {
                missing_title(s, head, what);
                return head;
            }
        }
        produce(s, [&](Iterator f, Iterator l, State& st) { return production(f, l, st, head); });
        return head;
    }

    void standard(Stretch head, Stretch body, Span span) {
        syntax::StandardDecl decl;
        Head read = read_head(head, "standard", parse_standard_head);
        decl.name = read.name;
        if (read.title) decl.title = unescape(read.title->text, state_.arena);
        if (read.points.written()) decl.points = read.points;
        decl.span = span;
        if (!body.empty()) {
            const std::size_t depth = body.first->depth;
            for (const Stretch part : parts_of(body, [depth](Iterator at) { return at->depth == depth && at->is("rule"); })) {
                if (part.first->is("rule") && part.first->line_start) decl.rules.add(state_.arena, rule(part, depth));
                else stray(part);
            }
        }
        if (!decl.name.empty()) out_.standards.push_back(decl);
    }

    void stray(Stretch s) {
        if (was_reported(s)) return;
        const Token& token = *s.first;
        if (clause_word(token.lexeme))
            return state_.error("K0119", token.span, fmt::format("`{}` is a clause and belongs inside a rule", token.text), "put it into `rule name \"title\" { … }`");
        const std::string near = token.kind == TokenKind::word ? nearest_name(token.text, {"rule"}) : std::string();
        state_.error("K0118", token.span, fmt::format("a standard holds rules, found `{}`", token.text),
                     near.empty() ? "write `rule name \"title\" { … }`" : "did you mean `rule`?");
    }

    syntax::RuleDecl rule(Stretch s, std::size_t depth) {
        syntax::RuleDecl decl;
        const std::size_t before = state_.out.size();
        const Iterator brace = find_brace(s, depth);
        const Stretch head{s.first + 1, brace};
        Head read = read_head(head, "rule", parse_rule_head);
        decl.name = read.name;
        if (read.title) {
            decl.title = unescape(read.title->text, state_.arena);
            decl.title_span = read.title->span;
        }
        decl.span = s.span();
        if (brace == s.last) {
            lacks_block(s);
        } else {
            const Stretch body = inside(brace, s.last);
            clauses(body, decl);
            const Iterator behind = body.last == s.last ? s.last : body.last + 1;
            decl.span = join(s.first->span, (behind - 1)->span);
            if (behind != s.last) stray({behind, s.last});
        }
        decl.damaged = state_.out.size() != before || was_reported(s);
        return decl;
    }

    void clauses(Stretch body, syntax::RuleDecl& decl) {
        if (body.empty()) return;
        const std::size_t depth = body.first->depth;
        const auto begins_line = [depth](Iterator at) { return at->line_start && at->depth == depth && at->kind == TokenKind::word; };
        const auto clause_at = [&](Iterator at) -> std::optional<ClauseKind> {
            // `for x in L` behind a fold may stand on a line of its own; the clause is `for each`.
            if (!begins_line(at) || (at->is("for") && !(at + 1)->is("each"))) return std::nullopt;
            return clause_word(at->lexeme);
        };
        const auto opens = [&](Iterator at) { return clause_at(at) || (begins_line(at) && is_misspelt_let(at)); };
        const std::vector<Stretch> parts = parts_of(body, opens);
        decl.clauses.reserve(state_.arena, parts.size());
        for (const Stretch part : parts) {
            if (const auto kind = clause_at(part.first)) clause(*kind, part, decl.clauses.add(state_.arena));
            else no_clause(part, decl);
        }
    }

    /// `lett n = 3`: no expression goes on like that.
    static bool is_misspelt_let(Iterator at) {
        const bool binds = at[1].kind == TokenKind::word && at[2].is("=");
        return binds && !clause_word(at->lexeme) && nearest_name(at->text, clause_word_list()) == "let";
    }

    void no_clause(Stretch s, syntax::RuleDecl& decl) {
        if (was_reported(s)) return;
        if (clause_word(s.first->lexeme) && !s.first->line_start)
            return state_.error("K0141", s.first->span, fmt::format("`{}` opens a clause only as the first word of a line", s.first->text),
                                fmt::format("begin a new line before `{}`", s.first->text));
        const std::string near = s.first->kind != TokenKind::word ? std::string()
                                 : s.first->is("for")              ? "for each"
                                                                  : nearest_name(s.first->text, clause_word_list());
        state_.error("K0114", s.first->span, fmt::format("no clause begins with `{}`", s.first->text),
                     near.empty() ? "a rule consists of clauses like `basis`, `for each`, `require`, `message`" : fmt::format("did you mean `{}`?", near));
        if (near != "let" && near != "for each") return;
        Clause meant;  // its names are used further down
        meant.kind = near == "let" ? ClauseKind::let : ClauseKind::for_each;
        meant.keyword_span = s.first->span;
        meant.span = s.span();
        salvage(s.first + 1, s.last, state_.arena, meant);
        decl.clauses.add(state_.arena, meant);
    }

    void clause(ClauseKind kind, Stretch s, Clause& out) {
        out.kind = kind;
        out.keyword_span = s.first->span;
        if (out.kind == ClauseKind::for_each && s.last - s.first > 1 && s.first[1].is("each")) out.keyword_span = join(s.first->span, s.first[1].span);
        out.span = s.span();
        const Stretch rest{s.first + 1, s.last};
        if (out.kind == ClauseKind::message || out.kind == ClauseKind::remedy) return text_clause(rest, out);
        if (!produce(rest, [&](Iterator f, Iterator l, State& st) { return parse_clause(f, l, st, out); })) salvage(rest.first, rest.last, state_.arena, out);
    }

    void text_clause(Stretch rest, Clause& out) {
        if (rest.last - rest.first == 1 && rest.first->kind == TokenKind::text) {
            const Span quoted = rest.first->span;
            if (!was_reported(rest)) out.text = syntax::keep_part(state_.arena, read_template(state_, {quoted.file, quoted.begin + 1, quoted.end - 1}, true));
            return;
        }
        produce(rest, [](Iterator first, Iterator last, State& state) {
            const bool text = first != last && first->kind == TokenKind::text;
            report_mismatch(state, first, first + (text ? 1 : 0), last, text ? "" : "a text in double quotes");
            return false;
        });
    }

    State& state_;
    Stretch all_;
    std::vector<Iterator> lines_;  ///< first tokens of lines, in order
    std::vector<Span> lexical_;  ///< mistakes that left something out of the tokens, in order
    std::vector<Span> mild_;     ///< mistakes that were read as meant, in order
    syntax::File out_;
};

}  // namespace

syntax::File read_file(const TokenList& tokens, FileId id, State& state) { return FileReader(tokens, id, state).run(); }

}  // namespace kaoping::dsl::grammar
