// Scores by model: see models.hpp.

#include "engine/score/models.hpp"

#include <algorithm>
#include <map>
#include <string>

#include <boost/container/small_vector.hpp>

#include "engine/score/decimal.hpp"
#include "engine/score/weighted_mean.hpp"

namespace kaoping::engine {

namespace {

/// What one rule id may count as in a case.
struct Outcome {
    bool pass = false, fail = false, excluded = false;
    [[nodiscard]] bool counts() const { return pass || fail; }
};

Outcome of_worst(const ScoreRules& rules, Verdict worst, VerdictSet possible) {
    switch (worst) {
        case Verdict::met: return {true, false, false};
        case Verdict::defect:
        case Verdict::failed: return {false, true, false};
        case Verdict::undetermined: break;
        default: return {false, false, true};
    }
    if (rules.scheme.undetermined == UndeterminedPoints::full_deduction) return {false, true, false};
    if (rules.scheme.undetermined == UndeterminedPoints::no_deduction) return {false, false, true};
    const bool uncounted = holds(possible, Verdict::not_applicable) || holds(possible, Verdict::exempt) || holds(possible, Verdict::pending);
    return {holds(possible, Verdict::met), holds(possible, Verdict::defect), uncounted};
}

/// The worst verdict of all subjects of all versions of one rule id, and what it may become once the unknown is known: every
/// verdict that some subject allows and that is no better than the best that each subject can do.
struct WorstVerdict {
    Verdict verdict = Verdict::not_applicable;
    VerdictSet offered = set_of(Verdict::not_applicable);
    int least = badness(Verdict::not_applicable);

    void add(const ScoredSubject& subject) {
        if (badness(subject.verdict) > badness(verdict)) verdict = subject.verdict;
        const VerdictSet set = subject.verdict == Verdict::undetermined ? subject.possible : set_of(subject.verdict);
        int best = badness(Verdict::failed);
        for (const Verdict v : all_verdicts)
            if (holds(set, v)) best = std::min(best, badness(v));
        least = std::max(least, best);
        offered |= set;
    }
    [[nodiscard]] VerdictSet possible() const {
        VerdictSet set = 0;
        for (const Verdict v : all_verdicts)
            if (holds(offered, v) && badness(v) >= least) set |= set_of(v);
        return set;
    }
};

struct CountedRule {
    int standard = -1;
    std::int64_t weight = 0;
    Outcome outcome;
};

std::vector<CountedRule> count_rules(const ScoreRules& rules, std::span<const std::vector<ScoredSubject>> subjects) {
    std::map<std::string, WorstVerdict> worst;
    for (std::size_t r = 0; r < rules.rules.size(); ++r) {
        WorstVerdict& of_rule = worst[rules.rules[r].full_id];
        for (const ScoredSubject& subject : subjects[r]) of_rule.add(subject);
    }
    std::vector<CountedRule> counted;
    for (const ScoredRule& rule : rules.rules) {
        const auto found = worst.find(rule.full_id);
        if (found == worst.end()) continue;
        const Outcome outcome = of_worst(rules, found->second.verdict, found->second.possible());
        if (outcome.counts()) counted.push_back({rule.standard, rule.weight, outcome});
        worst.erase(found);
    }
    return counted;
}

MeanMember member_of(const CountedRule& rule, std::int64_t weight) {
    const Int128 full = static_cast<Int128>(weight) * MeanMember::share_scale;
    return {weight, rule.outcome.fail ? 0 : full, rule.outcome.pass ? full : 0, rule.outcome.excluded};
}

std::optional<Interval> flat(const ScoreRules& rules, const std::vector<CountedRule>& counted, bool weighted) {
    std::vector<MeanMember> members;
    for (const CountedRule& rule : counted) members.push_back(member_of(rule, weighted ? rule.weight : MeanMember::share_scale));
    return weighted_mean(members, rules.scheme.start);
}

std::optional<Interval> absolute(const ScoreRules& rules, const std::vector<CountedRule>& counted) {
    if (counted.empty()) return std::nullopt;
    // Rules that do not count leave no score: for the full one some rule must pass.
    bool all_pass = true, any_may_pass = false, any_may_fail = false;
    for (const CountedRule& rule : counted) {
        if (!rule.outcome.pass && !rule.outcome.excluded) all_pass = false;
        if (rule.outcome.pass) any_may_pass = true;
        if (rule.outcome.fail) any_may_fail = true;
    }
    return Interval{any_may_fail ? 0 : rules.scheme.start, all_pass && any_may_pass ? rules.scheme.start : 0};
}

std::optional<Interval> recursive_mean(const ScoreRules& rules, const std::vector<CountedRule>& counted) {
    std::vector<MeanMember> standards;
    for (std::size_t s = 0; s < rules.standards.size(); ++s) {
        std::vector<MeanMember> members;
        bool sure = false;
        for (const CountedRule& rule : counted) {
            if (rule.standard != static_cast<int>(s)) continue;
            members.push_back(member_of(rule, rule.weight));
            sure = sure || (!rule.outcome.excluded && rule.weight > 0);
        }
        const auto share = weighted_mean(members, MeanMember::share_scale);
        if (!share) continue;
        const std::int64_t weight = rules.standards[s].points;
        standards.push_back({weight, static_cast<Int128>(weight) * share->low, static_cast<Int128>(weight) * share->high, !sure});
    }
    return weighted_mean(standards, rules.scheme.start);
}

}  // namespace

std::optional<Interval> deduction_score(const ScoreRules& rules, std::span<const StandardScore> standards) {
    boost::container::small_vector<MeanMember, 16> members;  // of every case: on the stack
    bool any = false;
    for (const StandardScore& standard : standards) {
        const bool counts = standard.applicable || standard.maybe_applicable;
        any = any || counts;
        if (!counts && rules.scheme.not_applicable == NotApplicablePoints::redistribute) continue;
        const bool optional = !standard.applicable && rules.scheme.not_applicable == NotApplicablePoints::redistribute;
        members.push_back({standard.points, static_cast<Int128>(standard.points - standard.lost.high) * MeanMember::share_scale,
                           static_cast<Int128>(standard.points - standard.lost.low) * MeanMember::share_scale, optional});
    }
    if (!any) return std::nullopt;
    return weighted_mean(members, rules.scheme.start);
}

std::optional<Interval> share_score(const ScoreRules& rules, std::span<const std::vector<ScoredSubject>> subjects) {
    const std::vector<CountedRule> counted = count_rules(rules, subjects);
    switch (rules.scheme.model) {
        case ScoreModel::flat: return flat(rules, counted, true);
        case ScoreModel::flat_unweighted: return flat(rules, counted, false);
        case ScoreModel::absolute: return absolute(rules, counted);
        default: return recursive_mean(rules, counted);
    }
}

}  // namespace kaoping::engine
