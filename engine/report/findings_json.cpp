// Findings as JSON Lines: see findings_json.hpp.

#include "engine/report/findings_json.hpp"

#include <array>

#include "engine/report/json_text.hpp"

namespace kaoping::engine {

namespace {

using json::append_count;
using json::append_interval;
using json::append_list;
using json::append_text;
using json::append_text_or_null;

std::string_view fact_kind_name(FactKind kind) {
    static constexpr std::array<std::string_view, 6> names{"gap", "needed", "dangling", "calendar_year", "reversed_span", "fault"};
    return names[static_cast<std::size_t>(kind)];
}

/// A line or a column, null where it is not known.
void append_position(std::string& out, std::uint32_t number) {
    if (number == 0) out += "null";
    else append_count(out, number);
}

void append_place(std::string& out, const FindingPlace& at) {
    append_text(out += R"({"file":)", at.file);
    append_position(out += R"(,"line":)", at.line);
    append_position(out += R"(,"column":)", at.column);
    append_text(out += R"(,"pointer":)", at.pointer);
    out += '}';
}

void append_possible(std::string& out, const Finding& finding) {
    out += '[';
    if (finding.verdict == Verdict::undetermined) {
        for (const Verdict verdict : all_verdicts)
            if (holds(finding.possible, verdict)) {
                if (out.back() != '[') out += ',';
                append_text(out, verdict_name(verdict));
            }
    }
    out += ']';
}

void append_shown(std::string& out, const ShownText& shown) {
    append_text(out += R"({"label":)", shown.label);
    append_text(out += R"(,"text":)", shown.text);
    out += '}';
}

void append_fact(std::string& out, const Fact& fact) {
    append_text(out += R"({"kind":)", fact_kind_name(fact.kind));
    append_text(out += R"(,"where":)", fact.where);
    append_text(out += R"(,"text":)", fact.text);
    out += '}';
}

}  // namespace

FindingsJson::FindingsJson(const dsl::Program& program) {
    for (const dsl::Rule& rule : program.rules) {
        RuleParts& parts = rules_.emplace_back();
        append_text(parts.until_subject = R"(,"kind":"rule","rule":)", rule.full_id);
        append_count(parts.until_subject += R"(,"version":)", static_cast<std::uint64_t>(rule.version));
        parts.until_subject += R"(,"subject":)";
        append_text(parts.until_amount = R"(,"severity":)", dsl::severity_name(rule.severity));
        parts.until_amount += R"(,"deduct":)";
        append_list(parts.until_place = R"(,"basis":)", rule.basis, [](std::string& out, const dsl::Citation& citation) { append_text(out, citation.text()); });
        parts.until_place += R"(,"at":)";
    }
}

void FindingsJson::append_rule(std::string& out, const Finding& finding) const {
    const RuleParts& parts = rules_[static_cast<std::size_t>(finding.rule)];
    append_text(out += parts.until_subject, finding.subject);
    append_text(out += R"(,"verdict":)", verdict_name(finding.verdict));
    append_possible(out += R"(,"possible":)", finding);
    append_interval(out += parts.until_amount, finding.deduct);
    append_text(out += R"(,"message":)", finding.message);
    append_place(out += parts.until_place, finding.at);
    append_list(out += R"(,"shown":)", finding.shown, append_shown);
    append_list(out += R"(,"responsible":)", finding.responsible, append_text);
    append_text_or_null(out += R"(,"due":)", finding.due);
    append_text_or_null(out += R"(,"overdue":)", finding.overdue);
    append_list(out += R"(,"missing":)", finding.missing, append_fact);
    append_text_or_null(out += R"(,"reason":)", finding.reason);
    append_text(out += R"(,"remedy":)", finding.remedy);
}

void FindingsJson::append(std::string& out, const Finding& finding) const {
    const std::size_t begin = out.size();
    append_text_or_null(out += R"({"case":)", finding.case_id);
    if (finding.kind == FindingKind::rule) {
        append_rule(out, finding);
    } else {
        append_text(out += finding.kind == FindingKind::data ? R"(,"kind":"data","code":)" : R"(,"kind":"input","code":)", finding.code);
        append_text(out += R"(,"message":)", finding.message);
        append_place(out += R"(,"at":)", finding.at);
    }
    append_text(out += R"(,"fingerprint":)", finding.fingerprint);
    out += '}';
    json::mend_utf8(out, begin);
    out += '\n';
}

}  // namespace kaoping::engine
