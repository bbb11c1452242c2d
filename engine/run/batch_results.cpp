// Counts, scores and findings of one batch: see batch_results.hpp.

#include "engine/run/batch_results.hpp"

#include <algorithm>
#include <utility>

namespace kaoping::engine {

namespace {

VerdictSet reported_verdicts(const RunOptions& options) {
    const VerdictSet due = options.due_within >= 0 ? set_of(Verdict::pending) : VerdictSet{0};
    switch (options.findings) {
        case FindingsWanted::none: return due;
        case FindingsWanted::defects: return defect_verdicts | due;
        case FindingsWanted::all: return static_cast<VerdictSet>(~verdicts_in_order);
    }
    return 0;
}

}  // namespace

BatchResults::BatchResults(const dsl::Program& program, const ScoreRules& scoring, const TimeContext& time, const Layout& layout,
                           const CaseFields& fields, const RunOptions& options)
    : program_(program),
      scoring_(scoring),
      fields_(fields),
      options_(options),
      maker_(program, layout, time, options.as_of, options.language),
      scorer_(scoring),
      every_subject_scored_(scoring.scheme.model != ScoreModel::deduction),
      tallies_(program),
      digest_(scoring, reported_verdicts(options)),
      subjects_(program.rules.size()) {}

void BatchResults::make(const PlanRun& run, const std::vector<RuleColumn>& columns, const Decoded& decoded, ChunkResult& out) {
    out.findings.clear();
    out.cases.clear();
    out.evaluated = decoded.batch.cases();
    any_chunk_ = true;
    digest_.make(columns, decoded.batch.cases(), tallies_);
    if (options_.note_met) note_met(columns, decoded.batch.cases());
    next_data_ = 0;
    std::size_t unreadable = 0;
    const auto add_unreadable = [&] {
        ++summary_.unreadable;
        maker_.of_unreadable(decoded.unreadable[unreadable], out.findings.add());
        ++unreadable;
    };
    for (std::size_t c = 0; c < decoded.batch.cases(); ++c) {
        while (unreadable < decoded.unreadable.size() && decoded.unreadable[unreadable].ordinal < decoded.batch.sources[c].ordinal)
            add_unreadable();
        add_case(run, columns, decoded.batch, c, out);
    }
    while (unreadable < decoded.unreadable.size()) add_unreadable();
}

Summary BatchResults::take_summary() {
    if (!any_chunk_) return {};
    tallies_.move_to(summary_);
    summary_.standards.resize(scoring_.standards.size());
    for (auto& [key, tally] : groups_) {
        add(summary_.total, tally.score);
        add(summary_.standards, tally.standards);
        summary_.groups.emplace(tally.group, tally.score);
        summary_.group_standards.emplace(std::move(tally.group), std::move(tally.standards));
    }
    groups_.clear();
    return std::exchange(summary_, {});
}

BatchResults::GroupTally& BatchResults::group_of(const CaseBatch& batch, std::size_t case_row) {
    fields_.group_key(batch, case_row, group_cell_, group_key_);
    const auto found = groups_.find(group_key_);
    if (found != groups_.end()) return found->second;
    return groups_.emplace(group_key_, GroupTally{fields_.group(batch, case_row), {}, {}}).first->second;
}

void BatchResults::note_met(const std::vector<RuleColumn>& columns, std::size_t cases) {
    met_.assign(cases, {});
    for (const RuleColumn& column : columns)
        for (std::size_t c = 0; c < cases; ++c) {
            const auto begin = column.verdict.begin() + column.case_begin[c], end = column.verdict.begin() + column.case_begin[c + 1];
            if (std::find(begin, end, Verdict::met) != end) met_[c].push_back(column.rule);
        }
}

void BatchResults::score_case(const std::vector<RuleColumn>& columns, std::size_t case_row, GroupTally& group, CaseLine& line) {
    const BatchDigest::OfCase& of_case = digest_.of_case(case_row);
    for (const int rule : of_case.costly) {
        const RuleColumn& column = columns[static_cast<std::size_t>(rule)];
        const auto end = static_cast<std::size_t>(column.case_begin[case_row + 1]);
        for (auto i = static_cast<std::size_t>(column.case_begin[case_row]); i < end; ++i) {
            if (!scored(column, i)) continue;
            const auto amount = column.amount(i);
            subjects_[static_cast<std::size_t>(rule)].push_back(
                {column.verdict[i], column.possible[i], amount ? amount->low : 0, amount ? amount->high : 0, !amount, VetoWord::none, column.rows(i)});
        }
    }
    line.worst = worst_of(digest_.seen(case_row), Verdict::met);
    scorer_.score(subjects_, digest_.standards(case_row), of_case.costly, line.score);
    tally_case(line, of_case.costly, group);
    for (const int rule : of_case.costly) subjects_[static_cast<std::size_t>(rule)].clear();
}

namespace {

void add_to(ScoreTally& tally, const CaseScore& score, std::uint64_t defects) {
    ++tally.cases;
    if (score.score) {
        tally.low += score.score->low;
        tally.high += score.score->high;
    } else {
        ++tally.unscored;
    }
    if (score.veto == Veto::unconfirmed || score.veto == Veto::in_force) ++tally.vetoes;
    tally.defects += defects;
}

void add_to(std::vector<StandardTally>& tallies, const CaseScore& score, const std::vector<std::uint64_t>& defects) {
    tallies.resize(score.standards.size());
    for (std::size_t s = 0; s < tallies.size(); ++s) {
        if (score.standards[s].applicable) ++tallies[s].applicable_cases;
        tallies[s].lost_low += score.standards[s].lost.low;
        tallies[s].lost_high += score.standards[s].lost.high;
        tallies[s].defects += defects[s];
    }
}

}  // namespace

void BatchResults::tally_case(const CaseLine& line, std::span<const int> costly, GroupTally& group) {
    defects_.assign(scoring_.standards.size(), 0);
    std::uint64_t all = 0;
    for (const int rule : costly)
        for (const ScoredSubject& subject : subjects_[static_cast<std::size_t>(rule)])
            if (subject.verdict == Verdict::defect) {
                ++defects_[static_cast<std::size_t>(scoring_.rules[static_cast<std::size_t>(rule)].standard)];
                ++all;
            }
    ++summary_.cases;
    add_to(group.score, line.score, all);
    add_to(group.standards, line.score, defects_);
}

bool BatchResults::wanted(const RuleColumn& column, std::size_t subject) const {
    const Verdict verdict = column.verdict[subject];
    if (verdict == Verdict::pending && options_.due_within >= 0) {
        const auto due = maker_.due_at(column, subject);
        if (due && *due - options_.as_of <= options_.due_within) return true;
    }
    switch (options_.findings) {
        case FindingsWanted::none: return false;
        case FindingsWanted::defects: return holds(defect_verdicts, verdict);
        case FindingsWanted::all: return !is_in_order(verdict);
    }
    return false;
}

void BatchResults::add_data_findings(const CaseBatch& batch, std::size_t case_row, const CaseNames& names, KeptList<Finding>& out) {
    for (; next_data_ < batch.data_findings.size(); ++next_data_) {
        const DataFinding& data = batch.data_findings[next_data_];
        if (data.case_row != static_cast<std::int32_t>(case_row)) break;
        ++summary_.data_findings;
        ++summary_.data_findings_by_code[data.code];
        if (options_.findings != FindingsWanted::none) maker_.of_data(batch, data, names, out.add());
    }
}

void BatchResults::add_findings(const PlanRun& run, const std::vector<RuleColumn>& columns, const CaseBatch& batch, std::size_t case_row,
                                const CaseNames& names, KeptList<Finding>& out) {
    for (const int rule : digest_.of_case(case_row).reported) {
        const auto r = static_cast<std::size_t>(rule);
        const auto begin = static_cast<std::size_t>(columns[r].case_begin[case_row]), end = static_cast<std::size_t>(columns[r].case_begin[case_row + 1]);
        std::size_t number = 0;  // among those that are scored
        for (std::size_t i = begin; i < end; ++i) {
            const Interval charge = scored(columns[r], i) ? scorer_.charge(r, number++) : Interval{};
            if (wanted(columns[r], i)) maker_.of_subject(run, batch, columns[r], i, case_row, names, charge, out.add());
        }
    }
}

void BatchResults::add_case(const PlanRun& run, const std::vector<RuleColumn>& columns, const CaseBatch& batch, std::size_t case_row, ChunkResult& out) {
    GroupTally& group = group_of(batch, case_row);
    CaseLine& line = options_.case_lines ? out.cases.add() : line_;
    score_case(columns, case_row, group, line);
    const bool anything_found = next_data_ < batch.data_findings.size() || !digest_.of_case(case_row).reported.empty();
    if (!options_.case_lines && !anything_found) return;  // nobody asks what the case is called
    const CaseNames names{fields_.id(batch, case_row), fields_.unit(batch, case_row), fields_.kind(batch, case_row)};
    if (options_.case_lines) {
        line.case_id = names.id;
        line.unit = names.unit;
        line.kind = names.kind;
        line.file = batch.sources[case_row].file;
        line.group = group.group;
        if (options_.note_met) line.met_rules = std::move(met_[case_row]);
    }
    add_data_findings(batch, case_row, names, out.findings);
    add_findings(run, columns, batch, case_row, names, out.findings);
}

}  // namespace kaoping::engine
