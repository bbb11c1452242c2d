// Adding up: see summary.hpp.

#include "engine/result/summary.hpp"

#include "engine/score/decimal.hpp"

namespace kaoping::engine {

std::optional<Interval> ScoreTally::mean() const {
    const std::uint64_t scored = cases - unscored;
    if (scored == 0) return std::nullopt;
    return Interval{static_cast<std::int64_t>(divide_half_even(low, scored)), static_cast<std::int64_t>(divide_half_even(high, scored))};
}

double Summary::coverage() const {
    const auto count = [&](Verdict v) { return static_cast<double>(subjects[static_cast<std::size_t>(v)]); };
    const double definite = count(Verdict::met) + count(Verdict::defect) + count(Verdict::exempt);
    const double open = count(Verdict::undetermined) + count(Verdict::failed) + count(Verdict::pending);
    return definite + open == 0 ? 1.0 : definite / (definite + open);
}

namespace {

void add(VerdictCounts& to, const VerdictCounts& from) {
    for (std::size_t i = 0; i < verdict_count; ++i) to[i] += from[i];
}

}  // namespace

void add(ScoreTally& to, const ScoreTally& from) {
    to.cases += from.cases;
    to.unscored += from.unscored;
    to.low += from.low;
    to.high += from.high;
    to.vetoes += from.vetoes;
    to.defects += from.defects;
}

void add(std::vector<StandardTally>& to, const std::vector<StandardTally>& from) {
    if (to.size() < from.size()) to.resize(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        to[i].applicable_cases += from[i].applicable_cases;
        to[i].lost_low += from[i].lost_low;
        to[i].lost_high += from[i].lost_high;
        to[i].defects += from[i].defects;
    }
}

void Summary::merge(Summary other) {
    cases += other.cases;
    unreadable += other.unreadable;
    data_findings += other.data_findings;
    for (const auto& [code, count] : other.data_findings_by_code) data_findings_by_code[code] += count;
    if (rules.empty()) rules.swap(other.rules);
    for (const auto& [id, tally] : other.rules) {
        add(rules[id].subjects, tally.subjects);
        add(rules[id].cases, tally.cases);
    }
    add(standards, other.standards);
    add(total, other.total);
    for (const auto& [group, tally] : other.groups) add(groups[group], tally);
    for (const auto& [group, tallies] : other.group_standards) add(group_standards[group], tallies);
    add(subjects, other.subjects);
    for (std::size_t i = 0; i < 3; ++i) defects_by_severity[i] += other.defects_by_severity[i];
}

}  // namespace kaoping::engine
