// See batch_digest.hpp.

#include "engine/run/batch_digest.hpp"

#include <algorithm>

#include "engine/casefile/lanes.hpp"

namespace kaoping::engine {

namespace {

constexpr VerdictSet not_sure = set_of(Verdict::not_applicable) | set_of(Verdict::not_selected) | set_of(Verdict::undetermined);

Applies applies_of(const RuleColumn& column, std::size_t c) {
    Applies out;
    for (auto i = static_cast<std::size_t>(column.case_begin[c]); i < static_cast<std::size_t>(column.case_begin[c + 1]); ++i)
        out.add(column.verdict[i], column.possible[i]);
    return out;
}

VerdictSet seen_in(const RuleColumn& column, std::size_t c) {
    VerdictSet out = 0;
    for (auto i = static_cast<std::size_t>(column.case_begin[c]); i < static_cast<std::size_t>(column.case_begin[c + 1]); ++i) out |= set_of(column.verdict[i]);
    return out;
}

/// Sixteen at once, in bytes, as far as a byte can count. By hand: a compiler widens each byte to the sum's type first.
std::uint64_t count_of(std::span<const Verdict> verdicts, Verdict verdict) {
    constexpr std::size_t lanes = sizeof(Sixteen), most = lanes * 255;
    const Sixteen wanted = Sixteen{} + static_cast<std::uint8_t>(verdict);
    std::uint64_t count = 0;
    std::size_t at = 0;
    while (at + lanes <= verdicts.size()) {
        Sixteen counts{};
        const std::size_t end = std::min(at + most, verdicts.size() - verdicts.size() % lanes);
        for (; at < end; at += lanes) counts -= reinterpret_cast<Sixteen>(sixteen_at(verdicts.data() + at) == wanted);  // equal lanes are −1
        for (std::size_t lane = 0; lane < lanes; ++lane) count += counts[lane];
    }
    for (; at < verdicts.size(); ++at) count += verdicts[at] == verdict ? 1 : 0;
    return count;
}

/// Adds sets to others, one by one. A byte may be anything, even a part of the vectors: their ends are taken once.
void add_sets(std::vector<VerdictSet>& to, const std::vector<VerdictSet>& more) {
    const VerdictSet* const from = more.data();
    VerdictSet* const sets = to.data();
    for (std::size_t i = 0, size = more.size(); i < size; ++i) sets[i] |= from[i];
}

/// `use(i)` for each set that has some of the verdicts. Most have none: eight are looked at together.
template <typename Use>
void each_with(VerdictSet verdicts, const std::vector<VerdictSet>& sets, Use use) {
    const std::uint64_t wanted = verdicts * std::uint64_t{0x0101010101010101};
    std::size_t i = 0;
    for (; i + 8 <= sets.size(); i += 8) {
        std::uint64_t eight;
        std::memcpy(&eight, sets.data() + i, 8);
        if ((eight & wanted) == 0) continue;
        for (std::size_t j = i; j < i + 8; ++j)
            if ((sets[j] & verdicts) != 0) use(j);
    }
    for (; i < sets.size(); ++i)
        if ((sets[i] & verdicts) != 0) use(i);
}

}  // namespace

CaseUnions& BatchDigest::unions_of(const RuleColumn& column) {
    const auto number = static_cast<std::size_t>(column.list);
    if (lists_.size() <= number) lists_.resize(number + 1);
    List& list = lists_[number];
    if (!list.prepared) list.unions.prepare(column.case_begin);
    list.prepared = true;
    return list.unions;
}

BatchDigest::Scan BatchDigest::scan(const RuleColumn& column, std::size_t cases) {
    Scan all;
    all.offered = unions_of(column).unite(column.possible, offered_);
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
    std::uint8_t* const surely = surely_[standard].data();
    const VerdictSet* const sets = seen_.data();
    if ((seen & ~not_sure) != 0)
        for (std::size_t c = 0; c < cases; ++c) surely[c] |= static_cast<std::uint8_t>((sets[c] & ~not_sure) != 0);
    if (!holds(seen, Verdict::undetermined)) return;
    for (std::size_t c = 0; c < cases; ++c) {
        if (!holds(seen_[c], Verdict::undetermined)) continue;
        const Applies of_case = applies_of(column, c);
        surely[c] |= static_cast<std::uint8_t>(of_case.surely);
        maybe_[standard][c] |= static_cast<std::uint8_t>(of_case.maybe);
    }
}

void BatchDigest::note(int rule, const RuleColumn& column, const Scan& all, std::size_t cases) {
    add_sets(seen_by_any_, seen_);
    note_standard(static_cast<std::size_t>(rules_.rules[static_cast<std::size_t>(rule)].standard), column, all.seen, cases);
    const VerdictSet costly = rules_.scheme.model == ScoreModel::deduction ? defect_verdicts : every_verdict;
    if ((all.offered & costly) != 0) each_with(costly, offered_, [&](std::size_t c) { cases_[c].costly.push_back(rule); });
    if ((all.seen & reported_) != 0) each_with(reported_, seen_, [&](std::size_t c) { cases_[c].reported.push_back(rule); });
}

void BatchDigest::make(std::span<const RuleColumn> columns, std::size_t cases, RuleTallies& tallies) {
    if (cases_.size() < cases) cases_.resize(cases);
    for (OfCase& of_case : cases_) {
        of_case.costly.clear();
        of_case.reported.clear();
    }
    for (List& list : lists_) list.prepared = false;
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
