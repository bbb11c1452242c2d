// See batch_digest.hpp.

#include "engine/run/batch_digest.hpp"

#include <algorithm>
#include <cstring>

namespace kaoping::engine {

namespace {

constexpr VerdictSet not_sure = set_of(Verdict::not_applicable) | set_of(Verdict::not_selected) | set_of(Verdict::undetermined);

Applies applies_of(const RuleColumn& column, std::size_t c) {
    Applies out;
    for (auto i = static_cast<std::size_t>(column.case_begin[c]); i < static_cast<std::size_t>(column.case_begin[c + 1]); ++i)
        out.add(column.verdict[i], column.possible[i]);
    return out;
}

/// The union of the sets [begin, end).
VerdictSet union_of(const std::vector<VerdictSet>& sets, std::size_t begin, std::size_t end) {
    static_assert(sizeof(VerdictSet) == 1);
    VerdictSet out = 0;
    for (; begin < end; begin += 8) {
        const std::size_t count = std::min<std::size_t>(8, end - begin);
        if (begin + 8 > sets.size()) {
            for (; begin < end; ++begin) out |= sets[begin];
            return out;
        }
        // Eight at once without a branch per subject: how many there are differs from case to case.
        std::uint64_t eight;
        std::memcpy(&eight, sets.data() + begin, 8);
        eight &= ~std::uint64_t{0} >> (64 - 8 * count);
        eight |= eight >> 32;
        eight |= eight >> 16;
        out |= static_cast<VerdictSet>(eight | eight >> 8);
    }
    return out;
}

VerdictSet seen_in(const RuleColumn& column, std::size_t c) {
    VerdictSet out = 0;
    for (auto i = static_cast<std::size_t>(column.case_begin[c]); i < static_cast<std::size_t>(column.case_begin[c + 1]); ++i) out |= set_of(column.verdict[i]);
    return out;
}

/// Sixteen at once, in bytes, as far as a byte can count. By hand: a compiler widens each byte to the sum's type first.
std::uint64_t count_of(const std::vector<Verdict>& verdicts, Verdict verdict) {
    using Lanes = std::uint8_t __attribute__((vector_size(16)));
    constexpr std::size_t lanes = sizeof(Lanes), most = lanes * 255;
    const Lanes wanted = Lanes{} + static_cast<std::uint8_t>(verdict);
    std::uint64_t count = 0;
    std::size_t at = 0;
    while (at + lanes <= verdicts.size()) {
        Lanes counts{};
        const std::size_t end = std::min(at + most, verdicts.size() - verdicts.size() % lanes);
        for (; at < end; at += lanes) {
            Lanes some;
            std::memcpy(&some, verdicts.data() + at, lanes);
            counts -= reinterpret_cast<Lanes>(some == wanted);  // equal lanes are −1
        }
        for (std::size_t lane = 0; lane < lanes; ++lane) count += counts[lane];
    }
    for (; at < verdicts.size(); ++at) count += verdicts[at] == verdict ? 1 : 0;
    return count;
}

}  // namespace

BatchDigest::Scan BatchDigest::scan(const RuleColumn& column, std::size_t cases) {
    Scan all;
    for (std::size_t c = 0; c < cases; ++c) {
        offered_[c] = union_of(column.possible, static_cast<std::size_t>(column.case_begin[c]), static_cast<std::size_t>(column.case_begin[c + 1]));
        all.offered |= offered_[c];
    }
    for (const Verdict verdict : all_verdicts) {
        // What is possible of a verdict is itself, but for undetermined.
        if (!holds(all.offered, verdict) && verdict != Verdict::undetermined) continue;
        const std::uint64_t count = count_of(column.verdict, verdict);
        all.counts[static_cast<std::size_t>(verdict)] = count;
        if (count != 0) all.seen |= set_of(verdict);
    }
    seen_ = offered_;
    if (holds(all.seen, Verdict::undetermined))
        for (std::size_t c = 0; c < cases; ++c) seen_[c] = seen_in(column, c);
    return all;
}

void BatchDigest::note_standard(std::size_t standard, const RuleColumn& column, VerdictSet seen, std::size_t cases) {
    std::vector<std::uint8_t>& surely = surely_[standard];
    for (std::size_t c = 0; c < cases; ++c) surely[c] |= static_cast<std::uint8_t>((seen_[c] & ~not_sure) != 0);
    if (!holds(seen, Verdict::undetermined)) return;
    for (std::size_t c = 0; c < cases; ++c) {
        if (!holds(seen_[c], Verdict::undetermined)) continue;
        const Applies of_case = applies_of(column, c);
        surely[c] |= static_cast<std::uint8_t>(of_case.surely);
        maybe_[standard][c] |= static_cast<std::uint8_t>(of_case.maybe);
    }
}

void BatchDigest::note(int rule, const RuleColumn& column, const Scan& all, std::size_t cases) {
    for (std::size_t c = 0; c < cases; ++c) seen_by_any_[c] |= seen_[c];
    note_standard(static_cast<std::size_t>(rules_.rules[static_cast<std::size_t>(rule)].standard), column, all.seen, cases);
    const bool counts_rules = rules_.scheme.model != ScoreModel::deduction;
    if (counts_rules || ((all.seen | all.offered) & defect_verdicts) != 0)
        for (std::size_t c = 0; c < cases; ++c)
            if (seen_[c] != 0 && (counts_rules || ((seen_[c] | offered_[c]) & defect_verdicts) != 0)) cases_[c].costly.push_back(rule);
    if ((all.seen & reported_) != 0)
        for (std::size_t c = 0; c < cases; ++c)
            if ((seen_[c] & reported_) != 0) cases_[c].reported.push_back(rule);
}

void BatchDigest::make(std::span<const RuleColumn> columns, std::size_t cases, RuleTallies& tallies) {
    if (cases_.size() < cases) cases_.resize(cases);
    for (OfCase& of_case : cases_) {
        of_case.costly.clear();
        of_case.reported.clear();
    }
    seen_by_any_.assign(cases, 0);
    for (auto* standards : {&surely_, &maybe_}) {
        standards->resize(rules_.standards.size());
        for (auto& by_case : *standards) by_case.assign(cases, 0);
    }
    seen_.resize(cases);
    offered_.resize(cases);
    for (std::size_t r = 0; r < columns.size(); ++r) {
        const Scan all = scan(columns[r], cases);
        tallies.add(static_cast<int>(r), all.counts, seen_);
        note(static_cast<int>(r), columns[r], all, cases);
    }
    tallies.add_versions(columns, cases);
}

std::span<const Applies> BatchDigest::standards(std::size_t c) {
    standards_.resize(rules_.standards.size());
    for (std::size_t s = 0; s < standards_.size(); ++s) standards_[s] = {surely_[s][c] != 0, maybe_[s][c] != 0};
    return standards_;
}

}  // namespace kaoping::engine
