#pragma once
// Expressions: names resolved, types checked, absence narrowed. One class, its families of constructs in files of their own:
// names.cpp, operators.cpp, lists.cpp, time.cpp, narrowing.cpp.

#include <functional>
#include <string>
#include <vector>

#include "dsl/check/checker.hpp"

namespace kaoping::dsl {

class ExpressionChecker {
public:
    ExpressionChecker(Checker& checker, Declarations& declarations, Scope& scope, std::int32_t counting)
        : c_(checker), declarations_(declarations), scope_(scope), counting_(counting) {}

    /// The date of the act by which dated parameters are read; no_expr: there is none (yet).
    ExprId on_date = no_expr;
    /// What `due` means; no_expr: there is none.
    ExprId due = no_expr;
    bool due_used = false;
    /// Inside a define: it gets its date as a hidden parameter when it needs one.
    DefineInfo* inside_define = nullptr;
    /// In messages an absent value may be shown, and what lies behind it.
    bool lenient = false;

    /// Checks an expression; `expected` makes enum members known (its kind may be error: nothing is expected).
    /// Always returns an expression; after a mistake its kind is error.
    ExprId check(const syntax::Expr& e, Type expected = {});
    /// … that must be present and true or false.
    ExprId condition(const syntax::Expr& e);
    /// … that must be present.
    ExprId present(const syntax::Expr& e, Type expected = {});

    /// Path of a value for narrowing: binder, let or case, followed by fields; empty if it is none.
    [[nodiscard]] std::string path_of(ExprId id) const;
    /// Appends it; false, with anything appended, if there is none.
    [[nodiscard]] bool add_path(ExprId id, std::string& out) const;
    /// From here on the condition is true (or false): narrows by it.
    void assume(ExprId condition, bool truth);

    /// Coerces a value to a type where that is only a step of notation (element → key, hours → elapsed time).
    ExprId coerce(ExprId id, Type to);
    [[nodiscard]] bool fits(Type from, Type to) const;
    void require_present(ExprId id, const syntax::Expr& e);
    /// Binds a variable; reports shadowing.
    void bind(std::string_view name, Span span, bool is_let, std::int32_t index, std::string list_path = {});
    /// Checks a list for a binder; its items' type, or error.
    ExprId list(const syntax::Expr& e, Type expected = {});
    [[nodiscard]] bool names_variable(const syntax::Expr& e);
    /// Checks the bodies of all defines that no rule has called.
    void check_defines();

private:
    // narrowing.cpp
    /// Paths that are present (and lists that are not empty, "n:" in front) where a condition is true (or false).
    void add_facts(ExprId condition, bool truth, std::vector<std::string>& out) const;
    const std::vector<std::string>& known_facts(ExprId condition, bool truth) const;

    // names.cpp
    ExprId name(const syntax::Expr& e, Type expected);
    ExprId variable(const Variable& variable, Span span);
    ExprId narrowed(ExprId id);
    ExprId member(const syntax::Expr& e);
    ExprId field_of(ExprId base, const syntax::Expr& e);
    ExprId enum_member(std::int32_t enumeration, std::string_view name, Span span);
    ExprId parameter(std::int32_t index, Span span);
    ExprId call(const syntax::Expr& e);
    ExprId call_define(DefineInfo& define, const syntax::Expr& e);
    ExprId call_table(std::int32_t table, const syntax::Expr& e);
    void unknown_name(const syntax::Expr& e, Type expected);
    [[nodiscard]] std::string member_help(std::string_view name) const;
    /// What is expected beside a value: beside a reported mistake nobody can say which enum a bare name is of.
    [[nodiscard]] static Type expected_beside(Type t) { return t.is(Kind::error) ? type(Kind::enumeration, unknown_enum) : t; }
    void check_define(DefineInfo& define);
    ExprId on_argument(Span span, const char* what);

    // operators.cpp
    ExprId literal(const syntax::Expr& e);
    ExprId number(const syntax::Expr& e);
    ExprId logic(const syntax::Expr& e);
    ExprId compare(const syntax::Expr& e);
    ExprId compare_typed(ExprId a, ExprId b, Comparison how, const syntax::Expr& e);
    ExprId compare_deadline(ExprId a, ExprId b, Comparison how, const syntax::Expr& e);
    void cannot_compare(ExprId a, ExprId b, const syntax::Expr& e);
    ExprId arithmetic(const syntax::Expr& e);
    ExprId if_form(const syntax::Expr& e, Type expected);
    ExprId match_form(const syntax::Expr& e, Type expected);
    Type join_branches(Type a, Type b, const syntax::Expr& e);
    ExprId absence(const syntax::Expr& e);
    ExprId or_else(const syntax::Expr& e, Type expected);
    ExprId text_form(const syntax::Expr& e);

    // lists.cpp
    ExprId in(const syntax::Expr& e);
    ExprId list_literal(const syntax::Expr& e, Type expected);
    ExprId comprehension(const syntax::Expr& e, Type expected);
    ExprId quantifier(const syntax::Expr& e);
    void body_mentions(const syntax::Expr& body, std::string_view binder);
    ExprId fold(const syntax::Expr& e);
    ExprId first(const syntax::Expr& e);
    ExprId precedes(const syntax::Expr& e);
    std::int32_t bind_item(const syntax::Expr& e, ExprId list);
    [[nodiscard]] std::string element_list_path(ExprId id) const;

    // time.cpp
    ExprId period(const syntax::Expr& e);
    ExprId moded(const syntax::Expr& e);
    bool set_mode(ExprId id, Rolling mode, Span span);
    ExprId after(const syntax::Expr& e);
    ExprId deadline(ExprId period, ExprId point, ExprId spans, Span span);
    ExprId within(const syntax::Expr& e);
    ExprId at_least_of(const syntax::Expr& e);
    ExprId spans(const syntax::Expr& e);
    ExprId calendar_form(const syntax::Expr& e);
    void check_point(ExprId period, ExprId point, Span span);
    [[nodiscard]] bool unstated_days(ExprId period) const;
    [[nodiscard]] std::int32_t record_of_point(ExprId point) const;

    /// Narrows by a condition while `work` runs; what it binds and assumes is forgotten.
    template <typename Work>
    auto under(ExprId condition, bool truth, Work work) {
        const Scope::Mark mark = scope_.mark();
        assume(condition, truth);
        auto result = work();
        scope_.restore(mark);
        return result;
    }

    static constexpr std::int32_t unknown_enum = -1;

    Checker& c_;
    Declarations& declarations_;
    Scope& scope_;
    std::int32_t counting_;
    std::size_t depth_ = 0;
};

}  // namespace kaoping::dsl
