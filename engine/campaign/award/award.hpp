#pragma once
// What people enter for a unit beside its cases: bonus points with their basis, values of the scheme's indicators.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/campaign/campaign.hpp"

namespace kaoping::campaign {

struct Bonus {
    std::string unit;
    std::int64_t points = 0;  ///< millionths, > 0
    std::string basis;        ///< what it is granted for
    std::int64_t event = 0;   ///< the number that people name it by
};
/// Its number. Throws RegisterError if the scheme grants no bonus, the basis is empty, or the campaign is closed.
std::int64_t grant_bonus(Register& file, const Campaign& campaign, const engine::Scheme& scheme, const Bonus& bonus, const Who& who);
/// Takes a bonus back; both entries are kept. Throws RegisterError if there is none of that number, or no longer.
void withdraw_bonus(Register& file, const Campaign& campaign, std::int64_t bonus, const Who& who);

struct IndicatorValue {
    std::string unit, indicator;
    std::int64_t value = 0;   ///< millionths, ≥ 0
    std::string basis;        ///< where it was taken from
};
/// Throws RegisterError if the scheme has no such indicator, the basis is empty, or the campaign is closed. Of several entries
/// of a unit and indicator the last counts.
void enter_indicator(Register& file, const Campaign& campaign, const engine::Scheme& scheme, const IndicatorValue& value, const Who& who);

/// What stands, by unit, then number.
[[nodiscard]] std::vector<Bonus> standing_bonus(Register& file, const Campaign& campaign);
/// By unit, then indicator.
[[nodiscard]] std::vector<IndicatorValue> standing_indicators(Register& file, const Campaign& campaign);

}  // namespace kaoping::campaign
