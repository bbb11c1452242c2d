#pragma once
// The texts of one subject: message, shown values, responsible persons.

#include <string>

#include "engine/evaluate/evaluation.hpp"
#include "engine/evaluate/subject_text.hpp"

namespace kaoping::engine {

class TextWalk {
public:
    TextWalk(const Evaluation& run, const std::string& language) : run_(run), language_(language) {}

    /// Texts of a rule's subject at `row` of the rule's space; `exception`: the first true one, −1: none.
    [[nodiscard]] SubjectText texts(const PlanRule& rule, std::size_t row, int exception) const;
    /// Texts of a rule in this language, or in the rule file's own.
    [[nodiscard]] const PlanTexts& texts_of(const PlanRule& rule) const;

private:
    [[nodiscard]] std::string value(Slot slot, std::size_t row) const;
    [[nodiscard]] std::string list(Slot slot, std::size_t row) const;
    [[nodiscard]] std::string present(const Column& column, dsl::Type type, std::size_t row) const;
    void persons(Slot slot, std::size_t row, std::vector<std::string>& out) const;
    void person(const Column& column, dsl::Type type, std::size_t row, std::int32_t of_case, std::vector<std::string>& out) const;
    /// Follows lifts and choices to what makes the list; false: the choice is unknown.
    [[nodiscard]] bool resolve(Slot& slot, std::size_t& row) const;

    const Evaluation& run_;
    const std::string& language_;
};

}  // namespace kaoping::engine
