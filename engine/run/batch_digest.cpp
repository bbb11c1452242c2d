// See batch_digest.hpp.

#include "engine/run/batch_digest.hpp"

namespace kaoping::engine {

namespace {

constexpr VerdictSet costs = set_of(Verdict::defect) | set_of(Verdict::failed);
constexpr VerdictSet not_sure = set_of(Verdict::not_applicable) | set_of(Verdict::not_selected) | set_of(Verdict::undetermined);

Applies applies_of(const RuleColumn& column, std::size_t c) {
    Applies out;
    for (auto i = static_cast<std::size_t>(column.case_begin[c]); i < static_cast<std::size_t>(column.case_begin[c + 1]); ++i)
        out.add(column.verdict[i], column.possible[i]);
    return out;
}

}  // namespace

BatchDigest::Scan BatchDigest::scan(const RuleColumn& column, std::size_t cases) {
    Scan all;
    for (std::size_t c = 0; c < cases; ++c) {
        VerdictSet seen = 0, offered = 0;
        const auto end = static_cast<std::size_t>(column.case_begin[c + 1]);
        for (auto i = static_cast<std::size_t>(column.case_begin[c]); i < end; ++i) {
            seen |= set_of(column.verdict[i]);
            offered |= column.possible[i];
        }
        seen_[c] = seen;
        offered_[c] = offered;
        all.seen |= seen;
        all.offered |= offered;
    }
    // A pass for each verdict that occurs, mostly one or two, which a compiler turns into a wide loop.
    for (std::size_t v = 0; v < verdict_count; ++v) {
        const auto verdict = static_cast<Verdict>(v);
        std::uint32_t count = 0;
        if (holds(all.seen, verdict))
            for (const Verdict one : column.verdict) count += one == verdict ? 1 : 0;
        all.counts[v] = count;
    }
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
    if (counts_rules || ((all.seen | all.offered) & costs) != 0)
        for (std::size_t c = 0; c < cases; ++c)
            if (seen_[c] != 0 && (counts_rules || ((seen_[c] | offered_[c]) & costs) != 0)) cases_[c].costly.push_back(rule);
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
