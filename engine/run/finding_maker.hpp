#pragma once
// Findings out of the columns of a batch: place, texts, facts, fingerprint.

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
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
    FindingMaker(const dsl::Program& program, const Layout& layout, const TimeContext& time, std::int64_t now, std::string language);

    // Each makes a finding out of whatever `out` was, in its memory.

    /// The finding of one subject of one case; `charged` is what it cost after cap and absorbs.
    void of_subject(const PlanRun& run, const CaseBatch& batch, const RuleColumn& column, std::size_t subject, std::size_t case_row,
                    const CaseNames& names, Interval charged, Finding& out);
    void of_data(const CaseBatch& batch, const DataFinding& data, const CaseNames& names, Finding& out);
    void of_unreadable(const UnreadableCase& unreadable, Finding& out);

    /// The last instant (µs) that is in time for a subject; nullopt: no due date, not known, or not yet running out.
    [[nodiscard]] std::optional<std::int64_t> due_at(const RuleColumn& column, std::size_t subject) const;

private:
    void add_due(const RuleColumn& column, std::size_t subject, Finding& finding) const;
    /// Where the subject is, what it is called, and by what it is known again: all come out of its elements.
    void add_elements(const CaseBatch& batch, std::span<const int> tables, std::span<const std::int32_t> rows, Finding& finding);
    /// Adds what names an element over corrections of the file to the identity: the list it stands in and its key, else its position.
    void add_identity(const Table& table, std::int32_t row, const std::string& pointer);
    void set_fingerprint(std::initializer_list<std::string_view> parts, Finding& out);

    const dsl::Program& program_;
    const Layout& layout_;
    const TimeContext& time_;
    std::int64_t now_;
    std::string language_;
    std::vector<std::vector<int>> tables_;  ///< by rule: of its subjects' elements
    std::vector<std::string> rule_identities_;  ///< by rule: its part of the identity
    std::string identity_;                  ///< what the fingerprint at hand is made of
    std::string pointer_, name_;            ///< of the element at hand
};

}  // namespace kaoping::engine
