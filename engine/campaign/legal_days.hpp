#pragma once
// Days of time limits, in the zone and by the calendar of the packs.

#include <cstdint>
#include <string>

#include "engine/score/objection_terms.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::campaign {

/// The last day "2026-10-12" of a limit that begins to run on a day; that day is not counted, and a period that would end on a day off
/// ends on the next working day (as legal periods do). Throws RegisterError if the calendar of the packs lacks the year.
[[nodiscard]] std::string last_day(const engine::TimeContext& time, const engine::TimeLimit& limit, const std::string& from);

[[nodiscard]] std::string today(const engine::TimeContext& time);
/// The local day of "2026-10-02T01:20:05Z".
[[nodiscard]] std::string local_day(const engine::TimeContext& time, const std::string& utc);
/// `given` or, if it is empty, today. Throws RegisterError if it is no day or lies ahead.
[[nodiscard]] std::string past_day(const engine::TimeContext& time, const char* what, const std::string& given);

}  // namespace kaoping::campaign
