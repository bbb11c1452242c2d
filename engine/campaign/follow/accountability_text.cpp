// Accountability for people: see accountability.hpp.

#include <fmt/core.h>

#include "engine/campaign/follow/accountability.hpp"
#include "engine/report/csv.hpp"
#include "engine/report/text_table.hpp"

namespace kaoping::campaign {

std::string accountability_text(const AccountabilityCounter& counter, const engine::Accountability& rules) {
    using engine::Align;
    std::vector<std::vector<std::string>> rows;
    for (const AccountabilityCount& unit : counter.units()) {
        std::vector<std::string>& row = rows.emplace_back(std::vector{unit.unit});
        for (const std::int64_t count : {unit.findings, unit.corrected, unit.to_review, unit.referred, unit.heavier, unit.leaders}) row.push_back(std::to_string(count));
    }
    std::string out = engine::text_table({{"unit"}, {"defects", Align::right}, {"corrected only", Align::right}, {"to review first", Align::right},
                                          {"referred", Align::right}, {"of these heavier", Align::right}, {"leaders jointly", Align::right}},
                                         rows);
    out += "to review first: the scheme would refer them, but no reviewer has confirmed the finding.\n";
    if (rules.heavier_after_notice) out += "heavier: the same rule broken again by the same officer after the day of a rectification notice.\n";
    if (rules.leader_joint_from > 0) out += fmt::format("leaders answer jointly from {} referred defects of their unit.\n", rules.leader_joint_from);
    return out;
}

std::string accountability_csv_head() {
    return std::string(engine::csv::byte_order_mark) + "unit,case,finding,rule,severity,role,person,action,earlier,after_notice\r\n";
}

std::string accountability_csv_row(const AccountabilityEntry& entry) {
    std::string out;
    engine::csv::cell(out, entry.unit);
    engine::csv::cell(out, entry.case_id);
    engine::csv::number(out, static_cast<std::uint64_t>(entry.finding));
    for (const std::string& text : {entry.rule, entry.severity, entry.role, entry.person, std::string(action_name(entry.action))}) engine::csv::cell(out, text);
    engine::csv::number(out, static_cast<std::uint64_t>(entry.earlier));
    engine::csv::cell(out, entry.after_notice);
    engine::csv::end_row(out);
    return out;
}

}  // namespace kaoping::campaign
