// scores.csv: see scores.hpp.

#include "engine/report/csv.hpp"
#include "engine/report/points.hpp"
#include "engine/report/scores.hpp"

namespace kaoping::engine {

namespace {

using csv::cell;
using csv::end_row;
using csv::number;

/// score_low, score_high, grade_low, grade_high
void score_cells(std::string& out, const std::optional<Interval>& score, const GradeRange& grades) {
    if (score) {
        number(out, score->low);
        number(out, score->high);
    } else {
        out += ",,";
    }
    cell(out, grades.low);
    cell(out, grades.high);
}

}  // namespace

void ScoresCsv::group_cells(std::string& out, const std::vector<std::string>* group) {
    for (std::size_t i = 0; i < scheme_.aggregate_by.size(); ++i) cell(out, group != nullptr ? (*group)[i] : "");
}

void ScoresCsv::head(std::string& out) {
    out += csv::byte_order_mark;
    out += "level,case,";
    for (const std::string& name : scheme_.aggregate_by) cell(out, name);
    out += "standard,cases,unscored,defects,vetoes,lost_low,lost_high,score_low,score_high,grade_low,grade_high,veto,worst_verdict,file\r\n";
}

void ScoresCsv::add_case(std::string& out, const CaseLine& line) {
    out += "case,";
    cell(out, line.case_id);
    group_cells(out, &line.group);
    out += line.score.score ? ",1,0,,," : ",1,1,,,";
    Interval lost;
    for (const StandardScore& standard : line.score.standards) {
        lost.low += standard.lost.low;
        lost.high += standard.lost.high;
    }
    number(out, lost.low);
    number(out, lost.high);
    score_cells(out, line.score.score, grades_of(scheme_, line.score.score));
    (out += veto_name(line.score.veto)) += ',';  // names need no quotes
    (out += verdict_name(line.worst)) += ',';
    cell(out, line.file);
    end_row(out);
}

void ScoresCsv::end(std::string& out, const RunTotals& totals) {
    const Summary& sum = totals.summary;
    for (const auto& [names, tally] : sum.groups) {
        out += "unit,,";
        group_cells(out, &names);
        out += ',';
        for (const std::uint64_t count : {tally.cases, tally.unscored, tally.defects, tally.vetoes}) number(out, count);
        out += ",,";
        score_cells(out, tally.mean(), grades_of(scheme_, tally));
        out += ",,\r\n";
    }
    for (std::size_t i = 0; i < sum.standards.size(); ++i) {
        const StandardTally& tally = sum.standards[i];
        out += "standard,,";
        group_cells(out, nullptr);
        cell(out, program_.standards[i].full_id);
        number(out, tally.applicable_cases);
        out += ',';
        number(out, tally.defects);
        out += ',';
        number(out, static_cast<std::int64_t>(tally.lost_low));
        number(out, static_cast<std::int64_t>(tally.lost_high));
        out += ",,,,,,\r\n";
    }
}

}  // namespace kaoping::engine
