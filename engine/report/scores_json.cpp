// scores.json: see scores.hpp.

#include <array>

#include "engine/report/json.hpp"
#include "engine/report/points.hpp"
#include "engine/report/scores.hpp"

namespace kaoping::engine {

std::string_view veto_name(Veto veto) {
    static constexpr std::array<std::string_view, 5> names{"none", "possible", "unconfirmed", "in_force", "refused"};
    return names[static_cast<std::size_t>(veto)];
}

namespace {

void score(json::Line& to, const std::optional<Interval>& value, const GradeRange& grades) {
    if (value) {
        json::member(to, "score", *value);
    } else {
        json::key(to, "score");
        to.Null();
    }
    json::member_or_null(to, "grade_low", grades.low);
    json::member_or_null(to, "grade_high", grades.high);
}

void group_members(json::Line& to, const Scheme& scheme, const std::vector<std::string>& group) {
    for (std::size_t i = 0; i < group.size(); ++i) json::member_or_null(to, scheme.aggregate_by[i], group[i]);
}

void standard(json::Line& to, const dsl::Standard& of, const StandardTally& tally) {
    to.StartObject();
    json::member(to, "standard", of.full_id);
    json::member(to, "title", of.title);
    json::member(to, "applicable_cases", tally.applicable_cases);
    json::member(to, "defects", tally.defects);
    json::member(to, "lost", Interval{static_cast<std::int64_t>(tally.lost_low), static_cast<std::int64_t>(tally.lost_high)});
    to.EndObject();
}

void standards(json::Line& to, const dsl::Program& program, const std::vector<StandardTally>& tallies) {
    json::key(to, "standards");
    to.StartArray();
    for (std::size_t i = 0; i < tallies.size(); ++i) standard(to, program.standards[i], tallies[i]);
    to.EndArray();
}

/// One object per line: write(writer) fills it.
template <typename Write>
void append_object(std::string& out, bool& first, Write write) {
    rapidjson::StringBuffer buffer;
    json::Line to(buffer);
    to.StartObject();
    write(to);
    to.EndObject();
    out += first ? "\n" : ",\n";
    first = false;
    out.append(buffer.GetString(), buffer.GetSize());
}

}  // namespace

void ScoresJson::head(std::string& out) { out += "{\"format\":\"kaoping.scores/1\",\n\"cases\":["; }

void ScoresJson::add_case(std::string& out, const CaseLine& line) {
    append_object(out, first_, [&](json::Line& to) {
        json::member_or_null(to, "case", line.case_id);
        json::member_or_null(to, "unit", line.unit);
        json::member_or_null(to, "kind", line.kind);
        json::member(to, "file", line.file);
        score(to, line.score.score, grades_of(scheme_, line.score.score));
        json::member(to, "veto", veto_name(line.score.veto));
        json::member(to, "worst", verdict_name(line.worst));
        json::key(to, "conservative");
        to.Bool(line.score.conservative);
        json::key(to, "standards");
        to.StartArray();
        for (std::size_t i = 0; i < line.score.standards.size(); ++i) {
            const StandardScore& of = line.score.standards[i];
            if (!of.applicable && !of.maybe_applicable) continue;
            to.StartObject();
            json::member(to, "standard", program_.standards[i].full_id);
            json::key(to, "points");
            json::amount(to, of.points);
            json::member(to, "lost", of.lost);
            to.EndObject();
        }
        to.EndArray();
    });
}

void ScoresJson::end(std::string& out, const RunTotals& totals) {
    const Summary& sum = totals.summary;
    out += "\n],\n\"units\":[";
    bool first = true;
    for (const auto& [names, tally] : sum.groups) {
        append_object(out, first, [&](json::Line& to) {
            group_members(to, scheme_, names);
            json::member(to, "cases", tally.cases);
            json::member(to, "unscored", tally.unscored);
            json::member(to, "vetoes", tally.vetoes);
            json::member(to, "defects", tally.defects);
            score(to, tally.mean(), grades_of(scheme_, tally));
            const auto of_group = sum.group_standards.find(names);
            if (of_group != sum.group_standards.end()) standards(to, program_, of_group->second);
        });
    }
    out += "\n],\n\"standards\":[";
    first = true;
    for (std::size_t i = 0; i < sum.standards.size(); ++i) {
        rapidjson::StringBuffer buffer;
        json::Line to(buffer);
        standard(to, program_.standards[i], sum.standards[i]);
        out += first ? "\n" : ",\n";
        first = false;
        out.append(buffer.GetString(), buffer.GetSize());
    }
    out += "\n]}\n";
}

}  // namespace kaoping::engine
