// The public result as JSON: see public_result.hpp.

#include "engine/campaign/publish/public_result.hpp"
#include "engine/report/json.hpp"

namespace kaoping::campaign {

namespace {

using engine::json::key;
using engine::json::member;
using engine::json::member_list;
using Writer = engine::json::Pretty;

void count(Writer& to, std::string_view name, const PublicCount& value) {
    if (value) return member(to, name, static_cast<std::uint64_t>(*value));
    key(to, name);
    to.Null();
}

void unit(Writer& to, const PublicUnit& one) {
    to.StartObject();
    member(to, "unit", one.name);
    count(to, "cases", one.cases);
    count(to, "drawn", one.drawn);
    count(to, "defects", one.defects);
    if (one.score) member(to, "score", *one.score);
    else engine::json::member_or_null(to, "score", "");
    key(to, "sampling_margin");
    if (one.margin) to.Double(*one.margin);
    else to.Null();
    engine::json::member_or_null(to, "grade_low", one.grade_low);
    engine::json::member_or_null(to, "grade_high", one.grade_high);
    to.EndObject();
}

}  // namespace

std::string public_json(const PublicResult& result) {
    rapidjson::StringBuffer buffer;
    Writer to(buffer);
    to.SetIndent(' ', 2);
    to.SetMaxDecimalPlaces(6);
    to.StartObject();
    member(to, "format", "kaoping.public/1");
    member(to, "title", result.title);
    member(to, "from", result.period_from);
    member(to, "until", result.period_until);
    key(to, "confidence");
    to.Double(result.confidence);
    count(to, "cases", result.cases);
    count(to, "drawn", result.drawn);
    count(to, "defects", result.defects);
    member_list(to, "units", result.units, [&](const PublicUnit& one) { unit(to, one); });
    member_list(to, "rules", result.rules, [&](const PublicRule& one) {
        to.StartObject();
        member(to, "standard", one.standard);
        member(to, "rule", one.title);
        member(to, "severity", one.severity);
        count(to, "cases", one.cases);
        to.EndObject();
    });
    to.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace kaoping::campaign
