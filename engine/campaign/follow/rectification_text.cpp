// Defects under rectification: see rectification_text.hpp.

#include "engine/campaign/follow/rectification_text.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "engine/report/text_table.hpp"

namespace kaoping::campaign {

namespace {

std::string state_text(const DefectState& defect) {
    std::string out = defect.state == "not_mended" ? "not mended" : defect.state;
    if (!defect.closed.empty()) out += " " + defect.closed;
    if (defect.overdue) out += defect.closed.empty() ? ", overdue" : ", late";
    return out;
}

}  // namespace

std::string rectification_text(const std::vector<DefectState>& defects, const std::string& day) {
    if (defects.empty()) return "no notice yet: kaoping campaign rectify notice issues them\n";
    using engine::Align;
    std::vector<std::vector<std::string>> rows;
    for (const DefectState& one : defects)
        rows.push_back({std::to_string(one.notice), std::to_string(one.number), one.unit, one.case_id, one.rule, one.severity, one.until, state_text(one)});
    const auto closed = std::count_if(defects.begin(), defects.end(), [](const DefectState& one) { return !one.closed.empty(); });
    const auto overdue = std::count_if(defects.begin(), defects.end(), [](const DefectState& one) { return one.overdue && one.closed.empty(); });
    return engine::text_table({{"notice", Align::right}, {"defect", Align::right}, {"unit"}, {"case"}, {"rule"}, {"severity"}, {"until"}, {"state"}}, rows) +
           fmt::format("{} of {} closed; overdue on {}: {}\n", closed, defects.size(), day, overdue);
}

}  // namespace kaoping::campaign
