// Scores of units for people: see unit_score_text.hpp.

#include "engine/campaign/award/unit_score_text.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "engine/campaign/result/unit_text.hpp"
#include "engine/report/csv.hpp"
#include "engine/report/points.hpp"
#include "engine/report/text_table.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::campaign {

namespace {

std::string signed_points(std::int64_t millionths) { return (millionths < 0 ? "−" : "+") + engine::format_number(std::abs(millionths)); }

std::string grade_text(const UnitScore& unit) { return unit.grade_low == unit.grade_high ? unit.grade_low : unit.grade_low + " to " + unit.grade_high; }

std::string derivation(const UnitScore& unit, const engine::Scheme& scheme) {
    std::string out = fmt::format("\n{}\n  {} estimated from {} of {} cases\n", unit.result.unit, engine::points_text(unit.mean), unit.result.drawn, unit.result.cases);
    for (const Bonus& one : unit.granted) out += fmt::format("  {} bonus {}: {}\n", signed_points(one.points), one.event, one.basis);
    if (std::int64_t granted = 0; !unit.granted.empty()) {
        for (const Bonus& one : unit.granted) granted += one.points;
        if (granted > unit.bonus) out += fmt::format("  {} beyond the cap of {} points\n", signed_points(unit.bonus - granted), engine::format_number(scheme.bonus_cap));
    }
    for (const UnitScore::Moved& one : unit.moved) {
        const engine::Indicator& indicator = *scheme.indicator(one.value.indicator);
        out += fmt::format("  {} {} {} × {}{}, at most {} ({}: {})\n", signed_points(one.effect), indicator.name, engine::format_number(one.value.value),
                           engine::format_number(indicator.points), indicator.per == 1'000'000 ? "" : " ÷ " + engine::format_number(indicator.per),
                           engine::format_number(indicator.cap), engine::source_name(indicator.source), one.value.basis);
    }
    if (unit.mean && unit.mean->low + unit.bonus + unit.indicators < scheme.floor)
        out += fmt::format("  not below the floor of {} points\n", engine::format_number(scheme.floor));
    out += fmt::format("  = {}\n", engine::points_text(unit.score));
    if (unit.result.vetoes_in_force > 0 && !scheme.unit_veto_grade.empty()) out += fmt::format("  {} in force: {}\n", unit.result.vetoes_in_force == 1 ? "a veto" : "vetoes", scheme.unit_veto_grade);
    return out;
}

}  // namespace

std::string unit_score_text(const std::vector<UnitScore>& units, const engine::Scheme& scheme) {
    using engine::Align;
    std::vector<std::vector<std::string>> rows;
    std::string derivations;
    for (const UnitScore& unit : units) {
        rows.push_back({unit.result.unit, engine::points_text(unit.mean), margin_text(unit.result), unit.bonus == 0 ? "" : signed_points(unit.bonus),
                        unit.indicators == 0 ? "" : signed_points(unit.indicators), engine::points_text(unit.score), grade_text(unit)});
        if (!unit.granted.empty() || !unit.moved.empty() || unit.result.vetoes_in_force > 0) derivations += derivation(unit, scheme);
    }
    return engine::text_table({{"unit"}, {"estimate", Align::right}, {"sampling margin", Align::right}, {"bonus", Align::right}, {"indicators", Align::right},
                               {"score", Align::right}, {"grade"}},
                              rows) +
           derivations;
}

std::string unit_score_csv(const std::vector<UnitScore>& units) {
    std::string out = std::string(engine::csv::byte_order_mark) +
                      "unit,mean_low,mean_high,margin_low,margin_high,bonus,indicators,score_low,score_high,vetoes,grade_low,grade_high\r\n";
    const auto ends = [&out](const std::optional<engine::Interval>& amount) {
        for (const bool high : {false, true}) {
            if (amount) engine::csv::number(out, high ? amount->high : amount->low);
            else out += ",";
        }
    };
    for (const UnitScore& unit : units) {
        engine::csv::cell(out, unit.result.unit);
        ends(unit.mean);
        for (const std::optional<Estimate>& end : {unit.result.low, unit.result.high}) out += end && end->margin ? fmt::format("{:.6f},", *end->margin) : ",";
        engine::csv::number(out, unit.bonus);
        engine::csv::number(out, unit.indicators);
        ends(unit.score);
        engine::csv::number(out, static_cast<std::uint64_t>(unit.result.vetoes_in_force));
        engine::csv::cell(out, unit.grade_low);
        engine::csv::cell(out, unit.grade_high);
        engine::csv::end_row(out);
    }
    return out;
}

}  // namespace kaoping::campaign
