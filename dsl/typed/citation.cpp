// Citations and severities as text: see program.hpp.

#include <array>

#include <fmt/format.h>

#include "dsl/typed/program.hpp"

namespace kaoping::dsl {

std::string Citation::text() const {
    std::string out = fmt::format("{} art {}", source, article);
    if (paragraph != 0) out += fmt::format("({})", paragraph);
    if (item != 0) out += fmt::format(".{}", item);
    return out;
}

std::string Rule::basis_text() const {
    std::string out;
    for (const Citation& citation : basis) out += (out.empty() ? "" : ", ") + citation.text();
    return out;
}

std::string_view severity_name(Severity severity) {
    static constexpr std::array<std::string_view, 3> names{"flaw", "fault", "veto"};
    return names[static_cast<std::size_t>(severity)];
}

std::set<std::string> Program::cited_sources() const {
    std::set<std::string> out;
    const auto add = [&](const std::vector<Citation>& basis) {
        for (const Citation& citation : basis) out.insert(citation.source);
    };
    for (const Rule& rule : rules) add(rule.basis);
    for (const Parameter& parameter : parameters)
        for (const Parameter::Entry& entry : parameter.entries) add(entry.basis);
    return out;
}

}  // namespace kaoping::dsl
