// What a report keeps: see contents.hpp.

#include "engine/report/html/contents.hpp"

#include <algorithm>
#include <tuple>

namespace kaoping::engine::html {

namespace {

bool lower(const std::optional<Interval>& a, const std::optional<Interval>& b) {
    return std::tie(a->low, a->high) < std::tie(b->low, b->high);
}

ListedCase listed(const CaseLine& line) {
    return {line.case_id, line.unit, line.kind, line.score.score, line.worst, line.score.veto};
}

}  // namespace

Contents::Contents(const dsl::Program& program, std::size_t findings, std::size_t cases)
    : program_(program), finding_limit_(findings), case_limit_(cases), defects_(program.rules.size()), newest_(program.rules.size()) {
    std::map<std::string, std::size_t> last;
    for (std::size_t r = 0; r < program.rules.size(); ++r) last[program.rules[r].full_id] = r;
    for (std::size_t r = 0; r < program.rules.size(); ++r) newest_[r] = last[program.rules[r].full_id];
}

void Contents::add(const Finding& finding) {
    ++finding_count_;
    if (findings_.size() < finding_limit_) findings_.push_back(finding);
    if (finding.kind != FindingKind::rule || finding.verdict != Verdict::defect) return;
    const auto rule = static_cast<std::size_t>(finding.rule);
    ++defects_[rule];
    defects_seen_ = true;
    if (program_.rules[rule].severity != dsl::Severity::veto) return;
    if (veto_rules_.size() >= case_limit_ && veto_rules_.count(finding.case_id) == 0) return;
    std::vector<int>& rules = veto_rules_[finding.case_id];
    if (std::find(rules.begin(), rules.end(), finding.rule) == rules.end()) rules.push_back(finding.rule);
}

void Contents::add_case(const CaseLine& line) {
    ++veto_counts_[static_cast<std::size_t>(line.score.veto)];
    if (line.score.veto != Veto::none && vetoed_.size() < case_limit_) vetoed_.push_back(listed(line));
    if (!line.score.score) return;
    if (line.score.conservative) ++conservative_;
    if (lowest_.size() == case_limit_) {
        if (!lower(line.score.score, lowest_.back().score)) return;
        lowest_.pop_back();
    }
    const auto place = std::upper_bound(lowest_.begin(), lowest_.end(), line.score.score,
                                        [](const std::optional<Interval>& score, const ListedCase& other) { return lower(score, other.score); });
    lowest_.insert(place, listed(line));
}

std::vector<int> Contents::veto_rules(const std::string& case_id) const {
    const auto found = veto_rules_.find(case_id);
    return found == veto_rules_.end() ? std::vector<int>{} : found->second;
}

std::uint64_t Contents::defects_of(const Summary& summary, std::size_t rule) const {
    if (defects_seen_) return defects_[rule];
    const auto tally = summary.rules.find(program_.rules[rule].full_id);
    if (tally == summary.rules.end() || newest_[rule] != rule) return 0;
    return tally->second.subjects[static_cast<std::size_t>(Verdict::defect)];
}

}  // namespace kaoping::engine::html
