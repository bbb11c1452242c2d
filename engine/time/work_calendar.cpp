// Working days: see legal_time.hpp.

#include <algorithm>

#include "engine/time/civil.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

WorkCalendar::WorkCalendar(const dsl::CalendarData& data) : name_(data.name) {
    if (data.years.empty()) return;
    first_day_ = day_number(data.years.begin()->first, 1, 1);
    days_.resize(static_cast<std::size_t>(day_number(data.years.rbegin()->first + 1, 1, 1) - first_day_), Day::unknown);
    const auto among = [](const std::vector<std::int64_t>& days, std::int64_t day) { return std::binary_search(days.begin(), days.end(), day); };
    for (const auto& [year, of] : data.years) {
        const std::int64_t end = day_number(year + 1, 1, 1);
        for (std::int64_t day = day_number(year, 1, 1); day < end; ++day) {
            const bool works = among(of.working, day) || (weekday_of(day) <= 5 && !among(of.holidays, day));
            days_[static_cast<std::size_t>(day - first_day_)] = works ? Day::working : Day::free;
        }
    }
}

}  // namespace kaoping::engine
