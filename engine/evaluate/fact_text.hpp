#pragma once
// Facts that were missing, in one wording. Shared by both evaluators.

#include <string>

#include "engine/result/verdict.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

[[nodiscard]] Fact gap_fact(std::string pointer);
[[nodiscard]] Fact needed_fact(std::string pointer);
[[nodiscard]] Fact dangling_fact(std::string pointer);
[[nodiscard]] Fact reversed_span_fact(std::string pointer);
/// No value of a dated parameter holds on the date.
[[nodiscard]] Fact parameter_fact(const std::string& name);
/// `what`: "overflow", "division by zero", "a computed period that is no whole number", "too many pairs".
[[nodiscard]] Fact fault_fact(const std::string& what);
[[nodiscard]] Fact time_fact(const TimeContext& context, const TimeError& error);

}  // namespace kaoping::engine
