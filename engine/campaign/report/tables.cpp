// Scoreboard, trend, focus of work: see tables.hpp.

#include "engine/campaign/report/tables.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "engine/campaign/report/focus.hpp"
#include "engine/report/points.hpp"

namespace kaoping::campaign {

namespace {

constexpr std::size_t most_focus = 15;

std::optional<Ends> ends_of(const std::optional<Estimate>& low, const std::optional<Estimate>& high) {
    return low && high ? std::optional<Ends>({low->mean, high->mean}) : std::nullopt;
}

/// The larger one of the two ends; nothing where one is not known.
std::optional<double> margin_of(const std::optional<Estimate>& low, const std::optional<Estimate>& high) {
    if (!low || !high || !low->margin || !high->margin) return std::nullopt;
    return std::max(*low->margin, *high->margin);
}

/// The grade; below it, while facts are missing, the best that is still possible.
Cell grade_cell(const Texts& texts, const UnitReport& unit) {
    const engine::Scheme& scheme = texts.scheme();
    if (unit.vetoes_in_force > 0 && !scheme.unit_veto_grade.empty()) return text_cell(texts.grade(scheme.unit_veto_grade));
    if (!unit.result.low) return text_cell("–");
    const auto rounded = [](double points) { return static_cast<std::int64_t>(std::llround(points * 1e6)); };
    const engine::GradeRange grades = engine::grades_of(scheme, engine::Interval{rounded(unit.result.low->mean), rounded(unit.result.high->mean)});
    if (grades.low == grades.high) return text_cell(texts.grade(grades.low));
    return text_cell(texts.grade(grades.low), {"– " + texts.grade(grades.high)});
}

/// Adjusting adds and subtracts means: it may pass the full score by a little, which no case can.
std::optional<Ends> adjusted_ends(const UnitReport& unit, double most) {
    if (!unit.adjusted) return std::nullopt;
    return Ends{std::min(unit.adjusted->low, most), std::min(unit.adjusted->high, most)};
}

/// Where the drawings of the scoreboard begin: the lowest interval, down to a multiple of ten.
double axis_begin(const CampaignReport& report) {
    double lowest = 100;
    for (const UnitReport& unit : report.units)
        if (unit.result.low) lowest = std::min(lowest, unit.result.low->mean - unit.result.low->margin.value_or(0));
    return std::clamp(std::floor(lowest / 10) * 10, 0.0, 90.0);
}

Cell strip_cell(const UnitReport& unit, double begin, double end) {
    Cell out;
    if (!unit.result.low) return out;
    const auto share = [&](double points) { return std::clamp((points - begin) / (end - begin), 0.0, 1.0); };
    const double low = unit.result.low->mean, high = unit.result.high->mean;
    out.drawing = Drawing{share(low), share(high), share(low - unit.result.low->margin.value_or(low - begin)), share(high + unit.result.high->margin.value_or(end - high)), {}};
    return out;
}

std::vector<std::string> remarks(const Texts& texts, const UnitReport& unit) {
    std::vector<std::string> out;
    if (unit.result.small()) out.push_back(texts.labels["small_sample"]);
    if (unit.result.low && !margin_of(unit.result.low, unit.result.high)) out.push_back(texts.labels["margin_unknown"]);
    if (unit.vetoes_in_force > 0) out.push_back(texts.labels.filled("remark_veto", {std::to_string(unit.vetoes_in_force)}));
    if (unit.result.vetoes_unconfirmed > 0) out.push_back(texts.labels.filled("remark_unconfirmed", {std::to_string(unit.result.vetoes_unconfirmed)}));
    return out;
}

std::string rank_text(int best, int worst) { return best == worst ? std::to_string(best) : fmt::format("{} – {}", best, worst); }

/// The scores of a unit in the campaigns of the trend; without one: nothing.
std::vector<std::optional<Ends>> history_of(const CampaignReport& report, const std::string& unit) {
    std::vector<std::optional<Ends>> out;
    for (const TrendPoint& point : report.trend) {
        const auto found = point.units.find(unit);
        out.push_back(found == point.units.end() ? std::nullopt : ends_of(found->second.low, found->second.high));
    }
    return out;
}

std::optional<double> last_change(const std::vector<std::optional<Ends>>& history) {
    if (history.size() < 2 || !history.back() || !history[history.size() - 2]) return std::nullopt;
    return history.back()->low - history[history.size() - 2]->low;
}

/// True if the intervals of the last two campaigns, margins included, do not meet: the change is not what chance or gaps may do.
bool change_is_shown(const CampaignReport& report, const std::string& unit) {
    const TrendPoint& now = report.trend.back();
    const TrendPoint& before = report.trend[report.trend.size() - 2];
    const auto a = now.units.find(unit), b = before.units.find(unit);
    if (a == now.units.end() || b == before.units.end()) return false;
    const auto margin_a = margin_of(a->second.low, a->second.high), margin_b = margin_of(b->second.low, b->second.high);
    if (!margin_a || !margin_b) return false;
    return a->second.low->mean - *margin_a > b->second.high->mean + *margin_b || a->second.high->mean + *margin_a < b->second.low->mean - *margin_b;
}

Cell history_line(const std::vector<std::optional<Ends>>& history) {
    Cell out;
    Drawing drawing;
    for (std::size_t i = 0; i < history.size(); ++i)
        if (history[i]) drawing.line.emplace_back(history.size() == 1 ? 0.5 : static_cast<double>(i) / static_cast<double>(history.size() - 1), (100 - history[i]->low) / 100);
    if (drawing.line.size() > 1) out.drawing = drawing;
    return out;
}

Column urgency_column(const Texts& texts) { return {texts.labels["urgency"], Format::points, 14}; }

void urgency_cells(std::vector<Cell>& row, const Urgency& urgency) {
    row.push_back(points_cell(urgency.now));
    row.push_back(points_cell(urgency.before));
    row.push_back(change_cell(urgency.before ? std::optional<double>(urgency.now - *urgency.before) : std::nullopt));
    row.push_back(points_cell(urgency.value()));
}

std::vector<std::string> most_defects(const std::map<std::string, Losses>& units, std::size_t most) {
    std::vector<std::pair<std::int64_t, std::string>> sorted;
    for (const auto& [unit, losses] : units)
        if (losses.defects() > 0) sorted.emplace_back(-losses.defects(), unit);
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(most, sorted.size()); ++i) out.push_back(fmt::format("{} {}", sorted[i].second, -sorted[i].first));
    return out;
}

}  // namespace

Table scoreboard(const CampaignReport& report, const Texts& texts) {
    const auto& t = texts.labels;
    const double begin = axis_begin(report), end = static_cast<double>(texts.scheme().start) / 1e6;
    const std::string axis = fmt::format("{:g} – {:g}", begin, end);
    Table out{"units", t["scoreboard"], t["scoreboard_note"],
              {{t["rank"], Format::count, 7}, {t["rank_interval"], Format::text, 12}, {t["unit"], Format::text, 26}, {t["score"], Format::interval, 11},
               {t.filled("margin", {fmt::format("{:g}", report.confidence * 100)}), Format::points, 14}, {axis, Format::strip},
               {t["adjusted"], Format::interval, 11}, {t["adjusted_rank"], Format::count, 9}, {t["grade"], Format::text, 16}, {t["all_cases"], Format::count, 9},
               {t["drawn"], Format::count, 9}, {t["defects"], Format::count, 9}, {t["remarks"], Format::text, 34}},
              {}};
    for (const UnitReport& unit : report.units) {
        const std::vector<std::string> notes = remarks(texts, unit);
        std::string first = notes.empty() ? "" : notes.front();
        const bool ranked = unit.rank.rank > 0;
        out.rows.push_back({ranked ? count_cell(unit.rank.rank) : text_cell("–"), text_cell(ranked ? rank_text(unit.rank.best, unit.rank.worst) : "–"), text_cell(unit.result.unit),
                            interval_cell(ends_of(unit.result.low, unit.result.high)), margin_cell(margin_of(unit.result.low, unit.result.high)), strip_cell(unit, begin, end),
                            interval_cell(adjusted_ends(unit, end)), unit.adjusted_rank > 0 ? count_cell(unit.adjusted_rank) : text_cell("–"), grade_cell(texts, unit),
                            count_cell(unit.result.cases), count_cell(unit.result.drawn), count_cell(unit.losses.defects()),
                            text_cell(first, notes.empty() ? notes : std::vector<std::string>(notes.begin() + 1, notes.end()))});
    }
    return out;
}

Table trend_table(const CampaignReport& report, const Texts& texts) {
    const auto& t = texts.labels;
    Table out{"trend", t["trend"], t["trend_note"], {{t["unit"], Format::text, 26}}, {}};
    for (const TrendPoint& point : report.trend) out.columns.push_back({point.same_rules ? point.id : point.id + " *", Format::interval, 11});
    out.columns.push_back({t["change"], Format::points, 10});
    out.columns.push_back({t["change_shown"], Format::text, 18});
    out.columns.push_back({t["course"], Format::line});
    for (const UnitReport& unit : report.units) {
        const auto history = history_of(report, unit.result.unit);
        const auto change = last_change(history);
        std::vector<Cell> row{text_cell(unit.result.unit)};
        for (const auto& score : history) row.push_back(interval_cell(score));
        row.push_back(change_cell(change));
        row.push_back(text_cell(!change ? "–" : change_is_shown(report, unit.result.unit) ? t["yes"] : t["no"]));
        row.push_back(history_line(history));
        out.rows.push_back(std::move(row));
    }
    return out;
}

Table training(const CampaignReport& report, const Texts& texts) {
    const auto& t = texts.labels;
    Table out{"training", t["training"], t["training_note"],
              {{"#", Format::count, 5}, {t["rule"], Format::text, 48}, {t["law"], Format::text, 34}, {t["defects"], Format::count, 9}, {t["officers_concerned"], Format::count, 12},
               {t["mostly_in"], Format::text, 36}, {t["lost_now"], Format::points, 12}, {t["lost_before"], Format::points, 12}, {t["change"], Format::points, 10}, urgency_column(texts)},
              {}};
    const auto needs = training_needs(report);
    for (std::size_t i = 0; i < std::min(needs.size(), most_focus); ++i) {
        const TrainingNeed& need = needs[i];
        const int rule = newest_version(texts.program(), need.rule.rule);
        std::vector<Cell> row{count_cell(static_cast<std::int64_t>(i + 1)), text_cell(rule_title(texts, need.rule)),
                              text_cell("", rule < 0 ? std::vector<std::string>{} : texts.basis({&texts.rule(rule)})), count_cell(need.losses->losses.defects()),
                              count_cell(static_cast<std::int64_t>(need.losses->officers.size())), text_cell("", most_defects(need.losses->units, 3))};
        urgency_cells(row, need.urgency);
        out.rows.push_back(std::move(row));
    }
    return out;
}

Table visits(const CampaignReport& report, const Texts& texts) {
    const auto& t = texts.labels;
    Table out{"visits", t["visits"], t["visits_note"],
              {{"#", Format::count, 5}, {t["unit"], Format::text, 26}, {t["defects"], Format::count, 9}, {t["vetoes"], Format::count, 9}, {t["mostly_for"], Format::text, 60},
               {t["lost_now"], Format::points, 12}, {t["lost_before"], Format::points, 12}, {t["change"], Format::points, 10}, urgency_column(texts)},
              {}};
    const auto needed = visits_needed(report);
    for (std::size_t i = 0; i < std::min(needed.size(), most_focus); ++i) {
        const Visit& visit = needed[i];
        std::vector<std::string> rules;
        for (const RuleKey& key : visit.rules) rules.push_back(rule_title(texts, key));
        std::vector<Cell> row{count_cell(static_cast<std::int64_t>(i + 1)), text_cell(visit.unit->result.unit), count_cell(visit.unit->losses.defects()),
                              count_cell(visit.unit->losses.by_severity[2]), text_cell("", rules)};
        urgency_cells(row, visit.urgency);
        out.rows.push_back(std::move(row));
    }
    return out;
}

}  // namespace kaoping::campaign
