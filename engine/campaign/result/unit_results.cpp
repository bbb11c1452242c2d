// Unit results: see unit_results.hpp.

#include "engine/campaign/result/unit_results.hpp"

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

constexpr double point = 1e6;  // millionths

/// The strata of one unit, twice: by the low and by the high ends of the scores.
struct UnitStrata {
    std::vector<StratumScores> low, high;
};

std::optional<double> score_at(SQLite::Statement& row, int column) {
    if (row.getColumn(column).isNull()) return std::nullopt;
    return static_cast<double>(row.getColumn(column).getInt64()) / point;
}

/// Takes one case of the rows below; rows of a unit and of a stratum stand together.
void add_case(SQLite::Statement& row, std::vector<UnitResult>& results, std::vector<UnitStrata>& strata, std::string& kind) {
    const std::string unit = row.getColumn(0), row_kind = row.getColumn(1);
    const bool new_unit = results.empty() || results.back().unit != unit;
    if (new_unit) {
        results.push_back({unit, 0, 0, 0, 0, 0, {}, {}});
        strata.emplace_back();
    }
    UnitResult& result = results.back();
    if (new_unit || kind != row_kind) {
        const std::int64_t cases = row.getColumn(2).getInt64();
        result.cases += cases;
        strata.back().low.push_back({cases, {}});
        strata.back().high.push_back({cases, {}});
        kind = row_kind;
    }
    ++result.drawn;
    strata.back().low.back().scores.push_back(score_at(row, 3));
    strata.back().high.back().scores.push_back(score_at(row, 4));
    result.scored += row.getColumn(3).isNull() ? 0 : 1;
    result.vetoes_unconfirmed += row.getColumn(5).getInt();
    result.defects += row.getColumn(6).getInt64();
}

}  // namespace

std::vector<UnitResult> unit_results(Register& file, const Campaign& campaign, double confidence) {
    if (campaign.run == 0)
        throw RegisterError(fmt::format("campaign {} is not evaluated yet; `kaoping campaign evaluate {}` does it", campaign.id, campaign.id));
    std::vector<UnitResult> results;
    std::vector<UnitStrata> strata;
    file.read([&](SQLite::Database& database) {
        SQLite::Statement row = query(database,
                                      "select unit, sampled_case.kind, cases, score_low, score_high, veto = 'unconfirmed', "
                                      "(select count(*) from finding where finding.run = case_result.run and finding.case_id = case_result.case_id "
                                      "    and verdict = 'defect') "
                                      "from case_result join sampled_case using (draw, case_id) join stratum using (draw, unit, kind) "
                                      "where run = ? order by unit, sampled_case.kind, position",
                                      campaign.run);
        std::string kind;
        while (row.executeStep()) add_case(row, results, strata, kind);
    });
    for (std::size_t i = 0; i < results.size(); ++i) {
        results[i].low = estimate_mean(strata[i].low, confidence);
        results[i].high = estimate_mean(strata[i].high, confidence);
    }
    return results;
}

}  // namespace kaoping::campaign
