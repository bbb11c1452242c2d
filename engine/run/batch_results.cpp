// Counts, scores and findings of one batch: see batch_results.hpp.

#include "engine/run/batch_results.hpp"

#include <algorithm>

namespace kaoping::engine {

BatchResults::BatchResults(const dsl::Program& program, const ScoreRules& scoring, const TimeContext& time, const Layout& layout,
                           const CaseFields& fields, const RunOptions& options)
    : program_(program),
      scoring_(scoring),
      fields_(fields),
      options_(options),
      maker_(program, layout, time, options.as_of, options.language),
      scorer_(scoring),
      tallies_(program),
      ranges_(program.rules.size()),
      subjects_(program.rules.size()) {}

ChunkResult BatchResults::make(const PlanRun& run, const std::vector<RuleColumn>& columns, const Decoded& decoded) {
    out_ = {};
    out_.summary.standards.resize(scoring_.standards.size());
    std::fill(ranges_.begin(), ranges_.end(), SubjectRange{});
    next_data_ = 0;
    std::size_t unreadable = 0;
    const auto add_unreadable = [&] {
        ++out_.summary.unreadable;
        out_.findings.push_back(FindingMaker::of_unreadable(decoded.unreadable[unreadable]));
        ++unreadable;
    };
    for (std::size_t c = 0; c < decoded.batch.cases(); ++c) {
        while (unreadable < decoded.unreadable.size() && decoded.unreadable[unreadable].ordinal < decoded.batch.sources[c].ordinal)
            add_unreadable();
        add_case(run, columns, decoded.batch, c);
    }
    while (unreadable < decoded.unreadable.size()) add_unreadable();
    tallies_.move_to(out_.summary);
    return std::move(out_);
}

void BatchResults::find_ranges(const std::vector<RuleColumn>& columns, std::size_t case_row) {
    for (std::size_t r = 0; r < columns.size(); ++r) {
        std::size_t end = ranges_[r].end;
        ranges_[r].begin = end;
        while (end < columns[r].subjects() && columns[r].case_of[end] == static_cast<std::int32_t>(case_row)) ++end;
        ranges_[r].end = end;
    }
}

void BatchResults::score_case(const std::vector<RuleColumn>& columns, CaseLine& line) {
    for (std::size_t r = 0; r < columns.size(); ++r) {
        const RuleColumn& column = columns[r];
        const auto arity = static_cast<std::size_t>(column.arity);
        subjects_[r].clear();
        for (std::size_t i = ranges_[r].begin; i < ranges_[r].end; ++i) {
            const bool unknown = column.list_unknown[i] || !column.amount_known[i];
            subjects_[r].push_back({column.verdict[i], column.possible[i], unknown ? 0 : column.low[i], unknown ? 0 : column.high[i],
                                    unknown, {column.rows.data() + i * arity, arity}});
            if (badness(column.verdict[i]) > badness(line.worst)) line.worst = column.verdict[i];
        }
    }
    line.score = scorer_.score(subjects_, &charged_);
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

void BatchResults::tally_case(const CaseLine& line) {
    std::vector<std::uint64_t> defects(scoring_.standards.size());
    std::uint64_t all = 0;
    for (std::size_t r = 0; r < subjects_.size(); ++r)
        for (const ScoredSubject& subject : subjects_[r])
            if (subject.verdict == Verdict::defect) {
                ++defects[static_cast<std::size_t>(scoring_.rules[r].standard)];
                ++all;
            }
    ++out_.summary.cases;
    add_to(out_.summary.total, line.score, all);
    add_to(out_.summary.groups[line.group], line.score, all);
    add_to(out_.summary.standards, line.score, defects);
    add_to(out_.summary.group_standards[line.group], line.score, defects);
}

bool BatchResults::wanted(const RuleColumn& column, std::size_t subject) const {
    const Verdict verdict = column.verdict[subject];
    if (verdict == Verdict::pending && options_.due_within >= 0) {
        const auto due = maker_.due_at(column, subject);
        if (due && *due - options_.as_of <= options_.due_within) return true;
    }
    switch (options_.findings) {
        case FindingsWanted::none: return false;
        case FindingsWanted::defects: return verdict == Verdict::defect || verdict == Verdict::failed;
        case FindingsWanted::all: return verdict != Verdict::met && verdict != Verdict::not_applicable && verdict != Verdict::not_selected;
    }
    return false;
}

void BatchResults::add_data_findings(const CaseBatch& batch, std::size_t case_row, const CaseNames& names) {
    for (; next_data_ < batch.data_findings.size(); ++next_data_) {
        const DataFinding& data = batch.data_findings[next_data_];
        if (data.case_row != static_cast<std::int32_t>(case_row)) break;
        ++out_.summary.data_findings;
        ++out_.summary.data_findings_by_code[data.code];
        if (options_.findings != FindingsWanted::none) out_.findings.push_back(maker_.of_data(batch, data, names));
    }
}

void BatchResults::add_case(const PlanRun& run, const std::vector<RuleColumn>& columns, const CaseBatch& batch, std::size_t case_row) {
    find_ranges(columns, case_row);
    tallies_.add_case(columns, ranges_);
    CaseLine line;
    const CaseNames names{fields_.id(batch, case_row), fields_.unit(batch, case_row), fields_.kind(batch, case_row)};
    line.case_id = names.id;
    line.unit = names.unit;
    line.kind = names.kind;
    line.file = batch.sources[case_row].file;
    line.group = fields_.group(batch, case_row);
    score_case(columns, line);
    tally_case(line);
    add_data_findings(batch, case_row, names);
    for (std::size_t r = 0; r < columns.size(); ++r)
        for (std::size_t i = ranges_[r].begin; i < ranges_[r].end; ++i)
            if (wanted(columns[r], i))
                out_.findings.push_back(maker_.of_subject(run, batch, columns[r], i, names, charged_[r][i - ranges_[r].begin]));
    out_.cases.push_back(std::move(line));
}

}  // namespace kaoping::engine
