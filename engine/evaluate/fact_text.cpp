// Wording of missing facts: see fact_text.hpp.

#include "engine/evaluate/fact_text.hpp"

#include <fmt/format.h>

namespace kaoping::engine {

namespace {

std::string place(const std::string& pointer) { return pointer.empty() ? "the case" : pointer; }

}  // namespace

Fact gap_fact(std::string pointer) {
    std::string text = fmt::format("{} is missing from the data or cannot be read", place(pointer));
    return {FactKind::gap, std::move(pointer), std::move(text)};
}
Fact needed_fact(std::string pointer) {
    std::string text = fmt::format("{} is needed to judge and is not recorded", place(pointer));
    return {FactKind::needed, std::move(pointer), std::move(text)};
}
Fact dangling_fact(std::string pointer) {
    std::string text = fmt::format("{} refers to no element, or to several", place(pointer));
    return {FactKind::dangling, std::move(pointer), std::move(text)};
}
Fact reversed_span_fact(std::string pointer) {
    std::string text = fmt::format("{} ends before it begins", place(pointer));
    return {FactKind::reversed_span, std::move(pointer), std::move(text)};
}
Fact parameter_fact(const std::string& name) { return {FactKind::gap, "parameter " + name, fmt::format("the parameter {} has no value on that date", name)}; }
Fact fault_fact(const std::string& what) { return {FactKind::fault, what, "the rule cannot be computed: " + what}; }
Fact time_fact(const TimeContext& context, const TimeError& error) {
    if (error.fault == TimeFault::out_of_range) return fault_fact("a deadline beyond the calendar");
    const std::string name = context.calendar ? context.calendar->name() : std::string();
    return {FactKind::calendar_year, fmt::format("calendar {} {}", name, error.year), fmt::format("calendar {} has no {}", name, error.year)};
}

}  // namespace kaoping::engine
