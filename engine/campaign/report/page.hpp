#pragma once
// The report of a campaign as one self-contained page: see engine/report/html/README.md for its walls against texts of case files.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/campaign/report/finding_rows.hpp"
#include "engine/campaign/report/report_data.hpp"
#include "engine/explain/proof.hpp"
#include "engine/report/html/texts.hpp"

namespace kaoping::campaign {

/// A finding that the page holds. The others stay in the register; the page says how many.
struct PageFinding {
    FindingRow row;
    std::vector<std::string> decisions;      ///< sentences: who decided what, when and why
    std::vector<engine::ProofNode> proof;    ///< may be empty
    bool case_changed = false;               ///< the proof is of another verdict than the finding's
    std::string message;                     ///< in the language of the page; empty: as in the line
};
constexpr std::size_t page_findings = 2000;            ///< at most
constexpr std::size_t page_finding_bytes = 3'400'000;  ///< of their JSON, at most; with style, scripts and tables below 5 MB
constexpr std::size_t page_proof_bytes = 1'500'000;    ///< of these, for proofs
constexpr std::size_t proof_steps = 80;                ///< of one proof

/// The gravest findings of a campaign, with the decisions about them.
[[nodiscard]] std::vector<PageFinding> read_page_findings(Register& file, const Campaign& campaign, const engine::html::Texts& texts);

/// The whole page, UTF-8. `texts` must have been made with campaign_labels().
[[nodiscard]] std::string report_page(const CampaignReport& report, const engine::html::Texts& texts, const std::vector<PageFinding>& findings);

/// What the page's scripts read, and how many of the findings it holds.
struct PageData {
    std::string json;
    std::size_t findings = 0;
};
[[nodiscard]] PageData page_data(const CampaignReport& report, const engine::html::Texts& texts, const std::vector<PageFinding>& findings);

}  // namespace kaoping::campaign
