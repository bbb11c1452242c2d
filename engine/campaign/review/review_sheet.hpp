#pragma once
// The sheet that reviewers fill in: a row for each finding, with empty cells for what they decide; as CSV and as XLSX.
//
// finding case unit kind officer standard rule severity verdict message basis place least most standing | decision amount veto reason
//
// Least and most: within which the amount is chosen. Standing: what was said of it before. A row that people add has no number.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/campaign/campaign.hpp"
#include "engine/campaign/review/rescore.hpp"

namespace kaoping::campaign {

constexpr std::array sheet_columns{"finding", "case",  "unit",  "kind", "officer",  "standard", "rule",   "severity", "verdict", "message",
                                   "basis",   "place", "least", "most", "standing", "decision", "amount", "veto",     "reason"};
constexpr std::size_t filled_in_from = 15;  ///< the first column that reviewers fill in

using SheetRow = std::array<std::string, sheet_columns.size()>;

/// Findings that can be reviewed: defects, undetermined and failed ones, as the engine or a person found them, unless the unit
/// has objected. By unit, case, finding. `unit` empty: all.
[[nodiscard]] std::vector<SheetRow> review_rows(Register& file, const Campaign& campaign, const CaseRescorer& rescorer, const std::string& unit);

/// With a byte order mark, so that spreadsheet programs read Chinese text.
[[nodiscard]] std::string review_csv(const std::vector<SheetRow>& rows);
/// With frozen headings, a filter, choices for decision, veto and severity, and room for findings that reviewers add. Throws
/// RegisterError if the file cannot be written.
void write_review_xlsx(const std::vector<SheetRow>& rows, const std::string& path);

}  // namespace kaoping::campaign
