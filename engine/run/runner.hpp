#pragma once
// Evaluates all cases of the inputs, on any number of threads, and hands over the results in input order.
//
// Reader → numbered chunks → workers (decode, plan, score, findings) → ordered hand-over. Memory is bounded by chunk size
// and number of threads, never by the input's length; the results are the same for any number of threads and batch size.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/result/finding.hpp"
#include "engine/result/kept_list.hpp"
#include "engine/result/run_identity.hpp"
#include "engine/result/summary.hpp"
#include "engine/score/case_score.hpp"
#include "engine/score/score_model.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

/// Which findings are made: none (counts and scores only), defects (verdicts defect and failed, data), all. Cases that
/// could not be read are always named.
enum class FindingsWanted : std::uint8_t { none, defects, all };

struct RunOptions {
    std::int64_t as_of = 0;             ///< instant
    bool as_of_given = false;           ///< else the run's own start; the report says which
    FindingsWanted findings = FindingsWanted::all;
    bool case_lines = true;             ///< give a line for each case: its score for a writer
    bool note_met = false;              ///< also note which rules each case meets: scoring a case again needs them
    unsigned threads = 1;
    ReadOptions read;
    std::string language;               ///< "" = the rule files' own; "zh-CN": catalogue texts where there are any
    std::int64_t due_within = -1;       ///< µs; ≥ 0: also make findings of pending subjects due by then, whatever `findings` says
};

/// The score of one case as a writer needs it.
struct CaseLine {
    std::string case_id, unit, kind, file;
    std::vector<std::string> group;     ///< values of the scheme's aggregate_by fields
    CaseScore score;
    Verdict worst = Verdict::met;       ///< over all rules
    std::vector<int> met_rules;         ///< rules that some subject of the case meets, ascending; only if noted
};

/// Results of one chunk, in input order.
struct ChunkResult {
    KeptList<Finding> findings;         ///< by case, then rule, then subject; data findings of a case before its rules
    KeptList<CaseLine> cases;           ///< if lines are wanted
    std::uint64_t evaluated = 0;        ///< cases of the chunk
    std::uint64_t read_bytes = 0;       ///< of all inputs, when this chunk had been read: for progress
};

/// Receives chunk results in input order, on one thread at a time. Their memory is used again: what is to stay is copied.
using ResultSink = std::function<void(const ChunkResult&)>;

struct RunTotals {
    Summary summary;
    RunIdentity identity;
};

/// Runs to the end; unreadable cases become findings of kind input. `program` must be free of errors and outlive the call.
[[nodiscard]] RunTotals run_cases(const dsl::Program& program, const ScoreRules& scoring, const TimeContext& time, InputSet& inputs,
                                  const RunOptions& options, const ResultSink& sink);

}  // namespace kaoping::engine
