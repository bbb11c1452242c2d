#pragma once
// The files of `evaluate --out DIR`: findings.jsonl, scores.json, scores.csv, summary.json, report.html. They are written while the run
// goes on and appear under their names when it has ended well.

#include <filesystem>
#include <memory>
#include <string>

#include "cli/output_file.hpp"
#include "cli/packs.hpp"
#include "engine/report/findings_json.hpp"
#include "engine/report/html_report.hpp"
#include "engine/report/scores.hpp"
#include "engine/run/runner.hpp"

namespace kaoping::cli {

/// Throws std::runtime_error where a file cannot be written.
class EvaluateOutputs {
public:
    /// `packs` and `scheme` must outlive it. `findings`: also findings.jsonl. `language`: of the report.
    EvaluateOutputs(const std::filesystem::path& folder, const LoadedPacks& packs, const engine::Scheme& scheme, const std::string& language, bool findings);

    void add(const engine::ChunkResult& chunk);
    void finish(const engine::RunTotals& totals);

private:
    std::filesystem::path folder_;
    const LoadedPacks& packs_;
    const engine::Scheme& scheme_;
    engine::FindingsJson findings_json_;
    engine::ScoresJson scores_json_;
    engine::ScoresCsv scores_csv_;
    engine::HtmlReport report_;
    std::unique_ptr<OutputFile> findings_;  ///< null: not wanted
    OutputFile json_, csv_;
};

}  // namespace kaoping::cli
