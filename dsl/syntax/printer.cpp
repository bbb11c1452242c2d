// Tokens and trees as text: see printer.hpp.

#include "dsl/syntax/printer.hpp"

#include <fmt/format.h>

#include <array>
#include <span>

#include "dsl/syntax/lexer.hpp"
#include "dsl/syntax/vocabulary.hpp"

namespace kaoping::dsl {

namespace {

using syntax::Expr;
using syntax::ExprKind;

constexpr std::array<std::string_view, 50> kind_names{
    "_",        "error",  "name",  "member",   "call",       "number",   "text",    "boolean",    "date",     "datetime",
    "list",     "comprehension",   "spans",    "spans_list", "not",      "and",     "or",         "compare",  "in",
    "negate",   "arithmetic",      "if",       "match",      "some",     "no",      "every",      "at_least", "at_most",
    "count",    "count_distinct",  "sum",      "least",      "greatest", "earliest", "latest",    "first",    "last",
    "is_empty", "is_recorded",     "is_missing", "or_else",  "matches",  "length_of", "precedes", "period",   "moded",
    "after",    "before", "within", "at_least_of"};

std::string_view kind_name(ExprKind kind) {
    const auto index = static_cast<std::size_t>(kind);
    if (index < kind_names.size()) return kind_names[index];
    switch (kind) {
        case ExprKind::from_to: return "from_to";
        case ExprKind::age_of: return "age_of";
        case ExprKind::date_of: return "date_of";
        default: return "now";
    }
}

std::string type_text(const syntax::TypeRef& type) {
    std::string out;
    switch (type.kind) {
        case syntax::TypeRef::Kind::named: out = type.name.text; break;
        case syntax::TypeRef::Kind::reference: out = fmt::format("-> {}", type.name.text); break;
        case syntax::TypeRef::Kind::list: out = "[" + (type.item.empty() ? std::string() : type_text(type.item.front())) + "]"; break;
        case syntax::TypeRef::Kind::fields:
            for (const auto& [name, of] : type.fields) out += fmt::format("{}{}: {}", out.empty() ? "{" : ", ", name.text, type_text(of));
            out += "}";
            break;
    }
    return out + (type.optional ? "?" : "");
}

std::string citations_text(std::span<const syntax::Citation> all) {
    std::string out;
    for (const auto& c : all) {
        out += fmt::format(" {} art {}", c.source.text, c.article);
        if (c.paragraph != 0) out += fmt::format("({})", c.paragraph);
        if (c.item != 0) out += fmt::format(".{}", c.item);
    }
    return out;
}

std::string before_expression(syntax::ClauseKind kind) {
    switch (kind) {
        case syntax::ClauseKind::let: return " = ";
        case syntax::ClauseKind::for_each: return " where ";
        case syntax::ClauseKind::except: return " when ";
        default: return " ";
    }
}

/// What stands behind the amount.
std::string deduct_text(const syntax::Clause& deduct) {
    const auto part = [&](std::size_t i, const char* word) {
        return i < deduct.list.size() && deduct.list[i].written() ? word + print_expression(deduct.list[i]) : std::string();
    };
    return part(0, " to ") + (deduct.per_case ? " per case" : " each") + part(1, " at most ");
}

std::string clause_text(const syntax::Clause& clause) {
    std::string out(clause_name(clause.kind));
    out += citations_text(clause.basis);
    if (clause.effective != nullptr && !clause.effective->from.empty()) out += fmt::format(" from {}", clause.effective->from);
    if (clause.effective != nullptr && !clause.effective->until.empty()) out += fmt::format(" until {}", clause.effective->until);
    for (const auto& each : clause.for_each) out += fmt::format(" {} in {}", each.binder.text, print_expression(each.list));
    if (clause.kind != syntax::ClauseKind::except && !clause.word.empty()) out += fmt::format(" {}", clause.word.text);
    if (clause.expression.written()) {
        out += before_expression(clause.kind) + print_expression(clause.expression);
        if (clause.kind == syntax::ClauseKind::except) out += fmt::format(": \"{}\"", clause.word.text);
        if (clause.kind == syntax::ClauseKind::deduct) out += deduct_text(clause);
    }
    if (clause.kind != syntax::ClauseKind::deduct)
        for (const Expr& one : clause.list) out += " " + print_expression(one);
    for (const auto& name : clause.names) out += fmt::format(" {}", name.text);
    if (clause.text != nullptr && !clause.text->raw.empty()) out += fmt::format(" \"{}\"", clause.text->raw);
    return out;
}

void print_schema(const syntax::File& file, std::string& out) {
    for (const auto& head : file.schema_heads) out += fmt::format("schema {} \"{}\"\n", head.name.text, head.title);
    for (const auto& setting : file.settings) out += fmt::format("{} \"{}\"\n", setting.keyword.text, setting.value);
    const auto spelling = [](const std::optional<syntax::Spelling>& from) {
        if (!from) return std::string();
        return from->anything_else ? std::string(" from anything else") : fmt::format(" from \"{}\"", fmt::join(from->texts, "\", \""));
    };
    for (const auto& one : file.enums) {
        out += fmt::format("enum {}\n", one.name.text);
        for (const auto& member : one.members) out += fmt::format("    {}{}\n", member.name.text, spelling(member.from));
    }
    for (const auto& record : file.records) {
        out += record.is_case ? "case\n" : fmt::format("record {}{}\n", record.name.text, record.restricts_liberty ? " restricts liberty" : "");
        for (const auto& field : record.fields) {
            out += fmt::format("    {}: {}{}", field.name.text, type_text(field.type), spelling(field.from));
            for (const auto& flag : field.flags) out += fmt::format(" {}", flag.text);
            out += "\n";
        }
    }
}

void print_rules(const syntax::File& file, std::string& out) {
    for (const auto& one : file.defines) {
        std::string parameters;
        for (const auto& [name, type] : one.parameters) parameters += fmt::format("{}{}: {}", parameters.empty() ? "" : ", ", name.text, type_text(type));
        out += fmt::format("define {}({}): {} = {}\n", one.name.text, parameters, type_text(one.result), print_expression(one.body));
    }
    for (const auto& one : file.parameters) {
        out += fmt::format("parameter {}: {}\n", one.name.text, type_text(one.type));
        for (const auto& entry : one.entries)
            out += fmt::format("    {} from {} until {} basis{}\n", print_expression(entry.value), entry.range.from, entry.range.until, citations_text(entry.basis));
    }
    for (const auto& one : file.tables) out += fmt::format("table {}: {} from \"{}\"\n", one.name.text, type_text(one.row), one.file);
    for (const auto& standard : file.standards) {
        out += fmt::format("standard {} \"{}\"{}\n", standard.name.text, standard.title, standard.points ? " points " + print_expression(*standard.points) : "");
        for (const auto& rule : standard.rules) {
            out += fmt::format("    rule {} \"{}\"{}\n", rule.name.text, rule.title, rule.damaged ? " (damaged)" : "");
            for (const auto& clause : rule.clauses) out += "        " + clause_text(clause) + "\n";
        }
    }
}

}  // namespace

std::string print_expression(const Expr& expr) {
    switch (expr.kind) {
        case ExprKind::omitted: return "_";
        case ExprKind::name:
        case ExprKind::number:
        case ExprKind::boolean:
        case ExprKind::date:
        case ExprKind::datetime: return std::string(expr.text);
        case ExprKind::text: return fmt::format("\"{}\"", expr.text);
        case ExprKind::member: return fmt::format("{}.{}", print_expression(expr.children.front()), expr.text);
        default: break;
    }
    const bool named = expr.kind == ExprKind::compare || expr.kind == ExprKind::arithmetic || expr.kind == ExprKind::period || expr.kind == ExprKind::moded;
    std::string out = fmt::format("({}", named ? expr.text : kind_name(expr.kind));
    if (expr.kind == ExprKind::call || expr.kind == ExprKind::from_to) out += fmt::format(" {}", expr.text);
    if (!expr.name.empty()) out += fmt::format(" {}", expr.name.text);
    for (const Expr& child : expr.children) out += " " + print_expression(child);
    return out + ")";
}

std::string print_tree(const syntax::File& file) {
    std::string out;
    print_schema(file, out);
    print_rules(file, out);
    return out;
}

std::string print_tokens(const SourceMap& sources, FileId file) {
    constexpr std::array<std::string_view, 8> kinds{"end", "word", "name", "number", "text", "date", "datetime", "symbol"};
    Diagnostics ignored;
    std::string out;
    const auto size = static_cast<std::uint32_t>(sources.file(file).text().size());
    for (const Token& token : read_tokens(sources, {file, 0, size}, ignored, {})) {
        const Place place = sources.file(file).place(token.span.begin);
        out += fmt::format("{}:{} {} {}\n", place.line, place.column, kinds[static_cast<std::size_t>(token.kind)], token.text);
    }
    return out;
}

}  // namespace kaoping::dsl
