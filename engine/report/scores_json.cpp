// scores.json: see scores.hpp.

#include <array>

#include "engine/report/scores.hpp"

namespace kaoping::engine {

std::string_view veto_name(Veto veto) {
    static constexpr std::array<std::string_view, 5> names{"none", "possible", "unconfirmed", "in_force", "refused"};
    return names[static_cast<std::size_t>(veto)];
}

ScoresJson::ScoresJson(const dsl::Program& program, const Scheme& scheme) : program_(program), scheme_(scheme) {
    for (const dsl::Standard& standard : program.standards)
        line_.put(R"({"standard":)").text(standard.full_id).put(R"(,"points":)").move_to(until_points_.emplace_back());
}

std::string_view ScoresJson::head() { return "{\"format\":\"kaoping.scores/1\",\n\"cases\":["; }

json::LineBuffer& ScoresJson::begin_object() {
    line_.put(first_ ? "\n" : ",\n");
    first_ = false;
    return line_;
}

void ScoresJson::put_score(const std::optional<Interval>& score, const GradeRange& grades) {
    line_.put(R"(,"score":)");
    if (score) line_.interval(*score);
    else line_.put("null");
    line_.put(R"(,"grade_low":)").text_or_null(grades.low);
    line_.put(R"(,"grade_high":)").text_or_null(grades.high);
}

void ScoresJson::put_case(const CaseLine& line) {
    begin_object().put(R"({"case":)").text_or_null(line.case_id);
    line_.put(R"(,"unit":)").text_or_null(line.unit);
    line_.put(R"(,"kind":)").text_or_null(line.kind);
    line_.put(R"(,"file":)").text(line.file);
    put_score(line.score.score, grades_of(scheme_, line.score.score));
    line_.put(R"(,"veto":")").put(veto_name(line.score.veto)).put(R"(","worst":")").put(verdict_name(line.worst));
    line_.put(line.score.conservative ? R"(","conservative":true,"standards":[)" : R"(","conservative":false,"standards":[)");
    bool first = true;
    for (std::size_t i = 0; i < line.score.standards.size(); ++i) {
        const StandardScore& of = line.score.standards[i];
        if (!of.applicable && !of.maybe_applicable) continue;
        if (!first) line_.put(",");
        first = false;
        line_.put(until_points_[i]).amount(of.points).put(R"(,"lost":)").interval(of.lost).put("}");
    }
    line_.put("]}");
}

std::string_view ScoresJson::cases(const KeptList<CaseLine>& lines) {
    for (const CaseLine& line : lines) put_case(line);
    return line_.take();
}

void ScoresJson::put_standard(const dsl::Standard& of, const StandardTally& tally) {
    line_.put(R"({"standard":)").text(of.full_id);
    line_.put(R"(,"title":)").text(of.title);
    line_.put(R"(,"applicable_cases":)").count(tally.applicable_cases);
    line_.put(R"(,"defects":)").count(tally.defects);
    line_.put(R"(,"lost":)").interval({static_cast<std::int64_t>(tally.lost_low), static_cast<std::int64_t>(tally.lost_high)}).put("}");
}

void ScoresJson::put_unit(const std::vector<std::string>& names, const ScoreTally& tally, const std::vector<StandardTally>& standards) {
    begin_object().put("{");
    for (std::size_t i = 0; i < names.size(); ++i) line_.text(scheme_.aggregate_by[i]).put(":").text_or_null(names[i]).put(",");
    line_.put(R"("cases":)").count(tally.cases);
    line_.put(R"(,"unscored":)").count(tally.unscored);
    line_.put(R"(,"vetoes":)").count(tally.vetoes);
    line_.put(R"(,"defects":)").count(tally.defects);
    put_score(tally.mean(), grades_of(scheme_, tally));
    auto standard = program_.standards.begin();
    line_.put(R"(,"standards":)").list(standards, [&](const StandardTally& one) { put_standard(*standard++, one); });
    line_.put("}");
}

std::string_view ScoresJson::end(const RunTotals& totals) {
    const Summary& sum = totals.summary;
    line_.put("\n],\n\"units\":[");
    first_ = true;
    for (const auto& [names, tally] : sum.groups) put_unit(names, tally, sum.group_standards.at(names));
    line_.put("\n],\n\"standards\":[");
    first_ = true;
    for (std::size_t i = 0; i < sum.standards.size(); ++i) {
        begin_object();
        put_standard(program_.standards[i], sum.standards[i]);
    }
    return line_.put("\n]}\n").take();
}

}  // namespace kaoping::engine
