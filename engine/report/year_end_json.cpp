// The year of each unit as JSON: see year_end.hpp.

#include "engine/report/json.hpp"
#include "engine/report/year_end.hpp"

namespace kaoping::engine {

namespace {

void score_or_null(json::Pretty& to, const std::optional<Interval>& score) {
    if (score) return json::member(to, "score", *score);
    json::key(to, "score");
    to.Null();
}

void amount(json::Pretty& to, std::string_view name, std::int64_t millionths) {
    json::key(to, name);
    json::amount(to, millionths);
}

void evaluation(json::Pretty& to, const YearEnd& year, const EvaluationScore& score) {
    const EvaluationResult& result = year.results[score.evaluation];
    to.StartObject();
    json::member(to, "result", result.name);
    amount(to, "weight", result.weight);
    score_or_null(to, score.score);
    json::member_list(to, "groups", score.groups, [&](const GroupResult& group) {
        to.StartObject();
        json::member_or_null(to, "label", group.label);
        json::member(to, "cases", group.cases);
        json::member(to, "scored", group.scored);
        json::member(to, "vetoes", group.vetoes);
        score_or_null(to, group.score);
        to.EndObject();
    });
    to.EndObject();
}

void kind(json::Pretty& to, const YearEnd& year, const EvaluationKind& of, const KindScore& score) {
    to.StartObject();
    json::member(to, "kind", of.name);
    amount(to, "weight", of.weight);
    json::member(to, "missing", of.missing == MissingKind::zero ? "zero" : "redistribute");
    score_or_null(to, score.score);
    json::member_list(to, "evaluations", score.evaluations, [&](const EvaluationScore& one) { evaluation(to, year, one); });
    to.EndObject();
}

void unit(json::Pretty& to, const YearEnd& year, const YearScore& of) {
    to.StartObject();
    json::member_or_null(to, "unit", of.unit);
    score_or_null(to, of.score);
    json::member_or_null(to, "grade_low", of.grade_low);
    json::member_or_null(to, "grade_high", of.grade_high);
    amount(to, "bonus", of.bonus);
    json::member(to, "veto", veto_name(of.veto));
    json::member(to, "vetoes", of.vetoes);
    json::key(to, "kinds");
    to.StartArray();
    for (std::size_t i = 0; i < of.kinds.size(); ++i) kind(to, year, year.scheme.kinds[i], of.kinds[i]);
    to.EndArray();
    json::member_list(to, "derivation", derivation_of(year, of), [&](const std::string& step) { json::text(to, step); });
    to.EndObject();
}

}  // namespace

std::string year_end_json(const YearEnd& year) {
    rapidjson::StringBuffer buffer;
    json::Pretty to(buffer);
    to.SetIndent(' ', 2);
    to.StartObject();
    json::member(to, "format", "kaoping.year-end/1");
    json::key(to, "scheme");
    to.StartObject();
    json::member(to, "id", year.scheme.id);
    json::member(to, "hash", year.scheme.hash);
    to.EndObject();
    json::member_list(to, "units", year.units, [&](const YearScore& one) { unit(to, year, one); });
    to.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace kaoping::engine
