// scores.csv: see scores.hpp.

#include "engine/report/csv.hpp"
#include "engine/report/points.hpp"
#include "engine/report/scores.hpp"

namespace kaoping::engine {

void ScoresCsv::put_cell(std::string_view text, std::string_view behind) {
    if (!csv::is_plain(text)) {
        cell_.clear();
        csv::cell(cell_, text);
        cell_.pop_back();  // its comma
        text = cell_;
    }
    line_.put(text).put(behind);
}

void ScoresCsv::put_score(const std::optional<Interval>& score, const GradeRange& grades) {
    if (score) put_amounts(*score);
    else line_.put(",,");
    put_cell(grades.low);
    put_cell(grades.high);
}

void ScoresCsv::put_group(const std::vector<std::string>* group) {
    for (std::size_t i = 0; i < scheme_.aggregate_by.size(); ++i) put_cell(group != nullptr ? (*group)[i] : "");
}

std::string_view ScoresCsv::head() {
    line_.put(csv::byte_order_mark).put("level,case,");
    for (const std::string& name : scheme_.aggregate_by) put_cell(name);
    return line_.put("standard,cases,unscored,defects,vetoes,lost_low,lost_high,score_low,score_high,grade_low,grade_high,veto,worst_verdict,file\r\n").take();
}

void ScoresCsv::put_case(const CaseLine& line) {
    line_.put("case,");
    put_cell(line.case_id);
    put_group(&line.group);
    line_.put(line.score.score ? ",1,0,,," : ",1,1,,,");
    Interval lost;
    for (const StandardScore& standard : line.score.standards) {
        lost.low += standard.lost.low;
        lost.high += standard.lost.high;
    }
    put_amounts(lost);
    put_score(line.score.score, grades_of(scheme_, line.score.score));
    line_.put(veto_name(line.score.veto)).put(",").put(verdict_name(line.worst)).put(",");  // names need no quotes
    put_cell(line.file, "\r\n");
}

std::string_view ScoresCsv::cases(const KeptList<CaseLine>& lines) {
    for (const CaseLine& line : lines) put_case(line);
    return line_.take();
}

std::string_view ScoresCsv::end(const RunTotals& totals) {
    const Summary& sum = totals.summary;
    for (const auto& [names, tally] : sum.groups) {
        line_.put("unit,,");
        put_group(&names);
        line_.put(",");
        for (const std::uint64_t count : {tally.cases, tally.unscored, tally.defects, tally.vetoes}) put_count(count);
        line_.put(",,");
        put_score(tally.mean(), grades_of(scheme_, tally));
        line_.put(",,\r\n");
    }
    for (std::size_t i = 0; i < sum.standards.size(); ++i) {
        const StandardTally& tally = sum.standards[i];
        line_.put("standard,,");
        put_group(nullptr);
        put_cell(program_.standards[i].full_id);
        put_count(tally.applicable_cases);
        line_.put(",");
        put_count(tally.defects);
        line_.put(",");
        put_amounts({static_cast<std::int64_t>(tally.lost_low), static_cast<std::int64_t>(tally.lost_high)});
        line_.put(",,,,,,\r\n");
    }
    return line_.take();
}

}  // namespace kaoping::engine
