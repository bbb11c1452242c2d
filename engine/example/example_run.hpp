#pragma once
// Runs examples: evaluates the merged case and compares with what the example expects.

#include <string>
#include <vector>

#include "dsl/source/source.hpp"
#include "dsl/typed/program.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/example/example_file.hpp"
#include "engine/explain/proof.hpp"
#include "engine/plan/plan.hpp"

namespace kaoping::engine {

struct ExampleOutcome {
    std::vector<std::string> problems;  ///< what is not as expected, a sentence each; empty: passed
    Verdict actual = Verdict::not_applicable;
    int rule = -1;                      ///< the version that decided; −1: the rule had no subject
    std::string subject;                ///< its pointer; "" is the case
    std::vector<ProofNode> proof;       ///< of that subject; only if it failed
    [[nodiscard]] bool passed() const { return problems.empty(); }
};

/// Runs examples of one program, which it lowers once. Both evaluators run; that they disagree is a problem of its own.
class ExampleRunner {
public:
    ExampleRunner(const dsl::Program& program, const dsl::SourceMap& sources, const TimeContext& time);

    [[nodiscard]] ExampleOutcome run(const Example& example) const;

private:
    struct Decided;
    [[nodiscard]] Decided worst_subject(const Example& example, const CaseBatch& batch) const;
    void compare_plan(const Example& example, const CaseBatch& batch, ExampleOutcome& out) const;
    void compare(const Example& example, const Decided& decided, ExampleOutcome& out) const;

    const dsl::Program& program_;
    const dsl::SourceMap& sources_;
    const TimeContext& time_;
    Plan plan_;
};

}  // namespace kaoping::engine
