// The year of each unit for the terminal: see year_end.hpp.

#include <array>

#include <fmt/format.h>

#include "engine/report/points.hpp"
#include "engine/report/text_table.hpp"
#include "engine/report/year_end.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

namespace {

std::string unit_name(const YearScore& unit) { return unit.unit.empty() ? "(no unit)" : unit.unit; }

/// "out/q3 (weight 2): criminal 91.00 of 12 cases, administrative 88.00 of 8 cases: 89.80"
std::string evaluation_step(const YearEnd& year, const EvaluationScore& evaluation) {
    const EvaluationResult& result = year.results[evaluation.evaluation];
    std::string out = result.name;
    if (result.weight != 1'000'000) out += fmt::format(" (weight {})", format_number(result.weight));
    std::string groups;
    for (const GroupResult& group : evaluation.groups)
        groups += fmt::format("{}{}{}{} of {} case{}", groups.empty() ? "" : ", ", group.label, group.label.empty() ? "" : " ", points_text(group.score),
                              group.scored, group.scored == 1 ? "" : "s");
    out += ": " + groups;
    if (evaluation.groups.size() > 1) out += ", by cases " + points_text(evaluation.score);
    return out;
}

void kind_steps(const YearEnd& year, const EvaluationKind& kind, const KindScore& score, std::vector<std::string>& to) {
    for (const EvaluationScore& evaluation : score.evaluations) to.push_back(fmt::format("{}: {}", kind.name, evaluation_step(year, evaluation)));
    if (!score.score)
        to.push_back(fmt::format("{}: no result, {}", kind.name,
                                 kind.missing == MissingKind::zero ? "counts as 0 points" : "its weight is shared among the others"));
    else if (score.evaluations.size() > 1) to.push_back(fmt::format("{}: mean by weight {}", kind.name, points_text(score.score)));
}

/// "mean: (20 × 95.00 + 40 × 90.00) ÷ 60 = 91.67"
std::string mean_step(const YearEnd& year, const YearScore& unit) {
    std::string terms;
    for (std::size_t i = 0; i < unit.kinds.size(); ++i) {
        const EvaluationKind& kind = year.scheme.kinds[i];
        if (!unit.kinds[i].score && kind.missing == MissingKind::redistribute) continue;
        terms += fmt::format("{}{} × {}", terms.empty() ? "" : " + ", format_number(kind.weight), points_text(unit.kinds[i].score.value_or(Interval{})));
    }
    return unit.mean ? fmt::format("mean: ({}) ÷ {} = {}", terms, format_number(unit.weight), points_text(unit.mean)) : "mean: nothing counts, no score";
}

void decision_steps(const YearEnd& year, const YearScore& unit, std::vector<std::string>& to) {
    const auto granted = year.decisions.bonus.find(unit.unit);
    if (granted != year.decisions.bonus.end() && unit.score)
        to.push_back(fmt::format("bonus: {} granted, at most {} count: {} + {} = {}", format_number(granted->second), format_number(year.scheme.bonus_cap),
                                 points_text(unit.mean), format_number(unit.bonus), points_text(unit.score)));
    if (unit.veto == UnitVeto::in_force) to.push_back(fmt::format("veto in force: the unit is {}, whatever its score", year.scheme.unit_veto_grade));
    if (unit.veto == UnitVeto::unconfirmed)
        to.push_back(fmt::format("{} case{} with a veto that nobody has confirmed: the unit would be {}", unit.vetoes, unit.vetoes == 1 ? "" : "s",
                                 year.scheme.unit_veto_grade));
}

std::string grade_text(const YearScore& unit) {
    if (unit.grade_low.empty() && unit.grade_high.empty()) return "–";
    return unit.grade_low == unit.grade_high ? unit.grade_low : unit.grade_low + " – " + unit.grade_high;
}

std::string heading(std::string_view text, bool colour) { return colour ? fmt::format("\n\033[1m{}\033[0m\n", text) : fmt::format("\n{}\n", text); }

}  // namespace

std::string_view veto_name(UnitVeto veto) {
    static constexpr std::array<std::string_view, 3> names{"none", "unconfirmed", "in_force"};
    return names[static_cast<std::size_t>(veto)];
}

std::vector<std::string> derivation_of(const YearEnd& year, const YearScore& unit) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < unit.kinds.size(); ++i) kind_steps(year, year.scheme.kinds[i], unit.kinds[i], out);
    out.push_back(mean_step(year, unit));
    decision_steps(year, unit, out);
    if (!year.scheme.grades.empty()) out.push_back("grade: " + grade_text(unit));
    return out;
}

std::string year_end_text(const YearEnd& year, bool colour) {
    std::vector<TableColumn> columns{{"unit", Align::left, 30}};
    for (const EvaluationKind& kind : year.scheme.kinds) columns.push_back({kind.name, Align::right});
    for (const char* name : {"bonus", "score"}) columns.push_back({name, Align::right});
    columns.push_back({"veto"});
    columns.push_back({"grade"});
    std::vector<std::vector<std::string>> rows;
    for (const YearScore& unit : year.units) {
        std::vector<std::string> row{unit_name(unit)};
        for (const KindScore& kind : unit.kinds) row.push_back(points_text(kind.score));
        row.insert(row.end(), {format_number(unit.bonus), points_text(unit.score), std::string(veto_name(unit.veto)), grade_text(unit)});
        rows.push_back(std::move(row));
    }
    std::string out = fmt::format("scheme {}: {} unit{}\n\n", year.scheme.id, year.units.size(), year.units.size() == 1 ? "" : "s") + text_table(columns, rows);
    for (const YearScore& unit : year.units) {
        out += heading(unit_name(unit), colour);
        for (const std::string& step : derivation_of(year, unit)) out += "  " + step + "\n";
    }
    return out;
}

}  // namespace kaoping::engine
