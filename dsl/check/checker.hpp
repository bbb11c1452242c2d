#pragma once
// What the parts of the checker share: the program under construction, the declarations by name, and reporting.

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dsl/check/check.hpp"
#include "dsl/check/expansion.hpp"
#include "dsl/check/schema_names.hpp"
#include "dsl/check/scope.hpp"
#include "dsl/syntax/tree.hpp"
#include "dsl/typed/program.hpp"

namespace kaoping::dsl {

/// A `define` and how far it is checked: bodies are checked when first called, so that what a call tells is known.
struct DefineInfo {
    const syntax::DefineDecl* decl = nullptr;
    std::int32_t index = -1;
    enum class State { fresh, running, done } state = State::fresh;
    Type result;
    std::vector<Type> parameters;
    std::int32_t on_binder = -1;  ///< hidden parameter: the date by which it reads dated parameters; −1: it reads none
};

/// Declarations of one pack by name.
struct Declarations {
    std::map<std::string, DefineInfo, std::less<>> defines;
    std::map<std::string, std::int32_t, std::less<>> parameters, tables;
    std::set<std::string, std::less<>> damaged;  ///< defines and tables with a mistake in the head: nothing is said of their uses
    std::map<std::string, Span, std::less<>> places;  ///< of every name, for "declared twice"
    std::optional<ExprId> applies_when;  ///< of the pack file, once a rule has asked for it
};

class Checker {
public:
    Checker(SourceMap& m, const CheckInput& i, Diagnostics& d, const CheckBudget& b) : map(m), input(i), diagnostics(d), budget(b) {}

    SourceMap& map;
    const CheckInput& input;
    Diagnostics& diagnostics;
    const CheckBudget& budget;
    Program program;
    syntax::Arena arena;       ///< of trees that are made while checking
    Expansions expansions{program};
    SchemaNames schema_names;  ///< once the schema is checked
    std::map<std::pair<ExprId, bool>, std::vector<std::string>> known_facts;  ///< of conditions that lets and defines stand for (narrowing.cpp)
    std::map<std::string, std::int32_t, std::less<>> enums, records;
    std::set<std::string> unverified;  ///< sources of which it has been said that nobody verified them

    void error(const char* code, Span span, std::string message, std::string help = {}, std::vector<Label> labels = {}) {
        say({code, DiagnosticLevel::error, span, std::move(message), std::move(labels), std::move(help)});
    }
    void warning(const char* code, Span span, std::string message, std::string help = {}, std::vector<Label> labels = {}) {
        say({code, DiagnosticLevel::warning, span, std::move(message), std::move(labels), std::move(help)});
    }
    /// Have so many errors of a file been found that another one will hardly be shown? It is not noted any more, and nobody
    /// need look for what to write instead.
    [[nodiscard]] bool enough_said(Span span) const { return enough_said(span, DiagnosticLevel::error); }
    /// `nearest_name`, as long as all of these searches together stay within the budget; then nothing is found.
    [[nodiscard]] std::string nearest(std::string_view name, const std::vector<std::string>& names);

    [[nodiscard]] const Expr& expr(ExprId id) const { return program.exprs[static_cast<std::size_t>(id)]; }
    [[nodiscard]] Type type_of(ExprId id) const { return id == no_expr ? Type{} : expr(id).type; }
    [[nodiscard]] const Record& record(std::int32_t index) const { return program.schema.records[static_cast<std::size_t>(index)]; }
    /// Number of a field of the case; −1: there is none.
    [[nodiscard]] int case_field(std::string_view name) const { return schema_names.field(program.schema.case_record, name); }
    [[nodiscard]] const Enum& enumeration(std::int32_t index) const { return program.schema.enums[static_cast<std::size_t>(index)]; }

    /// A node; a broken one where it would go beyond the budget.
    ExprId add(Op op, Type type, Span span, std::initializer_list<ExprId> args = {}, std::int32_t index = -1, std::int32_t second = -1, Value value = {}) {
        return add(op, type, span, std::span(args.begin(), args.size()), index, second, std::move(value));
    }
    ExprId add(Op op, Type type, Span span, std::span<const ExprId> args, std::int32_t index = -1, std::int32_t second = -1, Value value = {});
    ExprId constant(Type type, Span span, std::int64_t number);
    /// An expression with a reported mistake.
    ExprId broken(Span span) { return add(Op::constant, Type{}, span); }
    std::int32_t add_binder(std::string_view name, Type type, Span span);

    /// "a number", "a reference to Person", "a list of dates", …: for messages.
    [[nodiscard]] std::string type_name(Type type) const;
    /// Resolves a written type; reports unknown names (Kind::error then). `where` says what may stand there.
    [[nodiscard]] Type resolve(const syntax::TypeRef& ref);

private:
    /// False beyond the budget of expressions, which is said at the place.
    [[nodiscard]] bool has_room(Span span) { return program.exprs.size() < budget.expressions || out_of_room(span); }
    [[gnu::cold]] bool out_of_room(Span span);
    /// Says that an expression is too deep or too large, and leaves a broken one in its place: whoever walks what lets and
    /// defines stand for can rely on the budget.
    void cut_down(Expr& expr, Expansion size);

    [[nodiscard]] bool enough_said(Span span, DiagnosticLevel level) const;
    void say(Diagnostic diagnostic);

    std::map<std::pair<FileId, DiagnosticLevel>, std::size_t> said_;  ///< warnings must not crowd out the first error
    std::size_t compared_ = 0;  ///< names, to find the nearest one
    bool over_budget_ = false;  ///< said once; whatever is found in a pack that is not held whole would mislead
};

[[nodiscard]] inline Type type(Kind kind, std::int32_t of = -1) { return {kind, false, Kind::error, of}; }
[[nodiscard]] inline Type counted(Kind kind, Counting counting) { return {kind, false, Kind::error, static_cast<std::int32_t>(counting)}; }
[[nodiscard]] inline Counting counting_of(Type t) { return static_cast<Counting>(t.of); }

// ---- passes, in the order in which check_program runs them ----------------------------------------------------------------

/// schema_check.cpp: enums, records, fields, zone, calendar.
void check_schema(Checker& checker);
/// declarations.cpp: parameters, tables, signatures of defines of one pack.
[[nodiscard]] Declarations declare(Checker& checker, const PackInput& pack);
/// rules.cpp: standards and rules of one pack; appends for each rule the names that it absorbs.
void check_rules(Checker& checker, const PackInput& pack, std::int32_t pack_index, Declarations& declarations, std::vector<std::vector<syntax::RuleName>>& absorbs);
/// absorbs.cpp: names of absorbed rules, cycles. `written[r]` are the names that rule r absorbs.
void check_absorbs(Checker& checker, const std::vector<std::vector<syntax::RuleName>>& written);

}  // namespace kaoping::dsl
