// The sheet of a review: see review_sheet.hpp.

#include "engine/campaign/review/review_sheet.hpp"

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/review/standing.hpp"
#include "engine/report/csv.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::campaign {

namespace {

constexpr const char* findings_to_review = R"sql(
    select f.finding, f.case_id, f.unit, f.kind, f.officer, f.standard, f.rule, f.severity, found.verdict, coalesce(f.line ->> '$.message', ''),
           (select coalesce(group_concat(value, ', '), '') from json_each(f.line, '$.basis')),
           coalesce(f.line ->> '$.at.file', '') || coalesce(':' || (f.line ->> '$.at.line'), '') || ' ' || coalesce(f.line ->> '$.subject', ''),
           f.state, f.deduct_low, f.deduct_high
    from standing_finding f join finding found on found.id = f.finding
    where f.campaign = ?1 and ?2 in ('', f.unit) and found.verdict in ('defect', 'undetermined', 'failed') and f.finding not in (select finding from objection)
    order by f.unit, f.case_id, f.finding)sql";

std::string points(engine::Interval amount) {
    return amount.exact() ? engine::format_number(amount.low) : engine::format_number(amount.low) + "–" + engine::format_number(amount.high);
}

/// Fills in the amounts that may be chosen, case by case.
void fill_amounts(SQLite::Database& database, const Campaign& campaign, const CaseRescorer& rescorer, std::vector<SheetRow>& rows) {
    JudgedCase judged;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == 0 || rows[i][1] != rows[i - 1][1]) judged = read_judged_case(database, campaign.run, rows[i][1]);
        for (const JudgedFinding& finding : judged.findings) {
            if (std::to_string(finding.id) != rows[i][0]) continue;
            const engine::Interval amounts = rescorer.amounts(finding);
            rows[i][12] = engine::format_number(amounts.low);
            rows[i][13] = engine::format_number(amounts.high);
        }
    }
}

}  // namespace

std::vector<SheetRow> review_rows(Register& file, const Campaign& campaign, const CaseRescorer& rescorer, const std::string& unit) {
    std::vector<SheetRow> out;
    file.read([&](SQLite::Database& database) {
        SQLite::Statement rows = query(database, findings_to_review, campaign.id, unit);
        while (rows.executeStep()) {
            SheetRow& row = out.emplace_back();
            for (int column = 0; column < 12; ++column) row[static_cast<std::size_t>(column)] = rows.getColumn(column).getString();
            row[14] = fmt::format("{}: {}", rows.getColumn(12).getString(), points({rows.getColumn(13).getInt64(), rows.getColumn(14).getInt64()}));
        }
        fill_amounts(database, campaign, rescorer, out);
    });
    return out;
}

std::string review_csv(const std::vector<SheetRow>& rows) {
    std::string out(engine::csv::byte_order_mark);
    for (const char* column : sheet_columns) engine::csv::cell(out, column);
    engine::csv::end_row(out);
    for (const SheetRow& row : rows) {
        for (const std::string& cell : row) engine::csv::cell(out, cell);
        engine::csv::end_row(out);
    }
    return out;
}

}  // namespace kaoping::campaign
