#pragma once
// Random well-typed expressions as text. What the checker knows of absence is known here too: which paths a condition makes
// present, so that `or else` stands only where a value may be absent, and operators only where it may not.
//
// Every text is an atom: a name, a literal, or in parentheses. Families of types in files of their own: make_truth.cpp,
// make_number.cpp, make_time.cpp, make_list.cpp; paths, calls and choices in expression_maker.cpp.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/property/made_before.hpp"
#include "tests/property/random.hpp"
#include "tests/property/schema_maker.hpp"
#include "tests/property/scope.hpp"
#include "tests/property/value_pool.hpp"

namespace kaoping::test {

struct ListText {
    std::string text;
    dsl::Type item;
    std::string path;   ///< empty: not a path
};

struct DefineModel {
    std::string name;
    std::vector<Variable> parameters;
    dsl::Type result;
    bool dated = false; ///< reads a dated parameter: only where there is an `on`
    Paths yes, no;
};

struct ParameterModel {
    std::string name;
    dsl::Type type;
    bool dated = false;
};

struct TableModel {
    std::string name;
    std::vector<dsl::Type> keys;
    std::vector<std::pair<std::string, dsl::Type>> columns;
};

/// Declarations that expressions may use; defines are added as they are made.
struct DeclaredModel {
    std::vector<DefineModel> defines;
    std::vector<ParameterModel> parameters;
    std::vector<TableModel> tables;
};

class ExpressionMaker {
public:
    ExpressionMaker(Random& random, const SchemaModel& schema, const ValuePool& pool, DeclaredModel& declared)
        : random_(random), schema_(schema), pool_(pool), declared_(declared) {}

    Scope scope;
    bool dated_used = false;  ///< a dated parameter was read

    /// What rules before have said may be said again.
    void start_rule() { made_.start_rule(); }
    // make_truth.cpp
    Condition truth(int depth);
    /// A condition that depends on an optional path being there.
    Condition guarded(int depth);
    /// One element before another of the same list, if two of one list are in scope.
    std::optional<Condition> precedes();
    // expression_maker.cpp
    /// A present value; the type is available.
    std::string value(dsl::Type type, int depth);
    [[nodiscard]] bool available(dsl::Type type);
    /// A value that may be absent by its type; nullopt: none of this type can be made.
    std::optional<std::string> optional_value(dsl::Type type, int depth);
    /// Paths whose type is as `wanted` (optional ones if that is).
    std::vector<Variable> paths(dsl::Type wanted);
    std::vector<Variable> all_paths();
    [[nodiscard]] dsl::Type value_type();
    std::string literal(dsl::Type type);
    // make_list.cpp
    /// A list of items of a type, or of any if its kind is error.
    std::optional<ListText> list(dsl::Type item, int depth);
    std::optional<std::string> first_of(dsl::Type element, int depth, std::string* list = nullptr);
    std::string fresh(const char* prefix) { return prefix + std::to_string(++names_); }
    // make_time.cpp
    std::string period(bool days, int depth);
    std::string reach(bool days, int depth);
    std::string deadline(bool days, int depth);
    std::optional<std::string> spans(int depth);
    /// A date or a datetime; `as` says which.
    std::string moment(int depth, dsl::Type& as);

    /// Assumes paths while `work` runs; what it binds is forgotten.
    template <typename Work>
    auto under(const Paths& facts, Work work) {
        const Scope before = scope;
        scope.present.insert(facts.begin(), facts.end());
        auto out = work();
        scope = before;
        return out;
    }
    /// `if test then … else …`: each branch is made where it is known what the test says.
    template <typename Yes, typename No>
    std::string branches(const Condition& test, Yes yes, No no) {
        const std::string then = under(test.yes, yes);
        return "(if " + test.text + " then " + then + " else " + under(test.no, no) + ")";
    }
    /// Binds a name to the items of a list while `work(name)` runs.
    template <typename Work>
    auto within_list(const ListText& list, Work work) {
        const std::string name = name_of_items(list.text);
        const Scope before = scope;
        scope.variables.push_back({name, list.item, list.path, {}, {}});
        auto out = work(name);
        scope = before;
        return out;
    }

private:
    // expression_maker.cpp
    /// What was made before, now and then; else what `make` makes, which may come again.
    template <typename Make>
    Condition again_or(dsl::Type type, Make make) {
        if (random_.chance(20))
            if (const auto before = made_.pick(random_, type, scope)) {
                dated_used = dated_used || before->dated;
                return before->condition;
            }
        const bool dated = std::exchange(dated_used, false);
        Condition made = make();
        made_.keep({type, made, scope, dated_used});
        dated_used = dated_used || dated;
        return made;
    }
    std::string new_value(dsl::Type type, int depth);
    /// The one that they had before mostly, so that what was said of them may be said again.
    std::string name_of_items(const std::string& list);
    void walk(const Variable& from, int steps, std::vector<Variable>& out);
    std::optional<std::string> general(dsl::Type type, int depth);
    std::string if_form(dsl::Type type, int depth);
    std::string match_form(dsl::Type type, int depth);
    std::optional<std::string> call(dsl::Type type, int depth, Condition* facts = nullptr);
    /// A cell of a table's row, if the row is there.
    std::optional<std::string> cell(dsl::Type type, int depth);
    std::optional<std::string> parameter(dsl::Type type);
    std::string text(int depth);
    // make_truth.cpp
    Condition new_truth(int depth);
    Condition simple_truth();
    Condition junction(int depth, bool conjunction);
    Condition recorded(int depth);
    Condition choice(int depth);
    std::string comparison(int depth);
    std::string equality_of_elements(int depth);
    std::string text_condition(int depth);
    std::optional<std::string> membership(int depth);
    std::optional<std::string> emptiness(int depth);
    std::optional<std::string> quantifier(int depth);
    std::string where(int depth, Paths& facts);
    // make_number.cpp
    std::string number(int depth);
    std::optional<std::string> counted(int depth);
    /// A fold that may be absent: least, greatest, earliest, latest.
    std::optional<std::string> extreme(dsl::Type type, int depth);
    std::optional<std::string> fold(const char* word, dsl::Type type, int depth);
    // make_time.cpp
    std::string new_deadline(bool days, int depth);
    std::string duration(int depth);
    std::string date(int depth);
    std::string datetime(int depth);
    std::string deadline_condition(int depth);
    std::string distance_condition(int depth);
    std::optional<std::string> span_part(int depth);
    // make_list.cpp
    std::optional<ListText> list_path(dsl::Type item);
    std::optional<ListText> comprehension(dsl::Type item, int depth);
    std::optional<ListText> literal_list(dsl::Type item, int depth);

    Random& random_;
    const SchemaModel& schema_;
    const ValuePool& pool_;
    DeclaredModel& declared_;
    MadeBefore made_;
    std::vector<std::pair<std::string, std::string>> bound_;  ///< lists, the names of their items
    int names_ = 0;
};

}  // namespace kaoping::test
