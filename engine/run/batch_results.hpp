#pragma once
// One evaluated batch to its results: counts, scores, findings, in input order.

#include <string>
#include <vector>

#include "dsl/source/text_map.hpp"
#include "dsl/typed/program.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/evaluate/plan_run.hpp"
#include "engine/run/batch_digest.hpp"
#include "engine/run/case_text.hpp"
#include "engine/run/finding_maker.hpp"
#include "engine/run/runner.hpp"
#include "engine/run/tally.hpp"
#include "engine/score/case_score.hpp"

namespace kaoping::engine {

/// Of one worker: keeps its memory between batches.
class BatchResults {
public:
    BatchResults(const dsl::Program& program, const ScoreRules& scoring, const TimeContext& time, const Layout& layout,
                 const CaseFields& fields, const RunOptions& options);

    /// Results of one decoded chunk, made of whatever `out` was; `columns` are those that `run` made of its batch.
    void make(const PlanRun& run, const std::vector<RuleColumn>& columns, const Decoded& decoded, ChunkResult& out);
    /// What all chunks so far add up to; it starts anew then.
    [[nodiscard]] Summary take_summary();

private:
    /// Where the cases of one group are counted.
    struct GroupTally {
        std::vector<std::string> group;
        ScoreTally score;
        std::vector<StandardTally> standards;
    };
    [[nodiscard]] GroupTally& group_of(const CaseBatch& batch, std::size_t case_row);
    void note_met(const std::vector<RuleColumn>& columns, std::size_t cases);
    void add_case(const PlanRun& run, const std::vector<RuleColumn>& columns, const CaseBatch& batch, std::size_t case_row, ChunkResult& out);
    void score_case(const std::vector<RuleColumn>& columns, std::size_t case_row, GroupTally& group, CaseLine& line);
    void tally_case(const CaseLine& line, std::span<const int> costly, GroupTally& group);
    void add_findings(const PlanRun& run, const std::vector<RuleColumn>& columns, const CaseBatch& batch, std::size_t case_row, const CaseNames& names,
                      KeptList<Finding>& out);
    void add_data_findings(const CaseBatch& batch, std::size_t case_row, const CaseNames& names, KeptList<Finding>& out);
    [[nodiscard]] bool wanted(const RuleColumn& column, std::size_t subject) const;
    /// Has the subject a part in the score?
    [[nodiscard]] bool scored(const RuleColumn& column, std::size_t subject) const { return every_subject_scored_ || may_be_defect(column.verdict[subject], column.possible[subject]); }

    const dsl::Program& program_;
    const ScoreRules& scoring_;
    const CaseFields& fields_;
    const RunOptions& options_;
    FindingMaker maker_;
    CaseScorer scorer_;
    bool every_subject_scored_;                         ///< by models that count rules; else only those that may cost something are
    RuleTallies tallies_;
    BatchDigest digest_;
    CaseLine line_;                                     ///< of the case at hand, if nobody wants it
    Summary summary_;                                   ///< without what is counted by rules and groups
    bool any_chunk_ = false;                            ///< without one there is nothing to add up, not even zeros
    dsl::TextMap<GroupTally> groups_;  ///< by the texts of the group, one behind the other
    std::string group_key_, group_cell_;
    std::vector<std::vector<ScoredSubject>> subjects_;  ///< by rule: of the case at hand, those that are scored
    std::vector<std::vector<int>> met_;                 ///< by case of the batch: rules that it meets, if they are noted
    std::vector<std::uint64_t> defects_;                ///< by standard: of the case at hand
    std::size_t next_data_ = 0;                         ///< first data finding of the batch that is not handed over
};

}  // namespace kaoping::engine
