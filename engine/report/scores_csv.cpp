// scores.csv: see scores.hpp. RFC 4180: fields with commas, quotes or line ends are quoted; lines end with CR LF.

#include <array>

#include "engine/report/points.hpp"
#include "engine/report/scores.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

namespace {

void cell(std::string& out, std::string_view text) {
    std::string safe;
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) safe = "'";
    safe += text;
    if (safe.find_first_of(",\"\r\n") == std::string::npos) {
        out += safe;
    } else {
        out += '"';
        for (const char c : safe) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
    }
    out += ',';
}

void number(std::string& out, std::int64_t millionths) {
    out += format_number(millionths);
    out += ',';
}
void number(std::string& out, std::uint64_t count) {
    out += std::to_string(count);
    out += ',';
}

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

void end_row(std::string& out) {
    out.pop_back();
    out += "\r\n";
}

}  // namespace

void ScoresCsv::group_cells(std::string& out, const std::vector<std::string>* group) {
    for (std::size_t i = 0; i < scheme_.aggregate_by.size(); ++i) cell(out, group != nullptr ? (*group)[i] : "");
}

void ScoresCsv::head(std::string& out) {
    out += "\xEF\xBB\xBFlevel,case,";
    for (const std::string& name : scheme_.aggregate_by) cell(out, name);
    out += "standard,cases,unscored,defects,vetoes,lost_low,lost_high,score_low,score_high,grade_low,grade_high,veto,worst_verdict,file\r\n";
}

void ScoresCsv::add_case(std::string& out, const CaseLine& line) {
    out += "case,";
    cell(out, line.case_id);
    group_cells(out, &line.group);
    out += ",1,";
    out += line.score.score ? "0," : "1,";
    out += ",,";
    Interval lost;
    for (const StandardScore& standard : line.score.standards) {
        lost.low += standard.lost.low;
        lost.high += standard.lost.high;
    }
    number(out, lost.low);
    number(out, lost.high);
    score_cells(out, line.score.score, grades_of(scheme_, line.score.score));
    cell(out, veto_name(line.score.veto));
    cell(out, verdict_name(line.worst));
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
