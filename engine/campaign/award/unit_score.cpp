// The score of a unit: see unit_score.hpp.

#include "engine/campaign/award/unit_score.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kaoping::campaign {

namespace {

std::int64_t rounded_millionths(double points) { return std::llrint(points * 1e6); }  // the processor's default: half to even

void add_up(const engine::Scheme& scheme, UnitScore& unit) {
    if (unit.result.low && unit.result.high) unit.mean = engine::Interval{rounded_millionths(unit.result.low->mean), rounded_millionths(unit.result.high->mean)};
    std::int64_t granted = 0;
    for (const Bonus& one : unit.granted) granted += one.points;
    unit.bonus = std::min(granted, scheme.bonus_cap);
    for (const UnitScore::Moved& one : unit.moved) unit.indicators += one.effect;
    const std::int64_t beside = unit.bonus + unit.indicators;
    if (unit.mean) unit.score = engine::Interval{std::max(scheme.floor, unit.mean->low + beside), std::max(scheme.floor, unit.mean->high + beside)};
}

void give_grade(const engine::Scheme& scheme, UnitScore& unit) {
    if (unit.result.vetoes_in_force > 0 && !scheme.unit_veto_grade.empty()) {
        unit.grade_low = unit.grade_high = scheme.unit_veto_grade;
    } else if (unit.score) {
        unit.grade_low = scheme.grade_of(unit.score->low);
        unit.grade_high = scheme.grade_of(unit.score->high);
    }
}

}  // namespace

std::vector<UnitScore> unit_scores(Register& file, const Campaign& campaign, const engine::Scheme& scheme, double confidence) {
    std::vector<UnitScore> out;
    for (UnitResult& result : unit_results(file, campaign, confidence)) out.emplace_back().result = std::move(result);
    std::map<std::string, UnitScore*> by_unit;
    for (UnitScore& unit : out) by_unit[unit.result.unit] = &unit;
    for (const Bonus& one : standing_bonus(file, campaign)) by_unit.at(one.unit)->granted.push_back(one);
    for (const IndicatorValue& one : standing_indicators(file, campaign))
        by_unit.at(one.unit)->moved.push_back({one, scheme.indicator(one.indicator)->effect(one.value)});
    for (UnitScore& unit : out) {
        add_up(scheme, unit);
        give_grade(scheme, unit);
    }
    return out;
}

}  // namespace kaoping::campaign
