#pragma once
// The report of a campaign as an XLSX workbook: a sheet for each table of the page, and one for the findings; ready to print.
//
// Numbers are numbers, an interval is two columns. Each sheet prints on A4 across, as wide as the page, its headings on every page.

#include <cstdint>
#include <string>

#include "engine/campaign/report/report_data.hpp"
#include "engine/report/html/texts.hpp"

namespace kaoping::campaign {

/// Findings of the workbook, at most; their sheet says how many there are.
constexpr std::int64_t workbook_findings = 20'000;

/// Writes the file whole or not at all. `texts` must have been made with campaign_labels(). Throws std::runtime_error with a
/// sentence where writing fails.
void write_workbook(const std::string& path, Register& file, const CampaignReport& report, const engine::html::Texts& texts);

}  // namespace kaoping::campaign
