// Findings as JSON Lines: see findings_json.hpp.

#include "engine/report/findings_json.hpp"

#include <array>

#include "engine/report/json_line.hpp"

namespace kaoping::engine {

namespace {

using json::LineBuffer;

std::string_view fact_kind_name(FactKind kind) {
    static constexpr std::array<std::string_view, 6> names{"gap", "needed", "dangling", "calendar_year", "reversed_span", "fault"};
    return names[static_cast<std::size_t>(kind)];
}

/// A line or a column, null where it is not known.
void put_position(LineBuffer& to, std::uint32_t number) {
    if (number == 0) to.put("null");
    else to.count(number);
}

void put_place(LineBuffer& to, const FindingPlace& at) {
    put_position(to.put(R"({"file":)").text(at.file).put(R"(,"line":)"), at.line);
    put_position(to.put(R"(,"column":)"), at.column);
    to.put(R"(,"pointer":)").text(at.pointer).put("}");
}

void put_possible(LineBuffer& to, const Finding& finding) {
    std::vector<Verdict> possible;
    if (finding.verdict == Verdict::undetermined)
        for (const Verdict verdict : all_verdicts)
            if (holds(finding.possible, verdict)) possible.push_back(verdict);
    to.list(possible, [&](Verdict verdict) { to.text(verdict_name(verdict)); });
}

}  // namespace

FindingsJson::FindingsJson(const dsl::Program& program) {
    for (const dsl::Rule& rule : program.rules) {
        RuleParts& parts = rules_.emplace_back();
        line_.put(R"(,"kind":"rule","rule":)").text(rule.full_id);
        line_.put(R"(,"version":)").count(static_cast<std::uint64_t>(rule.version));
        line_.put(R"(,"subject":)").move_to(parts.until_subject);
        line_.put(R"(,"severity":)").text(dsl::severity_name(rule.severity)).put(R"(,"deduct":)").move_to(parts.until_amount);
        line_.put(R"(,"basis":)").list(rule.basis, [&](const dsl::Citation& citation) { line_.text(citation.text()); });
        line_.put(R"(,"at":)").move_to(parts.until_place);
    }
}

void FindingsJson::put_rule(const Finding& finding) {
    const RuleParts& parts = rules_[static_cast<std::size_t>(finding.rule)];
    line_.put(parts.until_subject).text(finding.subject);
    line_.put(R"(,"verdict":")").put(verdict_name(finding.verdict));
    put_possible(line_.put(R"(","possible":)"), finding);
    line_.put(parts.until_amount).interval(finding.deduct);
    line_.put(R"(,"message":)").text(finding.message);
    put_place(line_.put(parts.until_place), finding.at);
    line_.put(R"(,"shown":)").list(finding.shown, [&](const ShownText& shown) {
        line_.put(R"({"label":)").text(shown.label).put(R"(,"text":)").text(shown.text).put("}");
    });
    line_.put(R"(,"responsible":)").list(finding.responsible, [&](const std::string& name) { line_.text(name); });
    line_.put(R"(,"due":)").text_or_null(finding.due);
    line_.put(R"(,"overdue":)").text_or_null(finding.overdue);
    line_.put(R"(,"missing":)").list(finding.missing, [&](const Fact& fact) {
        line_.put(R"({"kind":)").text(fact_kind_name(fact.kind));
        line_.put(R"(,"where":)").text(fact.where).put(R"(,"text":)").text(fact.text).put("}");
    });
    line_.put(R"(,"reason":)").text_or_null(finding.reason);
    line_.put(R"(,"remedy":)").text(finding.remedy);
}

void FindingsJson::put(const Finding& finding) {
    line_.put(R"({"case":)").text_or_null(finding.case_id);
    if (finding.kind == FindingKind::rule) {
        put_rule(finding);
    } else {
        line_.put(finding.kind == FindingKind::data ? R"(,"kind":"data","code":)" : R"(,"kind":"input","code":)").text(finding.code);
        line_.put(R"(,"message":)").text(finding.message);
        put_place(line_.put(R"(,"at":)"), finding.at);
    }
    line_.put(R"(,"fingerprint":")").put(finding.fingerprint).put("\"}\n");
}

void FindingsJson::append(std::string& out, const Finding& finding) {
    put(finding);
    line_.move_to(out);
}

std::string_view FindingsJson::lines(const KeptList<Finding>& findings) {
    for (const Finding& finding : findings) put(finding);
    return line_.take();
}

}  // namespace kaoping::engine
