#pragma once
// Walks typed expressions for one case, one value at a time. Families of operators in files of their own: access.cpp,
// truth.cpp, lists.cpp, times.cpp.

#include <map>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/evaluate/fact_text.hpp"
#include "engine/reference/value.hpp"

namespace kaoping::engine::reference {

class Walker {
public:
    Walker(const dsl::Program& program, const TimeContext& time, std::int64_t now, const CaseBatch& batch, int case_row)
        : program_(program), time_(time), now_(now), batch_(batch), case_row_(case_row), layout_(program.schema) {}

    [[nodiscard]] Value value(dsl::ExprId id);
    [[nodiscard]] Truth3 truth(dsl::ExprId id);
    /// A value that an operator needs: absent counts as unknown (possible only behind `needs`).
    [[nodiscard]] Value operand(dsl::ExprId id);
    /// Where a value that is absent would have stood.
    [[nodiscard]] std::string place_of(dsl::ExprId id);

    /// Row of the one element of this case with a key; −1: there is none, or there are several.
    [[nodiscard]] std::int32_t find(int record, const std::string& key) const;

    void bind(std::int32_t binder, Value value) { binders_[binder] = std::move(value); }
    [[nodiscard]] const Value& bound(std::int32_t binder) { return binders_[binder]; }
    void set_subject(std::string pointer) { subject_ = std::move(pointer); }
    [[nodiscard]] const Layout& layout() const { return layout_; }

private:
    // access.cpp
    Value field(const dsl::Expr& e);
    Value cell(int record, std::int32_t row, int field);
    Value list_cell(int record, std::int32_t row, int field, const Column& column);
    Value follow(const dsl::Expr& e);
    Value key_of(const dsl::Expr& e);
    /// A value that will be bound to a name, with its place where facts may need it.
    Value placed(dsl::ExprId id, Value v);
    /// What an operator makes of an item or argument that is absent: it counts as unknown.
    [[nodiscard]] static Value needed(Value v) { return v.absent() ? Value::lacking(needed_fact(v.place)) : v; }
    void bind_arguments(const dsl::Expr& e);
    Value call(const dsl::Expr& e);
    Value parameter(const dsl::Expr& e);
    Value table_row(const dsl::Expr& e);
    Value column(const dsl::Expr& e);
    // truth.cpp
    Truth3 logic(const dsl::Expr& e);
    Truth3 compare(const dsl::Expr& e);
    Truth3 compare_moment(const dsl::Expr& e, const Value& a, const Value& b);
    Truth3 in_list(const dsl::Expr& e);
    Truth3 recorded(const dsl::Expr& e);
    Value arithmetic(const dsl::Expr& e);
    Value if_form(const dsl::Expr& e);
    // lists.cpp
    Truth3 quantifier(const dsl::Expr& e);
    Truth3 is_empty(const dsl::Expr& e);
    Truth3 precedes(const dsl::Expr& e);
    Value fold(const dsl::Expr& e);
    Value first(const dsl::Expr& e);
    Value first_by(const dsl::Expr& e);
    Value comprehension(const dsl::Expr& e);
    /// Is the item in the list and does P hold for it?
    Truth3 chosen(const Item& item, std::int32_t binder, dsl::ExprId condition);
    // times.cpp
    Value after(const dsl::Expr& e);
    Value spans_for(const dsl::Expr& e);
    Value spans_join(const dsl::Expr& e);
    Value calendar(const dsl::Expr& e);
    Truth3 within(const dsl::Expr& e);
    Truth3 at_least_after(const dsl::Expr& e);
    [[nodiscard]] Moment moment(dsl::ExprId id, const Value& v) const { return {program_.expr(id).type.is(dsl::Kind::date), v.number}; }

    const dsl::Program& program_;
    const TimeContext& time_;
    std::int64_t now_;
    const CaseBatch& batch_;
    int case_row_;
    Layout layout_;
    std::map<std::int32_t, Value> binders_;
    std::string subject_;
};

/// Unknown, with the facts of those operands that are unknown; nullopt if all are present.
template <typename... Values>
[[nodiscard]] Facts missing_of(const Values&... values) {
    Facts out;
    ((values.unknown() ? add_facts(out, values.facts) : void()), ...);
    return out;
}

}  // namespace kaoping::engine::reference
