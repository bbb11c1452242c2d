// A report out of the register: see report_data.hpp.

#include "engine/campaign/report/report_data.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/core.h>

#include "dsl/typed/program.hpp"
#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/report/finding_rows.hpp"

namespace kaoping::campaign {

namespace {

/// The scores of all strata, of both ends; strata and units in the order of the rows.
struct Strata {
    std::vector<MixStratum> mix;
    std::vector<StratumScores> low, high;
    std::vector<std::string> units, kinds;
};

std::size_t position_of(std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    names.push_back(name);
    return names.size() - 1;
}

void begin_stratum(Strata& out, const std::string& unit, const std::string& kind, std::int64_t cases) {
    const MixStratum stratum{position_of(out.units, unit), position_of(out.kinds, kind), cases, 0, 0, 0, 0};
    out.mix.push_back(stratum);
    out.low.push_back({cases, {}});
    out.high.push_back({cases, {}});
}

void take_score(Strata& out, SQLite::Statement& row, int column) {
    MixStratum& stratum = out.mix.back();
    ++stratum.drawn;
    if (row.getColumn(column).isNull()) {
        out.low.back().scores.emplace_back();
        out.high.back().scores.emplace_back();
        return;
    }
    const double low = static_cast<double>(row.getColumn(column).getInt64()) / 1e6, high = static_cast<double>(row.getColumn(column + 1).getInt64()) / 1e6;
    ++stratum.scored;
    stratum.low_sum += low;
    stratum.high_sum += high;
    out.low.back().scores.emplace_back(low);
    out.high.back().scores.emplace_back(high);
}

Strata read_strata(SQLite::Database& database, const std::string& campaign) {
    Strata out;
    SQLite::Statement row = query(database,
                                  "select c.unit, c.kind, s.cases, c.score_low, c.score_high from standing_case c "
                                  "join draw d on d.campaign = c.campaign join stratum s on s.draw = d.event and s.unit = c.unit and s.kind = c.kind "
                                  "where c.campaign = ? order by c.unit, c.kind",
                                  campaign);
    std::string unit, kind;
    for (bool first = true; row.executeStep(); first = false) {
        if (first || unit != row.getColumn(0).getString() || kind != row.getColumn(1).getString()) {
            unit = row.getColumn(0).getString();
            kind = row.getColumn(1).getString();
            begin_stratum(out, unit, kind, row.getColumn(2).getInt64());
        }
        take_score(out, row, 3);
    }
    return out;
}

TrendPoint trend_point(Register& file, const Campaign& campaign, const Campaign& compared, double confidence) {
    TrendPoint out{campaign.id, campaign.title, campaign.period_from, campaign.period_until, true, {}, {}, {}};
    out.same_rules = campaign.packs == compared.packs && campaign.scheme_hash == compared.scheme_hash;
    Strata strata;
    file.read([&](SQLite::Database& database) { strata = read_strata(database, campaign.id); });
    out.low = estimate_mean(strata.low, confidence);
    out.high = estimate_mean(strata.high, confidence);
    for (const UnitResult& result : unit_results(file, campaign, confidence)) out.units.emplace(result.unit, result);
    return out;
}

/// Evaluated campaigns whose period ended before this one's begins, the last ones, oldest first.
std::vector<std::string> earlier_campaigns(SQLite::Database& database, const Campaign& campaign) {
    std::vector<std::string> out;
    SQLite::Statement row = query(database,
                                  "select id from campaign_state where run is not null and period_until < ? order by period_until desc, id desc limit ?",
                                  campaign.period_from, static_cast<std::int64_t>(trend_campaigns - 1));
    while (row.executeStep()) out.push_back(row.getColumn(0));
    std::reverse(out.begin(), out.end());
    return out;
}

void read_cases(SQLite::Database& database, CampaignReport& out, std::map<std::string, UnitReport*>& units) {
    SQLite::Statement row = query(database, "select unit, kind, officer, veto, count(*) from standing_case where campaign = ? group by 1, 2, 3, 4", out.campaign.id);
    while (row.executeStep()) {
        const std::int64_t cases = row.getColumn(4).getInt64();
        const std::string veto = row.getColumn(3);
        out.cases += cases;
        out.kinds[row.getColumn(1)].cases += cases;
        out.officers[row.getColumn(2)].cases += cases;
        constexpr std::array names{"possible", "unconfirmed", "refused", "in_force"};
        for (std::size_t i = 0; i < names.size(); ++i) out.vetoes[i] += veto == names[i] ? cases : 0;
        if (veto == "in_force") units.at(row.getColumn(0))->vetoes_in_force += cases;
    }
}

Losses losses_of(const FindingRow& row) {
    Losses out;
    if (!row.standing()) return out;
    out.low = row.deduct_low;
    out.high = row.deduct_high;
    if (row.verdict == "defect")
        for (const dsl::Severity severity : {dsl::Severity::flaw, dsl::Severity::fault, dsl::Severity::veto})
            out.by_severity[static_cast<std::size_t>(severity)] += row.severity == dsl::severity_name(severity) ? 1 : 0;
    return out;
}

void read_findings(SQLite::Database& database, CampaignReport& out, std::map<std::string, UnitReport*>& units) {
    each_finding(database, out.campaign.id, [&](const FindingRow& row) {
        ++out.findings;
        ++out.states[row.state];
        const Losses losses = losses_of(row);
        if (losses.defects() == 0 && losses.high == 0) return;
        RuleLosses& rule = out.rules[{row.standard, row.rule}];
        for (Losses* to : {&out.losses, &units.at(row.unit)->losses, &out.kinds[row.kind].losses, &out.officers[row.officer].losses, &rule.losses, &rule.units[row.unit]})
            to->add(losses);
        if (losses.defects() > 0) ++rule.officers[row.officer];
    });
}

EarlierLosses read_earlier(SQLite::Database& database, const std::string& campaign) {
    EarlierLosses out;
    out.campaign = campaign;
    SQLite::Statement cases = query(database, "select unit, count(*) from standing_case where campaign = ? group by unit", campaign);
    while (cases.executeStep()) {
        out.units[cases.getColumn(0)].cases = cases.getColumn(1).getInt64();
        out.cases += cases.getColumn(1).getInt64();
    }
    each_finding(database, campaign, [&](const FindingRow& row) {
        const Losses losses = losses_of(row);
        out.rules[{row.standard, row.rule}].add(losses);
        out.units[row.unit].losses.add(losses);
    });
    return out;
}

void compare_units(Register& file, const Strata& strata, CampaignReport& out) {
    std::vector<RankedScore> scores;
    for (const UnitResult& result : unit_results(file, out.campaign, joint_confidence(out.confidence, out.units.size()))) scores.push_back({result.low, result.high});
    const std::vector<UnitRank> ranks = rank_units(scores);
    const std::vector<std::optional<Ends>> adjusted = adjust_for_kinds(strata.mix, out.units.size());
    const std::vector<int> adjusted_ranks = ranks_of(adjusted);
    for (std::size_t i = 0; i < out.units.size(); ++i) {
        out.units[i].rank = ranks[i];
        const auto at = static_cast<std::size_t>(std::find(strata.units.begin(), strata.units.end(), out.units[i].result.unit) - strata.units.begin());
        out.units[i].adjusted = adjusted.at(at);
        out.units[i].adjusted_rank = adjusted_ranks.at(at);
    }
}

/// The parts that come from the cases and findings of this campaign; `out.units` has the results of the units.
void read_contents(Register& file, CampaignReport& out) {
    Strata strata;
    std::map<std::string, UnitReport*> units;
    for (UnitReport& unit : out.units) units[unit.result.unit] = &unit;
    file.read([&](SQLite::Database& database) {
        strata = read_strata(database, out.campaign.id);
        SQLite::Statement run = query(database, "select as_of from run where event = ?", out.campaign.run);
        if (run.executeStep()) out.as_of = run.getColumn(0).getString();
        read_cases(database, out, units);
        read_findings(database, out, units);
    });
    out.low = estimate_mean(strata.low, out.confidence);
    out.high = estimate_mean(strata.high, out.confidence);
    compare_units(file, strata, out);
}

}  // namespace

void Losses::add(const Losses& other) {
    for (std::size_t i = 0; i < by_severity.size(); ++i) by_severity[i] += other.by_severity[i];
    low += other.low;
    high += other.high;
}

CampaignReport read_report(Register& file, const Campaign& campaign, double confidence) {
    CampaignReport out;
    out.campaign = campaign;
    out.confidence = confidence;
    for (const UnitResult& result : unit_results(file, campaign, confidence)) out.units.push_back({result, {}, 0, {}, {}, 0});
    out.draw = read_draw(file, campaign.draw);
    read_contents(file, out);
    std::vector<std::string> before;
    file.read([&](SQLite::Database& database) { before = earlier_campaigns(database, campaign); });
    for (const std::string& id : before) out.trend.push_back(trend_point(file, find_campaign(file, id), campaign, confidence));
    out.trend.push_back(trend_point(file, campaign, campaign, confidence));
    if (!before.empty()) file.read([&](SQLite::Database& database) { out.earlier = read_earlier(database, before.back()); });
    std::stable_sort(out.units.begin(), out.units.end(), [](const UnitReport& a, const UnitReport& b) {
        return std::tuple(a.rank.rank == 0, a.rank.rank, a.result.unit) < std::tuple(b.rank.rank == 0, b.rank.rank, b.result.unit);
    });
    return out;
}

}  // namespace kaoping::campaign
