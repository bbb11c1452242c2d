#pragma once
// The rectification notice (整改通知书) of one unit: a letter to print, sign and seal.

#include <string>
#include <vector>

#include "engine/campaign/report/finding_rows.hpp"
#include "engine/campaign/report/report_data.hpp"
#include "engine/report/html/texts.hpp"

namespace kaoping::campaign {

/// A defect that the unit is told to correct.
struct NoticeDefect {
    FindingRow row;     ///< with its line
    std::string until;  ///< day
};

/// The page, UTF-8. `until`: the day by which the unit reports. `texts` must have been made with campaign_labels().
[[nodiscard]] std::string notice_page(const Campaign& campaign, const UnitResult& unit, const std::vector<NoticeDefect>& defects, const std::string& until,
                                      const engine::html::Texts& texts);

/// The standing defects of a unit, all due on `until`; with an empty one those that the register's notices name, by their deadlines.
[[nodiscard]] std::vector<NoticeDefect> defects_to_correct(Register& file, const Campaign& campaign, const std::string& unit, const std::string& until);

/// "03-城北派出所.html": number, and the name of the unit without what a file name must not hold.
[[nodiscard]] std::string notice_file_name(std::size_t number, const std::string& unit);

}  // namespace kaoping::campaign
