// Working days: see legal_time.hpp.

#include <algorithm>

#include "engine/time/civil.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

namespace {

std::vector<bool> working_days_of(int year, const dsl::CalendarData::Year& data) {
    const auto among = [](const std::vector<std::int64_t>& days, std::int64_t day) { return std::binary_search(days.begin(), days.end(), day); };
    std::vector<bool> working;
    const std::int64_t end = day_number(year + 1, 1, 1);
    for (std::int64_t day = day_number(year, 1, 1); day < end; ++day)
        working.push_back(among(data.working, day) || (weekday_of(day) <= 5 && !among(data.holidays, day)));
    return working;
}

}  // namespace

WorkCalendar::WorkCalendar(const dsl::CalendarData& data) : name_(data.name) {
    if (data.years.empty()) return;
    first_year_ = data.years.begin()->first;
    years_.resize(static_cast<std::size_t>(data.years.rbegin()->first - first_year_) + 1);
    for (const auto& [year, days] : data.years) years_[static_cast<std::size_t>(year - first_year_)] = working_days_of(year, days);
}

std::optional<bool> WorkCalendar::working(std::int64_t day) const {
    const std::int64_t year = civil_of(day).year;
    const std::int64_t index = year - first_year_;
    if (index < 0 || index >= static_cast<std::int64_t>(years_.size())) return std::nullopt;
    const auto& days = years_[static_cast<std::size_t>(index)];
    if (!days) return std::nullopt;
    return (*days)[static_cast<std::size_t>(day - day_number(year, 1, 1))];
}

}  // namespace kaoping::engine
