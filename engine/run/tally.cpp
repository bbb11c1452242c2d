// Counting verdicts: see tally.hpp.

#include "engine/run/tally.hpp"

namespace kaoping::engine {

namespace {

void keep_worse(Verdict& worst, Verdict verdict) {
    if (badness(verdict) > badness(worst)) worst = verdict;
}

}  // namespace

RuleTallies::RuleTallies(const dsl::Program& program) : program_(program) {
    std::map<std::string, std::size_t> known;
    for (std::size_t r = 0; r < program.rules.size(); ++r) {
        const auto [place, is_new] = known.emplace(program.rules[r].full_id, groups_.size());
        if (is_new) groups_.push_back({program.rules[r].full_id, {}, {}});
        groups_[place->second].versions.push_back(static_cast<int>(r));
    }
}

void RuleTallies::count(Group& group, Verdict verdict, Verdict& worst) {
    const auto v = static_cast<std::size_t>(verdict);
    ++group.tally.subjects[v];
    ++subjects_[v];
    keep_worse(worst, verdict);
    if (verdict == Verdict::defect) {
        const dsl::Rule& rule = program_.rules[static_cast<std::size_t>(group.versions.back())];
        ++by_severity_[static_cast<std::size_t>(rule.severity)];
    }
}

void RuleTallies::add_single(Group& group, const RuleColumn& column, SubjectRange range) {
    Verdict worst = Verdict::not_applicable;
    for (std::size_t i = range.begin; i < range.end; ++i) count(group, column.verdict[i], worst);
    ++group.tally.cases[static_cast<std::size_t>(worst)];
}

void RuleTallies::add_versions(Group& group, std::span<const RuleColumn> columns, std::span<const SubjectRange> ranges) {
    by_subject_.clear();
    std::vector<std::int32_t> key;
    for (const int version : group.versions) {
        const auto r = static_cast<std::size_t>(version);
        const RuleColumn& column = columns[r];
        const auto arity = static_cast<std::size_t>(column.arity);
        for (std::size_t i = ranges[r].begin; i < ranges[r].end; ++i) {
            key.assign(column.rows.begin() + static_cast<std::ptrdiff_t>(i * arity),
                       column.rows.begin() + static_cast<std::ptrdiff_t>((i + 1) * arity));
            // Rows of different records must not meet: the records stand behind.
            for (const dsl::ForEach& each : program_.rules[r].for_each)
                key.push_back(program_.binders[static_cast<std::size_t>(each.binder)].type.of);
            const auto [place, is_new] = by_subject_.emplace(key, column.verdict[i]);
            if (!is_new) keep_worse(place->second, column.verdict[i]);
        }
    }
    Verdict worst = Verdict::not_applicable;
    for (const auto& [subject, verdict] : by_subject_) count(group, verdict, worst);
    ++group.tally.cases[static_cast<std::size_t>(worst)];
}

void RuleTallies::add_case(std::span<const RuleColumn> columns, std::span<const SubjectRange> ranges) {
    for (Group& group : groups_) {
        const auto first = static_cast<std::size_t>(group.versions.front());
        if (group.versions.size() == 1) add_single(group, columns[first], ranges[first]);
        else add_versions(group, columns, ranges);
    }
}

void RuleTallies::move_to(Summary& summary) {
    for (Group& group : groups_) {
        RuleTally& to = summary.rules[group.full_id];
        for (std::size_t v = 0; v < verdict_count; ++v) {
            to.subjects[v] += group.tally.subjects[v];
            to.cases[v] += group.tally.cases[v];
        }
        group.tally = {};
    }
    for (std::size_t v = 0; v < verdict_count; ++v) summary.subjects[v] += subjects_[v];
    for (std::size_t s = 0; s < 3; ++s) summary.defects_by_severity[s] += by_severity_[s];
    subjects_ = {};
    for (std::uint64_t& count : by_severity_) count = 0;
}

}  // namespace kaoping::engine
