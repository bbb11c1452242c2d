// Cap and absorption: see charge.hpp.

#include "engine/score/charge.hpp"

#include <algorithm>

namespace kaoping::engine {

namespace {

/// The amount that a subject costs if it is a defect, before cap and absorption.
Interval amount_of(const ScoreRules& rules, const ScoredRule& rule, const ScoredSubject& subject) {
    if (subject.amount_unknown) return {0, rule.cap.value_or(rules.standards[static_cast<std::size_t>(rule.standard)].points)};
    return {subject.low, subject.high};
}

/// The amount that a subject costs, before cap and absorption.
Interval raw_amount(const ScoreRules& rules, const ScoredRule& rule, const ScoredSubject& subject) {
    if (!subject.may_be_defect()) return {0, 0};
    Interval amount = amount_of(rules, rule, subject);
    if (subject.verdict == Verdict::undetermined) {
        if (rules.scheme.undetermined == UndeterminedPoints::no_deduction) return {0, 0};
        if (rules.scheme.undetermined == UndeterminedPoints::full_deduction) return {amount.high, amount.high};
    }
    if (subject.verdict != Verdict::defect) amount.low = 0;
    return amount;
}

/// Charges each subject what remains of the cap, low and high ends apart. A defect that another rule absorbs uses up the cap
/// all the same, and whether it is a defect may be open: it then takes most from those behind it where least is charged.
class Cap {
public:
    explicit Cap(std::optional<std::int64_t> cap) : capped_(cap.has_value()), low_(cap.value_or(0)), high_(cap.value_or(0)) {}

    Interval take(Interval amount, Absorbed absorbed) {
        if (!capped_) return amount;
        const Interval charge{std::min(low_, amount.low), std::min(high_, amount.high)};
        low_ -= std::min(low_, absorbed == Absorbed::no ? amount.low : amount.high);
        high_ -= std::min(high_, absorbed == Absorbed::surely ? amount.low : amount.high);
        return charge;
    }

private:
    bool capped_;
    std::int64_t low_, high_;
};

/// A rule charged once per case: its first certain defect carries the charge, else its first possible one.
std::ptrdiff_t carrier(std::span<const ScoredSubject> subjects, std::span<const Absorbed> absorbed) {
    std::ptrdiff_t best = -1;
    int best_rank = 0;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        if (absorbed[i] == Absorbed::surely || !subjects[i].may_be_defect()) continue;
        const bool certain = subjects[i].verdict == Verdict::defect;
        const int rank = !certain ? 1 : absorbed[i] == Absorbed::possibly ? 2 : 3;
        if (rank > best_rank) {
            best = static_cast<std::ptrdiff_t>(i);
            best_rank = rank;
        }
    }
    return best;
}

/// What a rule charged once per case costs. Which of its subjects will be the first defect may be open, and their amounts may
/// differ: the ends are those of all that can be it, and the low one is zero unless some subject is a defect for certain.
Interval charge_once(const ScoreRules& rules, const ScoredRule& rule, std::span<const ScoredSubject> subjects, std::span<const Absorbed> absorbed) {
    Interval out{INT64_MAX, 0};
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        if (absorbed[i] == Absorbed::surely || !subjects[i].may_be_defect()) continue;
        const bool undetermined = subjects[i].verdict == Verdict::undetermined;
        if (undetermined && rules.scheme.undetermined == UndeterminedPoints::no_deduction) continue;
        const bool in_full = undetermined && rules.scheme.undetermined == UndeterminedPoints::full_deduction;
        const Interval amount = amount_of(rules, rule, subjects[i]);
        out.low = std::min(out.low, in_full ? amount.high : amount.low);
        out.high = std::max(out.high, amount.high);
        if ((in_full || subjects[i].verdict == Verdict::defect) && absorbed[i] == Absorbed::no) return out;
    }
    return {0, out.high};
}

bool same_subject(const ScoredRule& a, const ScoredSubject& x, const ScoredRule& b, const ScoredSubject& y) {
    if (a.subject.empty() || b.subject.empty()) return true;
    return a.subject == b.subject && std::equal(x.rows.begin(), x.rows.end(), y.rows.begin(), y.rows.end());
}

}  // namespace

void absorbed_subjects(const ScoreRules& rules, int rule, std::span<const int> absorbers, std::span<const std::vector<ScoredSubject>> subjects,
                       std::vector<Absorbed>& out) {
    const auto& own = subjects[static_cast<std::size_t>(rule)];
    const ScoredRule& self = rules.rules[static_cast<std::size_t>(rule)];
    out.assign(own.size(), Absorbed::no);
    for (const int other : absorbers) {
        const ScoredRule& absorber = rules.rules[static_cast<std::size_t>(other)];
        for (const ScoredSubject& a : subjects[static_cast<std::size_t>(other)]) {
            if (!a.may_be_defect()) continue;
            const Absorbed state = a.verdict == Verdict::defect ? Absorbed::surely : Absorbed::possibly;
            for (std::size_t i = 0; i < own.size(); ++i)
                if (same_subject(absorber, a, self, own[i])) out[i] = std::max(out[i], state);
        }
    }
}

void charge_rule(const ScoreRules& rules, int number, std::span<const ScoredSubject> subjects, std::span<const Absorbed> absorbed,
                 std::vector<Interval>& out) {
    const ScoredRule& rule = rules.rules[static_cast<std::size_t>(number)];
    out.assign(subjects.size(), {0, 0});
    Cap cap(rule.cap);
    const std::ptrdiff_t only = rule.per_case ? carrier(subjects, absorbed) : -1;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        if (rule.per_case && static_cast<std::ptrdiff_t>(i) != only) continue;
        out[i] = cap.take(rule.per_case ? charge_once(rules, rule, subjects, absorbed) : raw_amount(rules, rule, subjects[i]), absorbed[i]);
        if (absorbed[i] == Absorbed::surely) out[i] = {0, 0};
        if (absorbed[i] == Absorbed::possibly) out[i].low = 0;
    }
}

}  // namespace kaoping::engine
