// scores.json: see scores.hpp.

#include <array>

#include "engine/report/json_text.hpp"
#include "engine/report/points.hpp"
#include "engine/report/scores.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

std::string_view veto_name(Veto veto) {
    static constexpr std::array<std::string_view, 5> names{"none", "possible", "unconfirmed", "in_force", "refused"};
    return names[static_cast<std::size_t>(veto)];
}

namespace {

using json::append_count;
using json::append_interval;
using json::append_text;
using json::append_text_or_null;

void append_score(std::string& out, const std::optional<Interval>& value, const GradeRange& grades) {
    out += R"(,"score":)";
    if (value) append_interval(out, *value);
    else out += "null";
    append_text_or_null(out += R"(,"grade_low":)", grades.low);
    append_text_or_null(out += R"(,"grade_high":)", grades.high);
}

void append_standard(std::string& out, const dsl::Standard& of, const StandardTally& tally) {
    append_text(out += R"({"standard":)", of.full_id);
    append_text(out += R"(,"title":)", of.title);
    append_count(out += R"(,"applicable_cases":)", tally.applicable_cases);
    append_count(out += R"(,"defects":)", tally.defects);
    append_interval(out += R"(,"lost":)", {static_cast<std::int64_t>(tally.lost_low), static_cast<std::int64_t>(tally.lost_high)});
    out += '}';
}

}  // namespace

ScoresJson::ScoresJson(const dsl::Program& program, const Scheme& scheme) : program_(program), scheme_(scheme) {
    for (const dsl::Standard& standard : program.standards) {
        std::string& part = until_points_.emplace_back(R"({"standard":)");
        append_text(part, standard.full_id);
        part += R"(,"points":)";
    }
}

void ScoresJson::head(std::string& out) { out += "{\"format\":\"kaoping.scores/1\",\n\"cases\":["; }

void ScoresJson::begin_object(std::string& out) {
    out += first_ ? "\n{" : ",\n{";
    first_ = false;
}

void ScoresJson::add_case(std::string& out, const CaseLine& line) {
    const std::size_t begin = out.size();
    begin_object(out);
    append_text_or_null(out += R"("case":)", line.case_id);
    append_text_or_null(out += R"(,"unit":)", line.unit);
    append_text_or_null(out += R"(,"kind":)", line.kind);
    append_text(out += R"(,"file":)", line.file);
    append_score(out, line.score.score, grades_of(scheme_, line.score.score));
    append_text(out += R"(,"veto":)", veto_name(line.score.veto));
    append_text(out += R"(,"worst":)", verdict_name(line.worst));
    out += line.score.conservative ? R"(,"conservative":true,"standards":[)" : R"(,"conservative":false,"standards":[)";
    for (std::size_t i = 0; i < line.score.standards.size(); ++i) {
        const StandardScore& of = line.score.standards[i];
        if (!of.applicable && !of.maybe_applicable) continue;
        if (out.back() != '[') out += ',';
        append_number(out += until_points_[i], of.points);
        append_interval(out += R"(,"lost":)", of.lost);
        out += '}';
    }
    out += "]}";
    json::mend_utf8(out, begin);
}

void ScoresJson::add_unit(std::string& out, const std::vector<std::string>& names, const ScoreTally& tally, const std::vector<StandardTally>& standards) {
    begin_object(out);
    for (std::size_t i = 0; i < names.size(); ++i) {
        append_text(out, scheme_.aggregate_by[i]);
        append_text_or_null(out += ':', names[i]);
        out += ',';
    }
    append_count(out += R"("cases":)", tally.cases);
    append_count(out += R"(,"unscored":)", tally.unscored);
    append_count(out += R"(,"vetoes":)", tally.vetoes);
    append_count(out += R"(,"defects":)", tally.defects);
    append_score(out, tally.mean(), grades_of(scheme_, tally));
    out += R"(,"standards":)";
    std::size_t number = 0;
    json::append_list(out, standards, [&](std::string& to, const StandardTally& one) { append_standard(to, program_.standards[number++], one); });
    out += '}';
}

void ScoresJson::end(std::string& out, const RunTotals& totals) {
    const Summary& sum = totals.summary;
    const std::size_t begin = out.size();
    out += "\n],\n\"units\":[";
    first_ = true;
    for (const auto& [names, tally] : sum.groups) add_unit(out, names, tally, sum.group_standards.at(names));
    out += "\n],\n\"standards\":[";
    for (std::size_t i = 0; i < sum.standards.size(); ++i) append_standard(out += i == 0 ? "\n" : ",\n", program_.standards[i], sum.standards[i]);
    out += "\n]}\n";
    json::mend_utf8(out, begin);
}

}  // namespace kaoping::engine
