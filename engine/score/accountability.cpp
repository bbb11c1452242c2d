// Accountability as YAML: see accountability.hpp.

#include "engine/score/accountability.hpp"

#include <optional>
#include <utility>

#include "engine/score/scheme_values.hpp"

namespace kaoping::engine {

namespace {

constexpr std::array<std::pair<std::string_view, dsl::Severity>, 3> severity_words{
    {{"flaw", dsl::Severity::flaw}, {"fault", dsl::Severity::fault}, {"veto", dsl::Severity::veto}}};

}  // namespace

Accountability read_accountability(const dsl::YamlReader& reader, const SchemeValues& values, dsl::yaml::View value) {
    Accountability out;
    if (!values.mapping(value, "a mapping like {refer: [fault, veto]}")) return out;
    reader.check_keys(value, "`accountability`", value.span(), {{"refer"}, {"leader_joint_from"}, {"heavier_after_notice"}});
    if (value.find("refer")) out.refer = {};
    reader.each_item(value.find("refer"), "a list of severities like [fault, veto]", [&](dsl::yaml::View item) {
        std::optional<dsl::Severity> severity;
        values.choice(item, severity_words, severity);
        if (severity) out.refer[static_cast<std::size_t>(*severity)] = true;
    });
    if (const auto from = reader.integer(value.find("leader_joint_from"), 1)) out.leader_joint_from = *from;
    if (const auto heavier = reader.truth(value.find("heavier_after_notice"))) out.heavier_after_notice = *heavier;
    return out;
}

}  // namespace kaoping::engine
