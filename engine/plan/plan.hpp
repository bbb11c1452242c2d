#pragma once
// The plan: what runs over every batch. A flat vector of instructions over column slots (instruction i fills slot i), the
// row spaces they live in, and per rule the slots that its verdict, amounts and texts are read from.
//
// A plan holds no Boost.Graph. What evaluation needs of the program (shape of the data, parameters, tables, texts) it points to: it
// must not outlive the program. It is immutable and shared by all threads.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/graph/vertex.hpp"

namespace kaoping::engine {

using Slot = std::int32_t;
constexpr Slot no_slot = -1;

/// Which rows of a space matter: those where a guard's truth is not `unless`, of those that another limit leaves.
struct RowLimit {
    Slot guard = no_slot;
    bool unless = false;
    std::int32_t within = -1; ///< in Plan::limits, of the same space and an earlier guard; −1: all rows
};

struct Instruction {
    Vertex op;                ///< kind, type, space and payload
    std::span<const Slot> args;  ///< in Plan::args
    bool report = false;      ///< only texts need it: run when a subject is reported
    std::int32_t limit = -1;  ///< in Plan::limits, of its own space: its other rows do not matter; −1: all do
    bool stays = false;       ///< its values are read when all have run: by results and texts
    std::int32_t column = -1; ///< where a run may put its values; once nobody needs them, another instruction puts its own there
};

/// One binder of a rule's for each.
struct SubjectLevel {
    Slot list = no_slot;      ///< in the space of the level before (the case at first)
    std::int32_t table = -1;  ///< of its items
    std::int32_t space = 0;   ///< of the subjects so far
    bool operator==(const SubjectLevel&) const = default;
};

/// What a rule says in one language.
struct PlanTexts {
    std::string_view language;           ///< "": the rule file's own
    const dsl::RuleTexts* texts = nullptr;
    std::vector<Slot> holes;             ///< by part of the message; no_slot: only text
};

struct PlanRule {
    const dsl::Rule* rule = nullptr;
    bool selected = true;              ///< false: tailored out; the case is the subject, and is *not selected*
    std::int32_t space = 0;            ///< of the subjects
    std::vector<SubjectLevel> levels;  ///< empty: the case
    Slot applies = no_slot;            ///< of the case, for subjects behind an unknown list; no_slot: always
    Slot guard = no_slot;              ///< no_slot: always (true)
    Slot in_force = no_slot;
    std::vector<Slot> exceptions;
    Slot exception = no_slot;          ///< any of them
    Slot requirement = no_slot;
    Slot due = no_slot;
    Slot done = no_slot;
    bool done_is_date = false;
    Slot verdict = no_slot;
    Slot low = no_slot, high = no_slot;
    std::vector<PlanTexts> texts;            ///< by language, the rule file's own first
    std::vector<Slot> show, responsible;     ///< as in the rule
};

/// Pairs of one case in one nest, at most; beyond it what is folded over them is unknown with a fault.
constexpr std::int64_t max_pair_rows = 1'000'000;

struct Plan {
    explicit Plan(const dsl::Program& program) : schema(program.schema), parameters(program.parameters), tables(program.tables), layout(program.schema) {}
    Plan(Plan&&) = default;
    Plan(const Plan&) = delete;  // instructions point to their arguments
    Plan& operator=(const Plan&) = delete;

    const dsl::Schema& schema;
    const std::vector<dsl::Parameter>& parameters;
    const std::vector<dsl::Table>& tables;
    Layout layout;
    std::vector<dsl::DayRange> effective;  ///< by VertexKind::in_force's index
    std::vector<Instruction> instructions;
    std::vector<Slot> args;                ///< of all of them
    std::vector<RowLimit> limits;          ///< by guard
    std::vector<Space> spaces;             ///< `nest`: the instruction
    std::vector<PlanRule> rules;           ///< by rule number of the program
    std::int32_t columns = 0;              ///< that instructions share
    std::int64_t pair_budget = max_pair_rows;

    [[nodiscard]] const Instruction& at(Slot slot) const { return instructions[static_cast<std::size_t>(slot)]; }
};

/// Lowers and schedules a program without error diagnostics; without `texts` the plan gives verdicts and amounts only.
[[nodiscard]] Plan make_plan(const dsl::Program& program, bool texts = true);
Plan make_plan(const dsl::Program&& program, bool texts = true) = delete;

/// Finds the limits of all instructions.
void limit_rows(Plan& plan);
/// Gives each instruction its column.
void share_columns(Plan& plan);

/// The columns that the plan reads, with the lists that lead to them.
[[nodiscard]] ColumnMask columns_read(const Plan& plan);

}  // namespace kaoping::engine
