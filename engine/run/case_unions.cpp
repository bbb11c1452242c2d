// See case_unions.hpp.
//
// Cases have few subjects, and each another number of them: a loop per case would be a branch that nobody predicts, once per rule
// and case. So all subjects go together instead: each takes the set of the one before it, then of the one two before it, and so
// on, as long as that is one of its own case. The last subject of a case then has the union of all (a segmented scan after Hillis
// and Steele, Data parallel algorithms, 1986); the loops are wide.

#include "engine/run/case_unions.hpp"

#include <algorithm>
#include <utility>

namespace kaoping::engine {

void CaseUnions::prepare(std::span<const std::int32_t> case_begin) {
    case_begin_ = case_begin;
    const auto subjects = static_cast<std::size_t>(case_begin.back());
    std::int32_t longest = 0;
    with_subjects_.resize(case_begin.size() - 1);
    for (std::size_t c = 0; c + 1 < case_begin.size(); ++c) {
        longest = std::max(longest, case_begin[c + 1] - case_begin[c]);
        with_subjects_[c] = case_begin[c + 1] != case_begin[c] ? every_verdict : VerdictSet{0};
    }
    std::size_t steps = 0;
    for (std::size_t distance = 1; distance < static_cast<std::size_t>(longest); distance *= 2, ++steps) {
        if (same_case_.size() == steps) same_case_.emplace_back();
        std::vector<VerdictSet>& same = same_case_[steps];
        same.resize(subjects);
        if (steps == 0) {
            std::fill(same.begin(), same.end(), every_verdict);
            for (std::size_t c = 0; c + 1 < case_begin.size(); ++c)
                if (case_begin[c] != case_begin[c + 1]) same[static_cast<std::size_t>(case_begin[c])] = 0;
        } else {
            const VerdictSet* const half = same_case_[steps - 1].data();
            VerdictSet* const whole = same.data();
            std::fill_n(whole, distance, VerdictSet{0});
            for (std::size_t i = distance; i < subjects; ++i) whole[i] = half[i] & half[i - distance / 2];
        }
    }
    same_case_.resize(steps);
}

VerdictSet CaseUnions::unite(std::span<const VerdictSet> sets, std::span<VerdictSet> out) {
    VerdictSet any = 0, common = every_verdict;
    for (const VerdictSet set : sets) {
        any |= set;
        common &= set;
    }
    if (sets.empty() || any == common) {  // they say the same of all: of most rules that they do not apply
        const VerdictSet* const with_subjects = with_subjects_.data();
        VerdictSet* const united = out.data();
        for (std::size_t c = 0, cases = out.size(); c < cases; ++c) united[c] = with_subjects[c] & any;
        return any;
    }
    // Subject i stands at i + 1, so that the last one of case c stands at case_begin[c + 1], which may be 0.
    now_.resize(sets.size() + 1);
    next_.resize(sets.size() + 1);
    std::copy(sets.begin(), sets.end(), now_.begin() + 1);
    std::size_t distance = 1;
    for (const std::vector<VerdictSet>& same_case : same_case_) {
        const VerdictSet *const now = now_.data() + 1, *const same = same_case.data();
        VerdictSet* const next = next_.data() + 1;
        std::copy_n(now, distance, next);
        for (std::size_t i = distance; i < sets.size(); ++i) next[i] = now[i] | (now[i - distance] & same[i]);
        std::swap(now_, next_);
        distance *= 2;
    }
    const VerdictSet *const last = now_.data(), *const with_subjects = with_subjects_.data();
    const std::int32_t* const begin = case_begin_.data();
    VerdictSet* const united = out.data();
    for (std::size_t c = 0, cases = out.size(); c < cases; ++c) united[c] = last[begin[c + 1]] & with_subjects[c];
    return any;
}

}  // namespace kaoping::engine
