// Findings as JSON Lines: see findings_json.hpp.

#include "engine/report/findings_json.hpp"

#include <array>

#include "engine/report/json.hpp"

namespace kaoping::engine {

namespace {

std::string_view fact_kind_name(FactKind kind) {
    static constexpr std::array<std::string_view, 6> names{"gap", "needed", "dangling", "calendar_year", "reversed_span", "fault"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace

struct FindingsJson::Impl {
    const dsl::Program& program;
    std::vector<std::vector<std::string>> basis;  ///< by rule: its citations
    rapidjson::StringBuffer buffer;

    void of_rule(json::Line& to, const Finding& finding);
    void place(json::Line& to, const FindingPlace& at);
};

FindingsJson::FindingsJson(const dsl::Program& program) : impl_(new Impl{program, {}, {}}) {
    for (const dsl::Rule& rule : program.rules) {
        std::vector<std::string>& texts = impl_->basis.emplace_back();
        for (const dsl::Citation& citation : rule.basis) texts.push_back(citation.text());
    }
}
FindingsJson::~FindingsJson() = default;

void FindingsJson::Impl::place(json::Line& to, const FindingPlace& at) {
    json::key(to, "at");
    to.StartObject();
    json::member(to, "file", at.file);
    for (const auto& [name, number] : {std::pair{"line", at.line}, std::pair{"column", at.column}}) {
        json::key(to, name);
        if (number == 0) to.Null();
        else to.Uint(number);
    }
    json::member(to, "pointer", at.pointer);
    to.EndObject();
}

void FindingsJson::Impl::of_rule(json::Line& to, const Finding& finding) {
    const dsl::Rule& rule = program.rules[static_cast<std::size_t>(finding.rule)];
    const auto strings = [&](std::string_view name, const auto& items) {
        json::member_list(to, name, items, [&](const auto& item) { json::text(to, item); });
    };
    json::member(to, "rule", rule.full_id);
    json::member(to, "version", static_cast<std::uint64_t>(rule.version));
    json::member(to, "subject", finding.subject);
    json::member(to, "verdict", verdict_name(finding.verdict));
    json::key(to, "possible");
    to.StartArray();
    for (const Verdict verdict : all_verdicts)
        if (finding.verdict == Verdict::undetermined && holds(finding.possible, verdict)) json::text(to, verdict_name(verdict));
    to.EndArray();
    json::member(to, "severity", dsl::severity_name(rule.severity));
    json::member(to, "deduct", finding.deduct);
    json::member(to, "message", finding.message);
    strings("basis", basis[static_cast<std::size_t>(finding.rule)]);
    place(to, finding.at);
    json::member_list(to, "shown", finding.shown, [&](const ShownText& shown) {
        to.StartObject();
        json::member(to, "label", shown.label);
        json::member(to, "text", shown.text);
        to.EndObject();
    });
    strings("responsible", finding.responsible);
    json::member_or_null(to, "due", finding.due);
    json::member_or_null(to, "overdue", finding.overdue);
    json::member_list(to, "missing", finding.missing, [&](const Fact& fact) {
        to.StartObject();
        json::member(to, "kind", fact_kind_name(fact.kind));
        json::member(to, "where", fact.where);
        json::member(to, "text", fact.text);
        to.EndObject();
    });
    json::member_or_null(to, "reason", finding.reason);
    json::member(to, "remedy", finding.remedy);
}

void FindingsJson::append(std::string& out, const Finding& finding) {
    static constexpr std::array<std::string_view, 3> kinds{"rule", "data", "input"};
    impl_->buffer.Clear();
    json::Line to(impl_->buffer);
    to.StartObject();
    json::member_or_null(to, "case", finding.case_id);
    json::member(to, "kind", kinds[static_cast<std::size_t>(finding.kind)]);
    if (finding.kind == FindingKind::rule) {
        impl_->of_rule(to, finding);
    } else {
        json::member(to, "code", finding.code);
        json::member(to, "message", finding.message);
        impl_->place(to, finding.at);
    }
    json::member(to, "fingerprint", finding.fingerprint);
    to.EndObject();
    out.append(impl_->buffer.GetString(), impl_->buffer.GetSize());
    out += '\n';
}

}  // namespace kaoping::engine
