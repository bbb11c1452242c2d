#pragma once
// The typed pack: all packs of a run, resolved and checked, ready to be lowered or walked.
//
// A Program that came without error diagnostics upholds: every ExprId is valid or no_expr where the table of
// expression.hpp allows it; types are as stated there; no recursion through defines; bodies of calls and lets mention only
// binders in scope. It is immutable once loaded and may be shared between threads.

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/typed/expression.hpp"
#include "dsl/typed/schema.hpp"

namespace kaoping::dsl {

/// A variable bound by `for each`, a quantifier, a fold, or a parameter of a define.
struct Binder {
    std::string name;
    Type type;
    Span span;
};

struct Let {
    std::string name;
    ExprId value = no_expr;
};

struct Define {
    std::string name;
    std::vector<std::int32_t> parameters;  ///< binders
    ExprId body = no_expr;
    Span span;
};

/// Days since 1970-01-01, both ends included; an open end is unlimited.
struct DayRange {
    std::optional<std::int64_t> from, until;
    [[nodiscard]] bool holds(std::int64_t day) const { return (!from || *from <= day) && (!until || day <= *until); }
    bool operator==(const DayRange&) const = default;
};

struct Citation {
    std::string source;   ///< key in the registry
    std::string article;  ///< "85", "10-1"
    int paragraph = 0;    ///< 0: none
    int item = 0;         ///< 0: none
    [[nodiscard]] std::string text() const;  ///< as written in rules: "CPL art 85(2).3"
};

struct Parameter {
    struct Entry {
        Value value;
        DayRange range;
        std::vector<Citation> basis;
    };
    std::string name;
    std::string full_id;         ///< "administrative.hearing_threshold"
    Type type;
    std::vector<Entry> entries;  ///< by date, without gaps or overlaps
    Span span;
};

struct Table {
    struct Column {
        std::string name;
        Type type;
    };
    std::string name;
    std::vector<Column> keys, columns;
    std::size_t rows = 0;                     ///< their keys are unique
    std::vector<Value> key_values;            ///< row by row
    std::vector<std::optional<Value>> cells;  ///< row by row; nullopt: absent (an empty cell of an optional column)
    Span span;

    [[nodiscard]] std::span<const Value> keys_of(std::size_t row) const { return std::span(key_values).subspan(row * keys.size(), keys.size()); }
    [[nodiscard]] const std::optional<Value>& cell(std::size_t row, std::size_t column) const { return cells[row * columns.size() + column]; }
};

/// A message: literal parts and typed holes. A hole that is absent reads "not recorded", unknown "unknown".
struct Message {
    struct Part {
        std::string text;
        ExprId hole = no_expr;
    };
    std::vector<Part> parts;
};

/// What a person reads of a rule in one language. Reasons go with `Rule::exceptions` by position.
struct RuleTexts {
    std::string title;
    Message message;
    std::string remedy;
    std::vector<std::string> reasons;
    std::string standard_title;
};

enum class Severity : std::uint8_t { flaw, fault, veto };
/// "flaw", "fault", "veto".
[[nodiscard]] std::string_view severity_name(Severity severity);

struct ForEach {
    std::int32_t binder = -1;
    ExprId list = no_expr;
};

struct Exception {
    ExprId condition = no_expr;
    Span span;
};

/// Points in millionths. Of a range the assessor chooses; until then the score is an interval.
struct Deduction {
    bool per_case = false;
    ExprId low = no_expr;             ///< number, in the subject's scope (the case's for per_case)
    ExprId high = no_expr;            ///< equal to low unless a range
    std::optional<std::int64_t> cap;  ///< `at most`
};

struct Shown {
    std::string label;  ///< as written: "m.starts_at"
    ExprId value = no_expr;
};

/// Why a rule is not selected: a layer of tailoring switched it off.
struct TailoredOut {
    std::string layer, reason, authority, date;
};

/// A layer of tailoring that the packs have gone through, from the top down.
struct TailoringLayer {
    std::string id, title, level, hash;
};

struct Rule {
    std::string id;       ///< "family_notice"
    std::string full_id;  ///< "criminal.detention.family_notice"; versions share it
    int version = 1;      ///< 1 for the earliest period
    int pack = -1;
    int standard = -1;
    Span span;            ///< of the rule's name
    Span extent;          ///< from `rule` to `}`

    std::vector<Citation> basis;
    std::vector<std::string> items;  ///< `item CR28`
    std::optional<DayRange> effective;
    std::vector<ForEach> for_each;   ///< empty: the subject is the case
    ExprId where = no_expr;          ///< of the for each
    ExprId on = no_expr;             ///< date or datetime
    ExprId when = no_expr;           ///< all `when`s joined; includes the pack's `applies when`
    ExprId applies = no_expr;        ///< the pack's `applies when` alone, of the case: decides where a list of subjects is unknown
    std::vector<ExprId> needs;
    ExprId due = no_expr;            ///< deadline
    std::vector<Exception> exceptions;
    ExprId done = no_expr;           ///< datetime or date, may be absent; else `require`
    ExprId require = no_expr;
    Severity severity = Severity::flaw;
    Deduction deduct;
    std::vector<int> absorbs;        ///< rules (every version)
    std::vector<Shown> responsible;  ///< references, elements or lists of them
    std::vector<Shown> show;
    std::optional<TailoredOut> tailored_out;   ///< then there are no conditions, and the verdict is *not selected*
    RuleTexts texts;                           ///< language of the rule file (en)
    std::map<std::string, RuleTexts> catalogue;  ///< by language: "zh-CN"

    /// "CPL art 85(2), CRIM art 127".
    [[nodiscard]] std::string basis_text() const;
};

struct Standard {
    std::string id;
    std::string full_id;  ///< "criminal.detention"
    std::string title;
    std::int64_t points = 0;  ///< millionths
    bool tailored = false;    ///< the points were set by tailoring: no scheme changes them
    int pack = -1;
    std::vector<int> rules;
    Span span;
};

struct Pack {
    std::string id;
    std::string title;
    std::string version;
    std::string folder;
    std::vector<std::string> languages;  ///< beside the rule file's own
    std::map<std::string, std::string> titles;  ///< by language, where a catalogue gives one
    std::string content_hash;            ///< 128 bit, hex, over canonical bytes of all files of the pack
    std::int32_t counting = count_plain;
};

/// Public holidays and make-up working days by year; a year that is not listed is unknown.
struct CalendarData {
    struct Year {
        std::vector<std::int64_t> holidays, working;  ///< days since 1970-01-01, sorted
    };
    std::string name;
    std::map<int, Year> years;
};

/// What a report says of a cited source.
struct SourceTitle {
    std::string title_en, title_zh;
    bool verified = true;
    std::string note_en, note_zh;  ///< what a report says of it, like the state in which its text is held; empty: nothing
};

struct Program {
    Schema schema;
    std::vector<Pack> packs;
    std::vector<Standard> standards;
    std::vector<Rule> rules;
    std::vector<Expr> exprs;
    std::vector<Binder> binders;
    std::vector<Let> lets;
    std::vector<Define> defines;
    std::vector<Parameter> parameters;
    std::vector<Table> tables;
    std::optional<CalendarData> calendar;  ///< nullopt: the schema names none
    std::map<std::string, SourceTitle> sources;
    std::vector<TailoringLayer> tailoring;
    std::string schema_hash, calendar_hash;

    [[nodiscard]] const Expr& expr(ExprId id) const { return exprs[static_cast<std::size_t>(id)]; }
    /// Keys of the sources that rules or parameters cite.
    [[nodiscard]] std::set<std::string> cited_sources() const;
    [[nodiscard]] const Record& case_record() const { return schema.records[static_cast<std::size_t>(schema.case_record)]; }
};

}  // namespace kaoping::dsl
