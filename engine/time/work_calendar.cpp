// Working days: see legal_time.hpp.

#include <date/date.h>

#include <algorithm>

#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

namespace {

date::sys_days days_of(std::int64_t day) { return date::sys_days(date::days(static_cast<int>(day))); }

}  // namespace

WorkCalendar::WorkCalendar(const dsl::CalendarData& data) : name_(data.name) {
    if (data.years.empty()) return;
    first_year_ = data.years.begin()->first;
    years_.resize(static_cast<std::size_t>(data.years.rbegin()->first - first_year_ + 1));
    for (const auto& [number, year] : data.years) {
        const date::sys_days first = date::year(number) / 1 / 1;
        const date::sys_days next = date::year(number + 1) / 1 / 1;
        std::vector<bool> working;
        for (date::sys_days d = first; d < next; d += date::days(1)) {
            const std::int64_t day = d.time_since_epoch().count();
            const auto in = [day](const std::vector<std::int64_t>& list) { return std::binary_search(list.begin(), list.end(), day); };
            const unsigned weekday = date::weekday(d).iso_encoding();
            working.push_back(in(year.working) || (weekday <= 5 && !in(year.holidays)));
        }
        years_[static_cast<std::size_t>(number - first_year_)] = std::move(working);
    }
}

std::optional<bool> WorkCalendar::working(std::int64_t day) const {
    const date::year_month_day civil(days_of(day));
    const std::int64_t index = static_cast<int>(civil.year()) - first_year_;
    if (index < 0 || index >= static_cast<std::int64_t>(years_.size()) || !years_[static_cast<std::size_t>(index)]) return std::nullopt;
    const date::sys_days first = civil.year() / 1 / 1;
    return (*years_[static_cast<std::size_t>(index)])[static_cast<std::size_t>(day - first.time_since_epoch().count())];
}

}  // namespace kaoping::engine
