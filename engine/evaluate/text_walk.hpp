#pragma once
// The texts of one subject: message, shown values, responsible persons.

#include <string>

#include "engine/evaluate/evaluation.hpp"
#include "engine/result/finding.hpp"

namespace kaoping::engine {

class TextWalk {
public:
    TextWalk(const Evaluation& run, const std::string& language) : run_(run), language_(language) {}

    /// Texts of a rule in this language, or in the rule file's own.
    [[nodiscard]] const PlanTexts& texts_of(const PlanRule& rule) const;
    /// Adds the texts of a rule's subject at `row` of the rule's space to empty ones: `from` is what texts_of gave, `exception` the
    /// first true one, −1: none.
    void texts(const PlanRule& rule, const PlanTexts& from, std::size_t row, int exception, SubjectText& out) const;

private:
    // Each adds a text to `out`.
    void value(Slot slot, std::size_t row, std::string& out) const;
    void list(Slot slot, std::size_t row, std::string& out) const;
    void present(const Column& column, dsl::Type type, std::size_t row, std::string& out) const;
    void persons(Slot slot, std::size_t row, std::vector<std::string>& out) const;
    void person(const Column& column, dsl::Type type, std::size_t row, std::int32_t of_case, std::vector<std::string>& out) const;
    /// Follows lifts and choices to what makes the list; false: the choice is unknown.
    [[nodiscard]] bool resolve(Slot& slot, std::size_t& row) const;

    const Evaluation& run_;
    const std::string& language_;
};

}  // namespace kaoping::engine
