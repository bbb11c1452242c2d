#pragma once
// The syntax tree of `.schema` and `.rules` texts: what was written, nothing resolved.
//
// Declarations and clauses are plain structs; expressions are one uniform node, whose meaning is its kind and whose
// children stand in the order that the table below gives. Names have lost their backticks; what stands between quotes is
// as it was written (lexer.hpp: unescape).
//
// A tree points into the texts that it was made of and into the arena that its parts lie in: it must not outlive them. A copy of a
// node has the same parts; destroying one does nothing.

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "dsl/source/source.hpp"
#include "dsl/syntax/list.hpp"

namespace kaoping::dsl::syntax {

struct Name {
    std::string_view text;
    Span span;
    [[nodiscard]] bool empty() const { return text.empty(); }
};

// Children, and what `text` holds. P and Q are conditions; "[x]" may be an Omitted node.
enum class ExprKind : std::uint8_t {
    omitted,       // a part that was not written
    error,         // what recovery left behind; the checker stays silent about it
    name,          // text: the name
    member,        // [base]; text: the field; `name.span` under the field (also Enum.member)
    call,          // arguments; text: the callee (a define or a table)
    number,        // text: the digits as written
    text,          // text: between the quotes, escapes unread
    boolean,       // text: "true" or "false"
    date,          // text: 2026-01-31
    datetime,      // text: 2026-01-31T10:20:00+08:00 (offset may be absent)
    list,          // (a, b, …): elements
    comprehension, // (E for x in L where P): [E, L, [P]]; binder
    spans,         // (A to B for x in L where P): [A, B, L, [P]]; binder
    spans_list,    // several of the above in one pair of parentheses, or joined spans: children are spans expressions
    not_,          // [P]
    and_,          // two or more
    or_,           // two or more
    compare,       // [a, b]; text: = != < <= > >=
    in,            // [x, L]
    negate,        // [a]
    arithmetic,    // [a, b]; text: + - * /
    if_,           // [P, then, else]
    match,         // [e, pattern, value, pattern, value, …, [else value]]; a pattern is a name, member or literal
    some, no, every, at_least, at_most,  // [N, L, [P], [Q]]; binder; N only for at_least and at_most, Q only for every
    count, count_distinct, sum, least, greatest, earliest, latest,
                   // of a list: [L, omitted, omitted] without binder; `E for x in L where P`: [E, L, [P]] with binder
    first, last,   // [L, [P], [by]]; binder
    is_empty,      // [L]
    is_recorded,   // [x]
    is_missing,    // [x]
    or_else,       // [x, v]
    matches,       // [text, pattern]
    length_of,     // [text]
    precedes,      // [a, b]
    period,        // [n]; text: unit (microseconds … second minute hour day month year working_day), singular
    moded,         // [period]; text: strict or rolling
    after,         // [period, point, [spans]] = `P after a not counting S`; a deadline
    before,        // [period, point, [spans]]: only as the right side of at_least_of
    within,        // [b, after]: `b within 3 days after a`
    at_least_of,   // [b, after or before]: `b at least 60 days after a`
    from_to,       // [a, b]; text: day, month, year: `days from a to b`
    age_of,        // [born, on]
    date_of,       // [t]
    now,           // —
};

struct Expr {
    ExprKind kind = ExprKind::omitted;
    bool parenthesised = false;  ///< written in parentheses of its own (and/or mixing, quantifier bodies)
    Span span;
    std::string_view text;
    Name name;                   ///< quantifiers, folds, comprehensions, first and last: the binder; others have its span alone:
                                 ///< member: under the field; call and name: under the name; compare, arithmetic, and, or: under the operator
    List<Expr> children;

    [[nodiscard]] bool written() const { return kind != ExprKind::omitted; }
};

// ---- schema -----------------------------------------------------------------------------------------------------------

struct NamedType;

struct TypeRef {
    enum class Kind { named, reference, list, fields } kind = Kind::named;
    Name name;                  ///< named and reference: bool, number, text, …, an enum or a record
    List<TypeRef> item;  ///< list: exactly one
    bool optional = false;      ///< `?`
    Span span;
    List<NamedType> fields;  ///< fields: { a: number, b: text } of a table
};

/// `a: number`
struct NamedType {
    Name name;
    TypeRef type;
};

/// `from "x"`, `from "x", "y"` or `from anything else`.
struct Spelling {
    bool anything_else = false;
    List<std::string_view> texts;
    Span span;
};

struct EnumMember {
    Name name;
    std::string_view label;
    std::optional<Spelling> from;
    Span span;
};

struct EnumDecl {
    Name name;
    std::string_view label;
    List<EnumMember> members;
    Span span;
};

struct Field {
    Name name;
    TypeRef type;
    std::string_view label;
    std::optional<Spelling> from;
    List<Name> flags;  ///< key, personal, unit (checked later)
    Span span;
};

struct RecordDecl {
    Name name;  ///< empty for `case { … }`
    std::string_view label;
    bool is_case = false;
    bool restricts_liberty = false;
    List<Field> fields;
    Span span;
};

struct SchemaHead {
    Name name;
    std::string_view title;
    Span span;
};

struct Setting {  ///< timezone "…", calendar "…"
    Name keyword;
    std::string_view value;
    Span value_span;
};

// ---- rules ------------------------------------------------------------------------------------------------------------

struct Citation {  ///< `CPL art 85(2).3`
    Name source;
    std::string_view article;  ///< "85", "10-1"
    int paragraph = 0;    ///< 0: none given
    int item = 0;         ///< 0: none given
    Span span;
};

/// `from D`, `until D`, or both; dates as written.
struct DateRange {
    std::string_view from, until;
    Span span;
};

struct ForEach {
    Name binder;
    Expr list;
    Span span;
};

/// A message with holes: "…{m.starts_at}…". `{{` and `}}` stand for braces.
struct Template {
    struct Part {
        std::string_view text;  ///< literal part (when there is no hole)
        Expr hole;         ///< omitted for a literal part
    };
    List<Part> parts;
    std::string_view raw;  ///< as written, holes in braces
    Span span;
};

/// `family_notice`, or `detention.family_notice` of another standard.
struct RuleName {
    std::string_view text;
    Span span;
};

enum class ClauseKind : std::uint8_t {
    basis, effective, for_each, on, let, when, needs, due, except, done, require,
    severity, deduct, absorbs, responsible, show, message, remedy,
    item  // `item CR28`: the line of the standard that the rule encodes
};

/// One clause; only the members of its kind are filled. Kinds share members, for packs hold thousands of clauses.
struct Clause {
    ClauseKind kind = ClauseKind::basis;
    bool per_case = false;       ///< deduct
    Span span;          ///< the whole clause
    Span keyword_span;
    List<Citation> basis;
    const DateRange* effective = nullptr;
    List<ForEach> for_each;
    Expr expression;             ///< on, when, due, done, require; for each: behind `where`; let: the value; except: the
                                 ///< condition; deduct: the amount, or the lower end of a range
    List<Expr> list;      ///< needs, responsible, show; deduct: the upper end of `0.5 to 2`, and what it is `at most`
    Name word;                   ///< severity; item; let: the name; except: the reason between the quotes, escapes unread
    List<RuleName> names; ///< absorbs
    const Template* text = nullptr;  ///< message, remedy
};

struct RuleDecl {
    Name name;
    std::string_view title;
    Span title_span;
    List<Clause> clauses;
    Span span;
    bool damaged = false;  ///< recovery skipped something inside: the checker must not report what may be missing
};

struct StandardDecl {
    Name name;
    std::string_view title;
    std::optional<Expr> points;
    List<RuleDecl> rules;
    Span span;
};

struct DefineDecl {
    Name name;
    List<NamedType> parameters;
    TypeRef result;
    Expr body;
    Span span;
    bool damaged = false;  ///< its head may lack something: calls are not checked against it
};

struct ParameterDecl {
    struct Entry {
        Expr value;
        DateRange range;
        List<Citation> basis;
        Span span;
    };
    Name name;
    TypeRef type;
    List<Entry> entries;
    Span span;
};

struct TableDecl {
    Name name;
    List<NamedType> keys;
    TypeRef row;  ///< kind fields
    std::string_view file;
    Span file_span;
    Span span;
    bool damaged = false;  ///< its head may lack something: calls are not checked against it
};

/// One file: either kind may hold any declaration; the checker says what does not belong.
struct File {
    FileId id = -1;
    std::unique_ptr<Arena> arena;  ///< what all parts lie in
    std::vector<SchemaHead> schema_heads;
    std::vector<Setting> settings;
    std::vector<EnumDecl> enums;
    std::vector<RecordDecl> records;
    std::vector<StandardDecl> standards;
    std::vector<DefineDecl> defines;
    std::vector<ParameterDecl> parameters;
    std::vector<TableDecl> tables;
};

}  // namespace kaoping::dsl::syntax
