// Units of a scores.json: see scores_reader.hpp.

#include "engine/report/scores_reader.hpp"

#include <optional>

#include <fmt/format.h>
#include <simdjson.h>

#include "dsl/registry/scalar_text.hpp"

namespace kaoping::engine {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::string_view format_name = "kaoping.scores/1";

/// The exact decimal under a key; simdjson's own numbers are doubles.
std::int64_t exact(ondemand::object& object, std::string_view key) {
    const std::string_view token = object.find_field_unordered(key).raw_json_token();
    const auto number = dsl::parse_decimal(token.substr(0, token.find_last_not_of(" \t\r\n") + 1));
    if (!number) throw simdjson::simdjson_error(simdjson::NUMBER_ERROR);
    return *number;
}

std::optional<Interval> score_of(ondemand::value value) {
    if (value.is_null()) return std::nullopt;
    ondemand::object object = value.get_object();
    Interval out;
    out.low = exact(object, "low");
    out.high = exact(object, "high");
    return out;
}

/// One line of `units`: what the cases are grouped by comes first, as texts or null.
std::pair<std::string, GroupResult> group_of(ondemand::object object) {
    std::string unit;
    GroupResult group;
    std::uint64_t unscored = 0;
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        ondemand::value value = field.value();
        if (key == "cases") group.cases = value.get_uint64();
        else if (key == "unscored") unscored = value.get_uint64();
        else if (key == "vetoes") group.vetoes = value.get_uint64();
        else if (key == "score") group.score = score_of(value);
        else if (key == "unit" && !value.is_null()) unit = std::string_view(value.get_string());
        else if (key.substr(0, 6) != "grade_" && value.type() == ondemand::json_type::string)
            group.label += (group.label.empty() ? "" : ", ") + std::string(std::string_view(value.get_string()));
    }
    if (unscored > group.cases) throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
    group.scored = group.cases - unscored;
    return {unit, group};
}

}  // namespace

tl::expected<std::map<std::string, std::vector<GroupResult>>, std::string> read_unit_scores(std::string_view text) {
    std::map<std::string, std::vector<GroupResult>> out;
    try {
        const simdjson::padded_string padded(text);
        ondemand::parser parser;
        ondemand::document document = parser.iterate(padded);
        ondemand::object root = document.get_object();
        const std::string_view format = root.find_field_unordered("format").get_string();
        if (format != format_name) return tl::unexpected(fmt::format("its format is \"{}\", not \"{}\"", format, format_name));
        for (auto line : root.find_field_unordered("units").get_array()) {
            auto [unit, group] = group_of(line.get_object());
            out[unit].push_back(std::move(group));
        }
    } catch (const simdjson::simdjson_error& error) {
        return tl::unexpected(fmt::format("it is no whole scores.json: {}", error.what()));
    }
    return out;
}

}  // namespace kaoping::engine
