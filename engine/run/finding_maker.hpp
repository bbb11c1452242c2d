#pragma once
// Findings out of the columns of a batch: place, texts, facts, fingerprint.

#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/evaluate/plan_run.hpp"
#include "engine/evaluate/rule_column.hpp"
#include "engine/result/finding.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

/// Who the case is, for every finding of it.
struct CaseNames {
    std::string id, unit, kind;
};

class FindingMaker {
public:
    FindingMaker(const dsl::Program& program, const Layout& layout, const TimeContext& time, std::int64_t now, std::string language)
        : program_(program), layout_(layout), time_(time), now_(now), language_(std::move(language)) {}

    /// The finding of one subject of one case; `charged` is what it cost after cap and absorbs.
    [[nodiscard]] Finding of_subject(const PlanRun& run, const CaseBatch& batch, const RuleColumn& column, std::size_t subject,
                                     std::size_t case_row, const CaseNames& names, Interval charged) const;
    [[nodiscard]] Finding of_data(const CaseBatch& batch, const DataFinding& data, const CaseNames& names) const;
    [[nodiscard]] static Finding of_unreadable(const UnreadableCase& unreadable);

    /// The last instant (µs) that is in time for a subject; nullopt: no due date, not known, or not yet running out.
    [[nodiscard]] std::optional<std::int64_t> due_at(const RuleColumn& column, std::size_t subject) const;

private:
    void add_due(const RuleColumn& column, std::size_t subject, Finding& finding) const;
    [[nodiscard]] FindingPlace place_of(const CaseBatch& batch, std::size_t case_row, int table, std::int32_t row) const;
    [[nodiscard]] std::string identity_of(const CaseBatch& batch, int table, std::int32_t row) const;

    const dsl::Program& program_;
    const Layout& layout_;
    const TimeContext& time_;
    std::int64_t now_;
    std::string language_;
};

}  // namespace kaoping::engine
