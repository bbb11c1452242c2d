#pragma once
// Citations against the registry of legal sources.

#include <optional>
#include <vector>

#include "dsl/check/checker.hpp"

namespace kaoping::dsl {

/// Resolves and verifies citations: source, article, paragraph, item, and that the source is in force over the period of what
/// cites it (nullopt: no period is stated, then the source must be in force today's way: without an end).
[[nodiscard]] std::vector<Citation> check_citations(Checker& checker, const PackInput& pack, std::span<const syntax::Citation> written,
                                                    const std::optional<DayRange>& period);

/// Reports short periods in plain days that a cited source counts as working days (semantics § 5, last paragraph).
void check_short_days(Checker& checker, const PackInput& pack, const Rule& rule, std::span<const syntax::Citation> written);

/// The days of a written range; reports ranges that end before they begin.
[[nodiscard]] DayRange check_range(Checker& checker, const syntax::DateRange& written);

}  // namespace kaoping::dsl
