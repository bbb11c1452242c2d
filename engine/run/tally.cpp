// Counting verdicts: see tally.hpp.

#include "engine/run/tally.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "dsl/source/text_map.hpp"

namespace kaoping::engine {

namespace {

void keep_worse(Verdict& worst, Verdict verdict) {
    if (badness(verdict) > badness(worst)) worst = verdict;
}

/// The record of each binder of a rule.
std::vector<std::int32_t> records_of(const dsl::Program& program, int rule) {
    std::vector<std::int32_t> out;
    for (const dsl::ForEach& each : program.rules[static_cast<std::size_t>(rule)].for_each)
        out.push_back(program.binders[static_cast<std::size_t>(each.binder)].type.of);
    return out;
}

}  // namespace

RuleTallies::RuleTallies(const dsl::Program& program) : program_(program) {
    dsl::ViewMap<std::size_t> known;
    known.reserve(program.rules.size());
    groups_.reserve(program.rules.size());
    for (std::size_t r = 0; r < program.rules.size(); ++r) {
        const auto [place, is_new] = known.emplace(program.rules[r].full_id, groups_.size());
        if (is_new) groups_.emplace_back();
        Group& group = groups_[place->second];
        group_of_.push_back(place->second);
        group.versions.push_back(static_cast<int>(r));
        group.same_records = group.same_records && (is_new || records_of(program, group.versions.front()) == records_of(program, static_cast<int>(r)));
    }
}

void RuleTallies::add(int rule, const VerdictCounts& subjects, std::span<const VerdictSet> seen) {
    Group& group = groups_[group_of_[static_cast<std::size_t>(rule)]];
    if (group.versions.size() > 1) return;
    std::uint64_t all_subjects = 0;
    for (std::size_t v = 0; v < verdict_count; ++v) {
        group.tally.subjects[v] += subjects[v];
        all_subjects += subjects[v];
    }
    constexpr auto not_applicable = static_cast<std::size_t>(Verdict::not_applicable);
    if (subjects[not_applicable] == all_subjects) {  // nor to any case
        group.tally.cases[not_applicable] += seen.size();
        return;
    }
    // Cases that have a verdict or a worse one, counted from the worst on, one wide loop for each verdict that occurs.
    VerdictSet as_bad = 0, all = 0;
    for (const VerdictSet set : seen) all |= set;
    std::uint32_t before = 0;
    for (const Verdict verdict : by_badness) {
        if (!holds(all, verdict)) continue;
        as_bad |= set_of(verdict);
        std::uint32_t count = 0;
        for (const VerdictSet set : seen) count += (set & as_bad) != 0 ? 1 : 0;
        group.tally.cases[static_cast<std::size_t>(verdict)] += count - before;
        before = count;
    }
    group.tally.cases[not_applicable] += seen.size() - before;  // without a subject
}

/// Versions mostly have one list, of whose subjects the date of the act chooses one version each.
void RuleTallies::add_same(Group& group, std::span<const RuleColumn> columns, std::size_t cases) {
    const RuleColumn& first = columns[static_cast<std::size_t>(group.versions.front())];
    worst_.assign(first.subjects(), 0);
    std::uint8_t* const worst = worst_.data();
    for (const int version : group.versions) {
        const Verdict* const verdicts = columns[static_cast<std::size_t>(version)].verdict.data();
        for (std::size_t i = 0, subjects = first.subjects(); i < subjects; ++i) worst[i] = std::max(worst[i], static_cast<std::uint8_t>(badness(verdicts[i])));
    }
    std::array<std::uint64_t, verdict_count> subjects{}, of_cases{};
    for (const std::uint8_t rank : worst_) ++subjects[rank];
    for (std::size_t c = 0; c < cases; ++c) {
        auto rank = static_cast<std::uint8_t>(badness(Verdict::not_applicable));  // without a subject
        for (std::int32_t i = first.case_begin[c]; i < first.case_begin[c + 1]; ++i) rank = std::max(rank, worst[i]);
        ++of_cases[rank];
    }
    for (const Verdict verdict : all_verdicts) {
        group.tally.subjects[static_cast<std::size_t>(verdict)] += subjects[static_cast<std::size_t>(badness(verdict))];
        group.tally.cases[static_cast<std::size_t>(verdict)] += of_cases[static_cast<std::size_t>(badness(verdict))];
    }
}

/// The same where versions have lists of their own, of one case. False: the lists hold other subjects.
bool RuleTallies::add_alike(Group& group, std::span<const RuleColumn> columns, std::size_t of_case) {
    const RuleColumn& first = columns[static_cast<std::size_t>(group.versions.front())];
    const auto begin = static_cast<std::size_t>(first.case_begin[of_case]), count = static_cast<std::size_t>(first.case_begin[of_case + 1]) - begin;
    const auto width = static_cast<std::size_t>(first.arity);
    for (const int version : group.versions) {
        const RuleColumn& column = columns[static_cast<std::size_t>(version)];
        const auto other = static_cast<std::size_t>(column.case_begin[of_case]);
        if (column.arity != first.arity || static_cast<std::size_t>(column.case_begin[of_case + 1]) - other != count) return false;
        if (!std::equal(first.item_rows.begin() + static_cast<std::ptrdiff_t>(begin * width), first.item_rows.begin() + static_cast<std::ptrdiff_t>((begin + count) * width),
                        column.item_rows.begin() + static_cast<std::ptrdiff_t>(other * width)))
            return false;
    }
    Verdict worst = Verdict::not_applicable;
    for (std::size_t i = 0; i < count; ++i) {
        Verdict of_subject = first.verdict[begin + i];
        for (const int version : group.versions) {
            const RuleColumn& column = columns[static_cast<std::size_t>(version)];
            keep_worse(of_subject, column.verdict[static_cast<std::size_t>(column.case_begin[of_case]) + i]);
        }
        ++group.tally.subjects[static_cast<std::size_t>(of_subject)];
        keep_worse(worst, of_subject);
    }
    ++group.tally.cases[static_cast<std::size_t>(worst)];
    return true;
}

void RuleTallies::add_unlike(Group& group, std::span<const RuleColumn> columns, std::size_t of_case) {
    by_subject_.clear();
    std::vector<std::int32_t> key;
    for (const int version : group.versions) {
        const RuleColumn& column = columns[static_cast<std::size_t>(version)];
        const auto end = static_cast<std::size_t>(column.case_begin[of_case + 1]);
        for (auto i = static_cast<std::size_t>(column.case_begin[of_case]); i < end; ++i) {
            key.assign(column.rows(i).begin(), column.rows(i).end());
            // Rows of different records must not meet: the records stand behind.
            for (const std::int32_t record : records_of(program_, version)) key.push_back(record);
            const auto [place, is_new] = by_subject_.emplace(key, column.verdict[i]);
            if (!is_new) keep_worse(place->second, column.verdict[i]);
        }
    }
    Verdict worst = Verdict::not_applicable;
    for (const auto& [subject, verdict] : by_subject_) {
        ++group.tally.subjects[static_cast<std::size_t>(verdict)];
        keep_worse(worst, verdict);
    }
    ++group.tally.cases[static_cast<std::size_t>(worst)];
}

void RuleTallies::add_versions(std::span<const RuleColumn> columns, std::size_t cases) {
    for (Group& group : groups_) {
        if (group.versions.size() == 1) continue;
        const RuleColumn& first = columns[static_cast<std::size_t>(group.versions.front())];
        if (std::all_of(group.versions.begin(), group.versions.end(), [&](int version) { return columns[static_cast<std::size_t>(version)].same_subjects(first); })) {
            add_same(group, columns, cases);
            continue;
        }
        for (std::size_t c = 0; c < cases; ++c)
            if (!group.same_records || !add_alike(group, columns, c)) add_unlike(group, columns, c);
    }
}

void RuleTallies::move_to(Summary& summary) {
    for (Group& group : groups_) {
        const dsl::Rule& rule = program_.rules[static_cast<std::size_t>(group.versions.back())];
        RuleTally& to = summary.rules[rule.full_id];
        for (std::size_t v = 0; v < verdict_count; ++v) {
            to.subjects[v] += group.tally.subjects[v];
            to.cases[v] += group.tally.cases[v];
            summary.subjects[v] += group.tally.subjects[v];
        }
        summary.defects_by_severity[static_cast<std::size_t>(rule.severity)] += group.tally.subjects[static_cast<std::size_t>(Verdict::defect)];
        group.tally = {};
    }
}

}  // namespace kaoping::engine
