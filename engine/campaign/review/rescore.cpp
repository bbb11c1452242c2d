// Scoring a case again: see rescore.hpp.

#include "engine/campaign/review/rescore.hpp"

#include <algorithm>

#include "engine/campaign/register/register.hpp"

namespace kaoping::campaign {

namespace {

using engine::ScoredRule;
using engine::ScoredSubject;
using engine::Verdict;

/// The program's rules, and behind them for each standard one for what people add, and one with a veto.
engine::ScoreRules rules_with_people(const dsl::Program& program, const engine::Scheme& scheme) {
    engine::ScoreRules out = engine::make_score_rules(program, scheme);
    for (const bool veto : {false, true})
        for (std::size_t s = 0; s < out.standards.size(); ++s) {
            ScoredRule rule;
            rule.full_id = out.standards[s].full_id + " (people)";
            rule.standard = static_cast<int>(s);
            rule.veto = veto;
            out.rules.push_back(std::move(rule));
        }
    return out;
}

/// Could a waiver or a person change what it costs?
bool may_cost(Verdict verdict) { return verdict == Verdict::defect || verdict == Verdict::undetermined || verdict == Verdict::failed; }

StandingFinding standing_of(const JudgedFinding& finding) {
    switch (finding.said) {
        case Said::dismissed:
            return {Verdict::met, {}, "dismissed"};
        case Said::confirmed:
            if (!finding.waived) return {Verdict::defect, {}, "confirmed"};
            break;
        case Said::nothing:
            if (!finding.waived || !may_cost(finding.verdict)) return {finding.verdict, {}, "open"};
            break;
    }
    return {Verdict::exempt, {}, "waived"};
}

}  // namespace

CaseRescorer::CaseRescorer(const dsl::Program& program, const engine::Scheme& scheme)
    : program_(program), rules_(rules_with_people(program, scheme)), scorer_(rules_), subjects_(rules_.rules.size()) {}

int CaseRescorer::standard(const std::string& full_id) const {
    const auto found = std::find_if(rules_.standards.begin(), rules_.standards.end(), [&](const engine::ScoredStandard& s) { return s.full_id == full_id; });
    return found == rules_.standards.end() ? -1 : static_cast<int>(found - rules_.standards.begin());
}

int CaseRescorer::scored_rule(const JudgedFinding& finding) const {
    if (finding.rule >= static_cast<int>(program_.rules.size())) throw RegisterDamaged("the register names a rule that the packs do not have");
    if (finding.rule >= 0) return finding.rule;
    const int of = standard(finding.standard);
    if (of < 0) throw RegisterDamaged("the register names a standard that the packs do not have: " + finding.standard);
    return static_cast<int>(program_.rules.size() + (finding.veto ? rules_.standards.size() : 0)) + of;
}

engine::Interval CaseRescorer::amounts(const JudgedFinding& finding) const {
    if (finding.rule >= 0 && finding.amount) return *finding.amount;
    const ScoredRule& rule = rules_.rules[static_cast<std::size_t>(scored_rule(finding))];
    return {0, rule.cap.value_or(rules_.standards[static_cast<std::size_t>(rule.standard)].points)};
}

ScoredSubject CaseRescorer::subject(const JudgedFinding& finding, std::size_t number) {
    ScoredSubject out;
    out.verdict = standing_of(finding).verdict;
    out.possible = out.verdict == Verdict::undetermined ? finding.possible : engine::set_of(out.verdict);
    const auto amount = finding.chosen ? engine::Interval{*finding.chosen, *finding.chosen} : finding.amount.value_or(engine::Interval{});
    out.low = amount.low;
    out.high = amount.high;
    out.amount_unknown = !finding.chosen && !finding.amount;
    out.veto = finding.veto_word;
    out.rows = {rows_.data() + number, 1};
    return out;
}

StandingCase CaseRescorer::score(const JudgedCase& judged) {
    for (auto& of_rule : subjects_) of_rule.clear();
    for (const int rule : judged.met_rules) subjects_.at(static_cast<std::size_t>(rule)).push_back({Verdict::met, engine::set_of(Verdict::met)});
    rows_.resize(judged.findings.size());
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t i = 0; i < judged.findings.size(); ++i) {
        const JudgedFinding& finding = judged.findings[i];
        const auto same = std::find_if(judged.findings.begin(), judged.findings.end(), [&](const JudgedFinding& f) { return f.subject == finding.subject; });
        rows_[i] = static_cast<std::int32_t>(same - judged.findings.begin());
        const auto rule = static_cast<std::size_t>(scored_rule(finding));
        places.emplace_back(rule, subjects_[rule].size());
        subjects_[rule].push_back(subject(finding, i));
    }
    StandingCase out;
    std::vector<std::vector<engine::Interval>> charged;
    out.score = scorer_.score(subjects_, &charged);
    for (std::size_t i = 0; i < judged.findings.size(); ++i) {
        out.findings.push_back(standing_of(judged.findings[i]));
        out.findings.back().deduct = charged[places[i].first][places[i].second];
    }
    return out;
}

}  // namespace kaoping::campaign
