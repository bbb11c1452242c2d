#pragma once
// A draw for people: a text for the terminal, and the sample as CSV.

#include <string>

#include "engine/campaign/sample/draw.hpp"

namespace kaoping::campaign {

/// Head and strata: cases, drawn, inclusion probability, and risk factors if the draw was weighted by risk.
[[nodiscard]] std::string draw_text(const Campaign& campaign, const Draw& draw);

/// position case unit kind officer file stratum_cases stratum_drawn inclusion_probability drawn_before; with a byte order mark.
/// The probability is exact as stratum_drawn ÷ stratum_cases, and rounded to nine digits as a decimal.
[[nodiscard]] std::string sample_csv_head();
[[nodiscard]] std::string sample_csv_row(std::int64_t position, const SampledCase& sampled);

}  // namespace kaoping::campaign
