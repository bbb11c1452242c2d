// One diagnostic per mistake in a YAML file: see yaml_reader.hpp.

#include "dsl/registry/yaml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "dsl/diagnostic/suggest.hpp"
#include "dsl/registry/civil_date.hpp"
#include "dsl/registry/yaml_scalar.hpp"

namespace kaoping::dsl {

namespace {

const char* code_of(yaml::ProblemKind kind) {
    switch (kind) {
        case yaml::ProblemKind::syntax: return "K0502";
        case yaml::ProblemKind::encoding: return "K0503";
        case yaml::ProblemKind::duplicate_key: return "K0504";
        case yaml::ProblemKind::depth: return "K0730";
        case yaml::ProblemKind::size: return "K0731";
        case yaml::ProblemKind::aliases: return "K0732";
    }
    return "K0502";
}

const char* help_for(yaml::ProblemKind kind) {
    switch (kind) {
        case yaml::ProblemKind::syntax: return "";
        case yaml::ProblemKind::encoding: return "save the file as UTF-8";
        case yaml::ProblemKind::duplicate_key: return "remove one of them, or join what they say";
        case yaml::ProblemKind::depth: return "no file of a pack needs so many levels";
        case yaml::ProblemKind::size: return "divide the file";
        case yaml::ProblemKind::aliases: return "write the values out instead of repeating them by aliases";
    }
    return "";
}

std::string shape_name(yaml::View value) {
    switch (value.kind()) {
        case yaml::NodeKind::null: return "nothing";
        case yaml::NodeKind::scalar: return value.node().plain ? "`" + value.text() + "`" : "a text";
        case yaml::NodeKind::sequence: return "a list";
        case yaml::NodeKind::mapping: return "a mapping";
    }
    return "something else";
}

bool given(yaml::View value) { return value && !value.is_null(); }

}  // namespace

void report_problems(const yaml::Document& document, Diagnostics& out) {
    for (const yaml::Problem& problem : document.problems) {
        Diagnostic one{code_of(problem.kind), DiagnosticLevel::error, problem.span, problem.message, {}, help_for(problem.kind)};
        if (problem.other.valid()) one.labels.push_back({problem.other, "first here"});
        out.push_back(std::move(one));
    }
}

YamlReader::YamlReader(const SourceMap& map, FileId file, Diagnostics& out, const yaml::Limits& limits)
    : map_(map), file_(file), out_(out), document_(yaml::read(map.file(file).text(), file, limits)) {
    report_problems(document_, out_);
}

yaml::View YamlReader::root_mapping(std::string_view what) const {
    const yaml::View root = document_.view();
    if (root && root.is_mapping()) return root;
    if (root) wrong_shape(root, what);
    else if (document_.readable()) error("K0507", {file_, 0, 0}, fmt::format("the file is empty; expected {}", what));
    return {};
}

void YamlReader::check_keys(yaml::View mapping, std::string_view owner, Span place, const std::vector<KeyRule>& keys) const {
    for (std::size_t i = 0; i < mapping.size(); ++i) {
        const std::string& name = mapping.key(i).text();
        if (std::any_of(keys.begin(), keys.end(), [&](const KeyRule& key) { return key.name == name; })) continue;
        std::vector<std::string> names;
        for (const KeyRule& key : keys) names.push_back(key.name);
        const std::string near = nearest_name(name, names);
        error("K0505", mapping.key(i).span(), fmt::format("{} has no key `{}`", owner, name),
              near.empty() ? fmt::format("the keys are {}", fmt::join(names, ", ")) : fmt::format("did you mean `{}`?", near));
    }
    for (const KeyRule& key : keys)
        if (key.required && !given(mapping.find(key.name))) error("K0506", place, fmt::format("{} lacks the key `{}`", owner, key.name), fmt::format("add `{}:` with its value", key.name));
}

std::optional<LocatedText> YamlReader::text(yaml::View value) const {
    if (!given(value)) return std::nullopt;
    if (value.is_scalar()) return LocatedText{value.text(), inner(value)};
    wrong_shape(value, "a text");
    return std::nullopt;
}

std::string YamlReader::text_or_empty(yaml::View value) const {
    const auto found = text(value);
    return found ? found->text : std::string();
}

std::optional<std::int64_t> YamlReader::day(yaml::View value) const {
    if (!given(value)) return std::nullopt;
    if (!value.is_scalar()) {
        wrong_shape(value, "a day");
        return std::nullopt;
    }
    const auto found = parse_day(value.text());
    if (!found) error("K0508", value.span(), fmt::format("`{}` is no day of the calendar", value.text()), "write year-month-day: 2026-01-31");
    return found;
}

std::optional<std::int64_t> YamlReader::integer(yaml::View value, std::int64_t least) const {
    if (!given(value)) return std::nullopt;
    std::int64_t number = 0;
    if (value.is_scalar() && value.node().plain) {
        const std::string& digits = value.text();
        const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (failure == std::errc() && end == digits.data() + digits.size() && number >= least) return number;
    }
    wrong_shape(value, fmt::format("a whole number not below {}", least));
    return std::nullopt;
}

std::optional<bool> YamlReader::truth(yaml::View value) const {
    if (!given(value)) return std::nullopt;
    if (value.is_scalar() && value.node().plain && (value.text() == "true" || value.text() == "false")) return value.text() == "true";
    wrong_shape(value, "`true` or `false`");
    return std::nullopt;
}

void YamlReader::each_item(yaml::View value, std::string_view what, const std::function<void(yaml::View)>& use) const {
    if (!given(value)) return;
    if (!value.is_sequence()) return wrong_shape(value, what);
    for (std::size_t i = 0; i < value.size(); ++i) use(value.at(i));
}

void YamlReader::each_entry(yaml::View value, std::string_view what,
                            const std::function<void(yaml::View, yaml::View)>& use) const {
    if (!given(value)) return;
    if (!value.is_mapping()) return wrong_shape(value, what);
    for (std::size_t i = 0; i < value.size(); ++i) use(value.key(i), value.value(i));
}

void YamlReader::error(std::string code, Span span, std::string message, std::string help) const {
    out_.push_back({std::move(code), DiagnosticLevel::error, span, std::move(message), {}, std::move(help)});
}

void YamlReader::wrong_shape(yaml::View value, std::string_view expected) const {
    error("K0507", value.span(), fmt::format("expected {}, found {}", expected, shape_name(value)));
}

Span YamlReader::inner(yaml::View scalar) const {
    const Span span = scalar.span();
    const yaml::Extent inside = yaml::inner_extent(map_.file(file_).text(), {span.begin, span.end});
    return {span.file, static_cast<std::uint32_t>(inside.begin), static_cast<std::uint32_t>(inside.end)};
}

}  // namespace kaoping::dsl
