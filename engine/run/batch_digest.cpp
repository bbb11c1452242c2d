// See batch_digest.hpp.

#include "engine/run/batch_digest.hpp"

namespace kaoping::engine {

namespace {

constexpr VerdictSet costs = set_of(Verdict::defect) | set_of(Verdict::failed);

Applies applies_of(const RuleColumn& column, std::size_t c, VerdictSet seen) {
    constexpr VerdictSet not_sure = set_of(Verdict::not_applicable) | set_of(Verdict::not_selected) | set_of(Verdict::undetermined);
    Applies out;
    out.surely = (seen & ~not_sure) != 0;
    if (!holds(seen, Verdict::undetermined)) return out;
    for (auto i = static_cast<std::size_t>(column.case_begin[c]); i < static_cast<std::size_t>(column.case_begin[c + 1]); ++i)
        out.add(column.verdict[i], column.possible[i]);
    return out;
}

}  // namespace

void BatchDigest::scan(const RuleColumn& column, std::size_t cases) {
    counts_ = {};
    for (std::size_t c = 0; c < cases; ++c) {
        VerdictSet seen = 0, offered = 0;
        const auto end = static_cast<std::size_t>(column.case_begin[c + 1]);
        for (auto i = static_cast<std::size_t>(column.case_begin[c]); i < end; ++i) {
            ++counts_[static_cast<std::size_t>(column.verdict[i])];
            seen |= set_of(column.verdict[i]);
            offered |= column.possible[i];
        }
        seen_[c] = seen;
        offered_[c] = offered;
    }
}

void BatchDigest::note(int rule, const RuleColumn& column, std::size_t cases) {
    const auto standard = static_cast<std::size_t>(rules_.rules[static_cast<std::size_t>(rule)].standard);
    const bool counts_rules = rules_.scheme.model != ScoreModel::deduction;
    for (std::size_t c = 0; c < cases; ++c) {
        const VerdictSet seen = seen_[c];
        if (seen == 0) continue;
        OfCase& of_case = cases_[c];
        of_case.seen |= seen;
        Applies& applies = standards_[c * rules_.standards.size() + standard];
        if (!applies.surely) applies.join(applies_of(column, c, seen));
        if (counts_rules || ((seen | offered_[c]) & costs) != 0) of_case.costly.push_back(rule);
        if ((seen & reported_) != 0) of_case.reported.push_back(rule);
    }
}

void BatchDigest::make(std::span<const RuleColumn> columns, std::size_t cases, RuleTallies& tallies) {
    if (cases_.size() < cases) cases_.resize(cases);
    for (OfCase& of_case : cases_) {
        of_case.seen = 0;
        of_case.costly.clear();
        of_case.reported.clear();
    }
    standards_.assign(cases * rules_.standards.size(), {});
    seen_.resize(cases);
    offered_.resize(cases);
    for (std::size_t r = 0; r < columns.size(); ++r) {
        scan(columns[r], cases);
        tallies.add(static_cast<int>(r), counts_, seen_);
        note(static_cast<int>(r), columns[r], cases);
    }
    tallies.add_versions(columns, cases);
}

}  // namespace kaoping::engine
