// The files of `evaluate --out DIR`: see evaluate_outputs.hpp.

#include "cli/evaluate_outputs.hpp"

#include <stdexcept>

#include <fmt/core.h>

#include "engine/report/summary_json.hpp"

namespace kaoping::cli {

namespace {

/// The folder, made if it is not there; an earlier run's findings are removed if this run makes none.
std::filesystem::path prepared(const std::filesystem::path& folder, bool findings) {
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) throw std::runtime_error(fmt::format("cannot make the folder {}: {}", folder.string(), problem.message()));
    if (!findings) std::filesystem::remove(folder / "findings.jsonl", problem);
    return folder;
}

}  // namespace

EvaluateOutputs::EvaluateOutputs(const std::filesystem::path& folder, const LoadedPacks& packs, const engine::Scheme& scheme, const std::string& language, bool findings)
    : folder_(prepared(folder, findings)),
      packs_(packs),
      scheme_(scheme),
      findings_json_(packs.packs.program),
      scores_json_(packs.packs.program, scheme),
      scores_csv_(packs.packs.program, scheme),
      report_(packs.packs.program, scheme, packs.time.zone, language),
      findings_(findings ? std::make_unique<OutputFile>(folder_ / "findings.jsonl") : nullptr),
      json_(folder_ / "scores.json"),
      csv_(folder_ / "scores.csv") {
    json_.write(scores_json_.head());
    csv_.write(scores_csv_.head());
}

void EvaluateOutputs::add(const engine::ChunkResult& chunk) {
    for (const engine::Finding& finding : chunk.findings) report_.add(finding);
    for (const engine::CaseLine& line : chunk.cases) report_.add_case(line);
    if (findings_) findings_->write(findings_json_.lines(chunk.findings));
    json_.write(scores_json_.cases(chunk.cases));
    csv_.write(scores_csv_.cases(chunk.cases));
}

void EvaluateOutputs::finish(const engine::RunTotals& totals) {
    json_.write(scores_json_.end(totals));
    csv_.write(scores_csv_.end(totals));
    OutputFile summary(folder_ / "summary.json");
    summary.write(engine::summary_json(packs_.packs.program, scheme_, packs_.time.zone, totals));
    OutputFile page(folder_ / "report.html");
    page.write(report_.page(totals));
    if (findings_) findings_->commit();
    json_.commit();
    csv_.commit();
    summary.commit();
    page.commit();
}

}  // namespace kaoping::cli
