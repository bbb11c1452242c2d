// Unit results: see unit_results.hpp.

#include "engine/campaign/result/unit_results.hpp"

#include <cmath>
#include <map>

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

constexpr const char* cases_by_stratum = R"sql(
    select unit, kind, cases, score_low, score_high, veto from standing_case join stratum using (unit, kind)
    join sampled_case using (case_id, unit, kind)
    where run = ?1 and stratum.draw = ?2 and sampled_case.draw = ?2 order by unit, kind, position)sql";

/// The strata of one unit, twice: by the low and by the high ends of the scores.
struct UnitStrata {
    std::vector<StratumScores> low, high;
};

std::optional<double> points_at(SQLite::Statement& row, int column) {
    if (row.getColumn(column).isNull()) return std::nullopt;
    return static_cast<double>(row.getColumn(column).getInt64()) / 1e6;
}

/// Takes one case of the rows below; rows of a unit and of a stratum stand together.
void add_case(SQLite::Statement& row, std::vector<UnitResult>& results, std::vector<UnitStrata>& strata, std::string& kind) {
    const std::string unit = row.getColumn(0), row_kind = row.getColumn(1);
    const bool new_unit = results.empty() || results.back().unit != unit;
    if (new_unit) {
        results.emplace_back().unit = unit;
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
    strata.back().low.back().scores.push_back(points_at(row, 3));
    strata.back().high.back().scores.push_back(points_at(row, 4));
    result.scored += row.getColumn(3).isNull() ? 0 : 1;
    const std::string veto = row.getColumn(5);
    result.vetoes_unconfirmed += veto == "unconfirmed" ? 1 : 0;
    result.vetoes_in_force += veto == "in_force" ? 1 : 0;
}

void count_defects(SQLite::Database& database, const Campaign& campaign, std::vector<UnitResult>& results) {
    std::map<std::string, std::int64_t> defects;
    SQLite::Statement row = query(database, "select unit, count(*) from standing_finding where run = ? and verdict = 'defect' group by unit", campaign.run);
    while (row.executeStep()) defects[row.getColumn(0)] = row.getColumn(1).getInt64();
    for (UnitResult& result : results) result.defects = defects[result.unit];
}

/// Grades from the highest, and the grade of a unit with a veto in force.
struct Grades {
    std::vector<engine::Grade> by_score;
    std::string on_veto;
};

Grades read_grades(SQLite::Database& database, const Campaign& campaign) {
    Grades out;
    SQLite::Statement row = query(database, "select grade, from_score, on_veto from run_grade where run = ? order by from_score desc", campaign.run);
    while (row.executeStep()) {
        out.by_score.push_back({row.getColumn(0), row.getColumn(1).getInt64()});
        if (row.getColumn(2).getInt() != 0) out.on_veto = row.getColumn(0).getString();
    }
    return out;
}

std::string grade_of(const Grades& grades, double mean) {
    const auto score = static_cast<std::int64_t>(std::llround(mean * 1e6));
    for (const engine::Grade& grade : grades.by_score)
        if (score >= grade.from) return grade.name;
    return {};
}

/// A veto in force decides; an unconfirmed one may still.
void set_grades(const Grades& grades, UnitResult& result) {
    if (!result.low) return;
    const bool vetoed = result.vetoes_in_force > 0 && !grades.on_veto.empty();
    result.grade_low = vetoed ? grades.on_veto : grade_of(grades, result.low->mean);
    result.grade_high = vetoed ? grades.on_veto : grade_of(grades, result.high->mean);
}

}  // namespace

void require_evaluated(const Campaign& campaign) {
    if (campaign.run == 0)
        throw RegisterError(fmt::format("campaign {} is not evaluated yet; `kaoping campaign evaluate {}` does it", campaign.id, campaign.id));
}

std::vector<UnitResult> unit_results(Register& file, const Campaign& campaign, double confidence) {
    require_evaluated(campaign);
    std::vector<UnitResult> results;
    std::vector<UnitStrata> strata;
    Grades grades;
    file.read([&](SQLite::Database& database) {
        SQLite::Statement row = query(database, cases_by_stratum, campaign.run, campaign.draw);
        std::string kind;
        while (row.executeStep()) add_case(row, results, strata, kind);
        count_defects(database, campaign, results);
        grades = read_grades(database, campaign);
    });
    for (std::size_t i = 0; i < results.size(); ++i) {
        results[i].low = estimate_mean(strata[i].low, confidence);
        results[i].high = estimate_mean(strata[i].high, confidence);
        set_grades(grades, results[i]);
    }
    return results;
}

}  // namespace kaoping::campaign
