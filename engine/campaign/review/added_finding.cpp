// Findings of people: see added_finding.hpp.

#include "engine/campaign/review/added_finding.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "dsl/diagnostic/suggest.hpp"
#include "dsl/source/hash.hpp"
#include "engine/report/json.hpp"

namespace kaoping::campaign {

namespace {

template <typename Things>
std::string unknown(const char* what, const std::string& id, const Things& things) {
    std::vector<std::string> known;
    for (const auto& thing : things) known.push_back(thing.full_id);
    const std::string near = dsl::nearest_name(id, known);
    return fmt::format("the packs of the campaign have no {} `{}`{}", what, id,
                       near.empty() ? "; write its full id" : fmt::format("; did you mean `{}`?", near));
}

/// All keys of a finding of a rule, in their order; what does not apply is null or an empty list.
std::string finding_line(const AddedFinding& added, std::int64_t id) {
    using namespace engine;
    rapidjson::StringBuffer buffer;
    json::Line to(buffer);
    dsl::TextHash fingerprint;
    for (const std::string& part : {added.case_id, added.standard, added.message, std::to_string(id)}) fingerprint.add_part(part);
    const auto empty_list = [&](const char* name) {
        json::key(to, name);
        to.StartArray();
        to.EndArray();
    };
    to.StartObject();
    json::member(to, "case", added.case_id);
    json::member(to, "kind", "manual");
    json::member_or_null(to, "rule", added.rule);
    json::key(to, "version");
    to.Null();
    json::member(to, "subject", "");
    json::member(to, "verdict", verdict_name(Verdict::defect));
    empty_list("possible");
    json::member(to, "severity", added.severity);
    json::member(to, "deduct", Interval{added.amount, added.amount});
    json::member(to, "message", added.message);
    empty_list("basis");
    json::key(to, "at");
    to.StartObject();
    json::member(to, "file", added.file);
    for (const char* name : {"line", "column"}) {
        json::key(to, name);
        to.Null();
    }
    json::member(to, "pointer", "");
    to.EndObject();
    for (const char* name : {"shown", "responsible"}) empty_list(name);
    for (const char* name : {"due", "overdue"}) json::member_or_null(to, name, "");
    empty_list("missing");
    json::member_or_null(to, "reason", "");
    json::member(to, "remedy", "");
    json::member(to, "fingerprint", fingerprint.hex());
    to.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

std::string problem_of(const AddedFinding& added, const CaseRescorer& rescorer) {
    if (rescorer.standard(added.standard) < 0) return unknown("standard", added.standard, rescorer.rules().standards);
    const auto& rules = rescorer.program().rules;
    if (!added.rule.empty() && std::none_of(rules.begin(), rules.end(), [&](const dsl::Rule& rule) { return rule.full_id == added.rule; }))
        return unknown("rule", added.rule, rules);
    if (added.severity != "flaw" && added.severity != "fault" && added.severity != "veto")
        return fmt::format("`{}` is no severity; write flaw, fault or veto", added.severity);
    return {};
}

std::int64_t insert_added(SQLite::Database& database, const AddedFinding& added) {
    const std::int64_t id = number_of(database, "select coalesce(max(id), 0) + 1 from finding");
    execute(database, "insert into finding values (?, ?, ?, 'manual', ?, ?, 'defect', ?, ?, ?)", id, added.run, added.case_id, added.rule, added.severity,
            added.amount, added.amount, finding_line(added, id));
    execute(database, "insert into finding_basis select ?, ?, -1, '', '', ?, ?, day from run_day where run = ?", id, added.standard, added.amount, added.amount,
            added.run);
    return id;
}

}  // namespace kaoping::campaign
