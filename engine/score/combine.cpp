// The year of each unit: see combine.hpp.

#include "engine/score/combine.hpp"

#include <algorithm>

#include "engine/score/decimal.hpp"

namespace kaoping::engine {

namespace {

/// A weighted mean of intervals; weights of 0 do not count.
class Mean {
public:
    void add(Interval value, Int128 weight) {
        low_ += value.low * weight;
        high_ += value.high * weight;
        weight_ += weight;
    }
    [[nodiscard]] std::optional<Interval> value() const {
        if (weight_ == 0) return std::nullopt;
        return Interval{static_cast<std::int64_t>(divide_half_even(low_, weight_)), static_cast<std::int64_t>(divide_half_even(high_, weight_))};
    }

private:
    Int128 low_ = 0, high_ = 0, weight_ = 0;
};

EvaluationScore evaluation_score(std::size_t number, const std::vector<GroupResult>& groups) {
    Mean mean;
    for (const GroupResult& group : groups)
        if (group.score) mean.add(*group.score, group.scored);
    return {number, groups, mean.value()};
}

KindScore kind_score(const std::string& kind, const std::string& unit, const std::vector<EvaluationResult>& results) {
    KindScore out;
    Mean mean;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const auto found = results[i].units.find(unit);
        if (results[i].kind != kind || found == results[i].units.end()) continue;
        out.evaluations.push_back(evaluation_score(i, found->second));
        if (const auto& score = out.evaluations.back().score) mean.add(*score, results[i].weight);
    }
    out.score = mean.value();
    return out;
}

void weigh_kinds(const Combination& scheme, YearScore& year) {
    Mean mean;
    for (std::size_t i = 0; i < scheme.kinds.size(); ++i) {
        const auto& score = year.kinds[i].score;
        if (!score && scheme.kinds[i].missing == MissingKind::redistribute) continue;
        mean.add(score.value_or(Interval{}), scheme.kinds[i].weight);
        year.weight += scheme.kinds[i].weight;
    }
    year.mean = mean.value();
}

void add_bonus(const Combination& scheme, const UnitDecisions& decisions, YearScore& year) {
    const auto granted = decisions.bonus.find(year.unit);
    year.bonus = granted == decisions.bonus.end() ? 0 : std::min(granted->second, scheme.bonus_cap);
    if (year.mean) year.score = Interval{year.mean->low + year.bonus, year.mean->high + year.bonus};
}

void decide_veto(const Combination& scheme, const UnitDecisions& decisions, YearScore& year) {
    for (const KindScore& kind : year.kinds)
        for (const EvaluationScore& evaluation : kind.evaluations)
            for (const GroupResult& group : evaluation.groups) year.vetoes += group.vetoes;
    if (year.vetoes == 0 || scheme.unit_veto_grade.empty()) return;
    const bool in_force = !scheme.veto_needs_confirmation || decisions.confirmed_vetoes.count(year.unit) == 1;
    year.veto = in_force ? UnitVeto::in_force : UnitVeto::unconfirmed;
}

void give_grade(const Combination& scheme, YearScore& year) {
    if (year.veto == UnitVeto::in_force) {
        year.grade_low = year.grade_high = scheme.unit_veto_grade;
    } else if (year.score) {
        year.grade_low = scheme.grade_of(year.score->low);
        year.grade_high = scheme.grade_of(year.score->high);
    }
}

}  // namespace

std::vector<YearScore> combine(const Combination& scheme, const std::vector<EvaluationResult>& results, const UnitDecisions& decisions) {
    std::set<std::string> units;
    for (const EvaluationResult& result : results)
        for (const auto& [unit, groups] : result.units) units.insert(unit);
    std::vector<YearScore> out;
    for (const std::string& unit : units) {
        YearScore year;
        year.unit = unit;
        for (const EvaluationKind& kind : scheme.kinds) year.kinds.push_back(kind_score(kind.name, unit, results));
        weigh_kinds(scheme, year);
        add_bonus(scheme, decisions, year);
        decide_veto(scheme, decisions, year);
        give_grade(scheme, year);
        out.push_back(std::move(year));
    }
    return out;
}

}  // namespace kaoping::engine
