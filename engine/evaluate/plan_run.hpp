#pragma once
// Runs a plan over one batch of cases.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/casefile/batch.hpp"
#include "engine/evaluate/kernels.hpp"
#include "engine/evaluate/rule_column.hpp"
#include "engine/result/finding.hpp"
#include "engine/plan/plan.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

/// What stays of a batch until the next one.
enum class Columns : std::uint8_t {
    all,     ///< the values of all instructions
    shared,  ///< what results and texts read. A subject's facts cost that much more: what they rest on is computed again
};

/// One run over one batch at a time; keeps its buffers between batches. Not shared between threads; plan and context must
/// outlive it.
class PlanRun {
public:
    /// `kernels` must outlive it; tests replace some.
    PlanRun(const Plan& plan, const TimeContext& time, std::int64_t now, Columns columns = Columns::all, const KernelSet& kernels = default_kernels());
    ~PlanRun();

    /// Evaluates all rules over the batch; the result stays valid until the next call. The batch must outlive the result's use.
    const std::vector<RuleColumn>& run(const CaseBatch& batch);

    /// Runs all instructions of one kind again over the batch of the last run, of which all columns stayed: for measuring kernels.
    void repeat(VertexKind kind);

    /// Why subject number `subject` of rule `rule` is unknown: sorted, each once (before settle_facts turned the verdict:
    /// run() has done so already).
    [[nodiscard]] std::vector<Fact> facts_of(int rule, std::size_t subject) const;
    /// Adds the texts of one subject in a language ("" or one of the catalogue) to empty ones.
    void text_of(int rule, std::size_t subject, const std::string& language, SubjectText& out) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace kaoping::engine
