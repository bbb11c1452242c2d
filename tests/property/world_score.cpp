// See world_score.hpp.

#include "tests/property/world_score.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "engine/score/decimal.hpp"

namespace kaoping::test {

using engine::ScoredSubject;
using engine::ScoreRules;
using engine::Verdict;

namespace {

constexpr std::size_t most_worlds = 512;

/// More than any standard has points.
constexpr std::int64_t most = std::int64_t{1} << 50;

/// How one subject turns out.
struct Fate {
    bool applicable = false, defect = false;
    std::int64_t amount = 0;
    Verdict verdict = Verdict::met;  ///< told apart only where the model does
    bool operator==(const Fate&) const = default;
};

/// The fates that a subject may have.
std::vector<Fate> fates_of(const ScoreRules& rules, std::size_t rule, const ScoredSubject& s) {
    const engine::ScoredRule& of = rules.rules[rule];
    const std::int64_t dearest = of.cap.value_or(rules.standards[static_cast<std::size_t>(of.standard)].points);
    const std::int64_t low = s.amount_unknown ? 0 : s.low, high = s.amount_unknown ? dearest : s.high;
    std::vector<Fate> out;
    const auto add = [&](Fate fate) {
        if (std::find(out.begin(), out.end(), fate) == out.end()) out.push_back(fate);
    };
    const bool by_amount = rules.scheme.model == engine::ScoreModel::deduction;
    engine::VerdictSet set = s.verdict == Verdict::undetermined ? s.possible : engine::set_of(s.verdict);
    if (s.verdict == Verdict::failed && by_amount) set = engine::set_of(Verdict::met) | engine::set_of(Verdict::defect);
    for (const Verdict v : engine::all_verdicts) {
        if (!engine::holds(set, v)) continue;
        const bool applicable = v != Verdict::not_applicable && v != Verdict::not_selected;
        if (!by_amount) {
            add({applicable, v == Verdict::defect, 0, v});
            if (v == Verdict::failed) add({applicable, true, 0, v});  // a veto all the same, perhaps
        } else if (v == Verdict::defect) {
            add({true, true, low});
            add({true, true, high});
        } else {
            add({applicable, false, 0});
        }
    }
    return out;
}

class Worlds {
public:
    Worlds(const ScoreRules& rules, const std::vector<std::vector<ScoredSubject>>& subjects) : rules_(rules), subjects_(subjects) {
        for (std::size_t r = 0; r < subjects.size(); ++r)
            for (const ScoredSubject& s : subjects[r]) fates_.push_back(fates_of(rules, r, s));
        world_.resize(subjects.size());
    }

    /// False: too many.
    [[nodiscard]] bool countable() const {
        std::size_t all = 1;
        for (const auto& of_one : fates_)
            if ((all *= of_one.size()) > most_worlds) return false;
        return true;
    }

    template <typename Visit>
    void each(Visit visit) {
        std::vector<std::size_t> choice(fates_.size(), 0);
        for (;;) {
            std::size_t k = 0;
            for (std::size_t r = 0; r < subjects_.size(); ++r) {
                world_[r].clear();
                for (std::size_t i = 0; i < subjects_[r].size(); ++i, ++k) world_[r].push_back(fates_[k][choice[k]]);
            }
            visit(score());
            std::size_t at = 0;
            while (at < choice.size() && ++choice[at] == fates_[at].size()) choice[at++] = 0;
            if (at == choice.size()) return;
        }
    }

private:
    [[nodiscard]] bool absorbed(std::size_t rule, std::size_t subject) const {
        const engine::ScoredRule& own = rules_.rules[rule];
        for (std::size_t other = 0; other < world_.size(); ++other) {
            const engine::ScoredRule& absorber = rules_.rules[other];
            if (std::count(absorber.absorbs.begin(), absorber.absorbs.end(), static_cast<int>(rule)) == 0) continue;
            for (std::size_t i = 0; i < world_[other].size(); ++i) {
                if (!world_[other][i].defect) continue;
                if (own.subject.empty() || absorber.subject.empty()) return true;
                const auto &a = subjects_[rule][subject].rows, &b = subjects_[other][i].rows;
                if (own.subject == absorber.subject && std::equal(a.begin(), a.end(), b.begin(), b.end())) return true;
            }
        }
        return false;
    }

    /// What the defects of one rule cost: each its amount until the cap is used up; absorbed ones nothing.
    [[nodiscard]] std::int64_t lost_by(std::size_t rule) const {
        const engine::ScoredRule& of = rules_.rules[rule];
        std::int64_t left = of.cap.value_or(0), lost = 0;
        for (std::size_t i = 0; i < world_[rule].size(); ++i) {
            const Fate& fate = world_[rule][i];
            if (!fate.defect) continue;
            const bool taken = absorbed(rule, i);
            if (of.per_case && taken) continue;
            const std::int64_t charge = of.cap ? std::min(left, fate.amount) : fate.amount;
            left -= of.cap ? charge : 0;
            if (!taken) lost = std::min(most, lost + std::min(most, charge));
            if (of.per_case) break;
        }
        return lost;
    }

    /// What is kept of all points; nullopt: no standard counts.
    [[nodiscard]] std::optional<std::int64_t> kept_points() const {
        const bool redistribute = rules_.scheme.not_applicable == engine::NotApplicablePoints::redistribute;
        engine::Int128 kept = 0, all = 0;
        bool any = false;
        for (const engine::ScoredStandard& standard : rules_.standards) {
            bool applies = false;
            std::int64_t lost = 0;
            for (const int rule : standard.rules) {
                for (const Fate& fate : world_[static_cast<std::size_t>(rule)]) applies = applies || fate.applicable;
                lost = std::min(standard.points, lost + lost_by(static_cast<std::size_t>(rule)));
            }
            any = any || applies;
            if (!applies && redistribute) continue;
            kept += standard.points - lost;
            all += standard.points;
        }
        if (!any) return std::nullopt;
        return static_cast<std::int64_t>(engine::divide_half_even(kept * rules_.scheme.start, all));
    }

    /// The share of rules that pass, of those that pass or fail: all versions of a rule count once, under their worst verdict.
    [[nodiscard]] std::optional<std::int64_t> passed_rules() const {
        std::map<std::string, Verdict> worst;
        for (std::size_t r = 0; r < world_.size(); ++r)
            for (const Fate& fate : world_[r]) {
                const auto [at, fresh] = worst.emplace(rules_.rules[r].full_id, fate.verdict);
                if (engine::badness(fate.verdict) > engine::badness(at->second)) at->second = fate.verdict;
            }
        std::int64_t passed = 0, counted = 0;
        for (const auto& [id, verdict] : worst) {
            passed += verdict == Verdict::met ? 1 : 0;
            counted += verdict == Verdict::met || verdict == Verdict::defect || verdict == Verdict::failed ? 1 : 0;
        }
        if (counted == 0) return std::nullopt;
        if (rules_.scheme.model == engine::ScoreModel::absolute) return passed == counted ? rules_.scheme.start : 0;
        return static_cast<std::int64_t>(engine::divide_half_even(static_cast<engine::Int128>(rules_.scheme.start) * passed, counted));
    }

    [[nodiscard]] std::optional<std::int64_t> score() const {
        const auto score = rules_.scheme.model == engine::ScoreModel::deduction ? kept_points() : passed_rules();
        if (!score) return std::nullopt;
        bool veto = false;
        for (std::size_t r = 0; r < world_.size(); ++r)
            for (const Fate& fate : world_[r]) veto = veto || (fate.defect && rules_.rules[r].veto);
        if (veto && rules_.scheme.case_veto && !rules_.scheme.veto_needs_confirmation) return 0;
        return std::max(*score, rules_.scheme.floor);
    }

    const ScoreRules& rules_;
    const std::vector<std::vector<ScoredSubject>>& subjects_;
    std::vector<std::vector<Fate>> fates_;  ///< by subject, over all rules
    std::vector<std::vector<Fate>> world_;
};

}  // namespace

std::string compare_with_worlds(const ScoreRules& rules, const std::vector<std::vector<ScoredSubject>>& subjects, const engine::CaseScore& score) {
    Worlds worlds(rules, subjects);
    if (!worlds.countable()) return {};
    std::optional<engine::Interval> seen;
    worlds.each([&](const std::optional<std::int64_t>& one) {
        if (!one) return;
        if (!seen) seen = engine::Interval{*one, *one};
        seen->low = std::min(seen->low, *one);
        seen->high = std::max(seen->high, *one);
    });
    if (seen.has_value() != score.score.has_value()) return seen ? "  a world has a score, the case has none\n" : "  no world has a score, the case has one\n";
    if (!seen) return {};
    const std::string both = fmt::format("  worlds score {}..{}, the case {}..{}\n", seen->low, seen->high, score.score->low, score.score->high);
    if (seen->low < score.score->low || seen->high > score.score->high) return both + "  a world lies outside of the interval\n";
    if (!score.conservative && !(*seen == *score.score)) return both + "  the interval is wider than the worlds and does not say so\n";
    return {};
}

}  // namespace kaoping::test
