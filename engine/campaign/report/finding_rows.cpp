// Findings out of the register: see finding_rows.hpp.

#include "engine/campaign/report/finding_rows.hpp"

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

constexpr const char* finding_columns = "finding, case_id, unit, kind, officer, rule, standard, severity, verdict, deduct_low, deduct_high, origin, state";

FindingRow row_of(SQLite::Statement& row, bool with_line) {
    FindingRow out{row.getColumn(0).getInt64(), row.getColumn(1), row.getColumn(2), row.getColumn(3), row.getColumn(4), row.getColumn(5), row.getColumn(6),
                   row.getColumn(7), row.getColumn(8), row.getColumn(9).getInt64(), row.getColumn(10).getInt64(), row.getColumn(11), row.getColumn(12), {}};
    if (with_line) out.line = row.getColumn(13).getString();
    return out;
}

void take_rows(SQLite::Statement rows, bool with_line, const TakeFinding& take) {
    while (rows.executeStep()) take(row_of(rows, with_line));
}

}  // namespace

void each_finding(SQLite::Database& database, const std::string& campaign, const TakeFinding& take) {
    take_rows(query(database, fmt::format("select {} from standing_finding where campaign = ?", finding_columns).c_str(), campaign), false, take);
}

void gravest_findings(SQLite::Database& database, const std::string& campaign, std::int64_t most, const TakeFinding& take) {
    constexpr const char* gravity =
        "state in ('dismissed', 'waived'), verdict <> 'defect', case severity when 'veto' then 0 when 'fault' then 1 else 2 end, deduct_high desc";
    constexpr const char* scattered = "(finding * 2654435761) & 4294967295";  // of equals some of every unit, not all of the first
    const std::string sql = fmt::format("select * from (select {0}, line from standing_finding where campaign = ? order by {1}, {2} limit ?) order by {1}, unit, case_id, finding",
                                        finding_columns, gravity, scattered);
    take_rows(query(database, sql.c_str(), campaign, most), true, take);
}

void defects_of_unit(SQLite::Database& database, const std::string& campaign, const std::string& unit, const TakeFinding& take) {
    const std::string sql = fmt::format(
        "select {}, line from standing_finding where campaign = ? and unit = ? and verdict = 'defect' and state not in ('dismissed', 'waived') "
        "order by case_id, finding",
        finding_columns);
    take_rows(query(database, sql.c_str(), campaign, unit), true, take);
}

}  // namespace kaoping::campaign
