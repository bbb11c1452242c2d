// Calendars: see calendar_file.hpp.

#include "dsl/registry/calendar_file.hpp"

#include <fmt/format.h>

#include <map>

#include "dsl/registry/civil_date.hpp"
#include "dsl/registry/yaml_reader.hpp"

namespace kaoping::dsl {

namespace {

/// Days with the places where they are written.
using Days = std::map<std::int64_t, Span>;

/// `2025-01-01`, or `2025-01-28 to 2025-02-04`: first and last day.
std::optional<DayRange> read_days(const YamlReader& reader, yaml::View value) {
    const std::string separator = " to ";
    if (!value.is_scalar()) {
        reader.wrong_shape(value, "a day, or two days with `to` between them");
        return std::nullopt;
    }
    const std::size_t middle = value.text().find(separator);
    const bool single = middle == std::string::npos;
    const auto first = parse_day(single ? value.text() : value.text().substr(0, middle));
    const auto last = single ? first : parse_day(value.text().substr(middle + separator.size()));
    if (first && last && *first <= *last) return DayRange{first, last};
    reader.error("K0508", value.span(), fmt::format("`{}` is no day of the calendar and no range of days", value.text()),
                 "write 2025-01-01, or 2025-01-28 to 2025-02-04");
    return std::nullopt;
}

void read_list(const YamlReader& reader, yaml::View list, int year, Days& days) {
    reader.each_item(list, "a list of days", [&](yaml::View item) {
        const auto range = read_days(reader, item);
        if (!range) return;
        if (year_of(*range->from) != year || year_of(*range->until) != year)
            return reader.error("K0510", item.span(), fmt::format("`{}` is not in the year {}", item.text(), year), "put it under its own year");
        for (std::int64_t day = *range->from; day <= *range->until; ++day) days.emplace(day, item.span());
    });
}

std::vector<std::int64_t> without_places(const Days& days) {
    std::vector<std::int64_t> out;
    for (const auto& [day, place] : days) out.push_back(day);
    return out;
}

/// 1970-01-01 was a Thursday.
bool is_weekend(std::int64_t day) { return ((day + 3) % 7 + 7) % 7 >= 5; }

CalendarData::Year read_year(const YamlReader& reader, yaml::View key, yaml::View value, int number) {
    CalendarData::Year year;
    if (!value.is_mapping()) {
        reader.wrong_shape(value.is_null() ? key : value, "the holidays and working days of the year");
        return year;
    }
    reader.check_keys(value, fmt::format("the year {}", number), key.span(), {{"holidays", true}, {"working"}});
    Days holidays, working;
    read_list(reader, value.find("holidays"), number, holidays);
    read_list(reader, value.find("working"), number, working);
    for (const auto& [day, place] : working) {
        if (holidays.count(day) != 0)
            reader.error("K0511", place, fmt::format("{} is both a holiday and a working day", day_text(day)), "take it out of one of the lists");
        else if (!is_weekend(day))
            reader.error("K0511", place, fmt::format("{} is no make-up day: it is not on a weekend", day_text(day)), "leave it out: it is a working day anyway");
    }
    year.holidays = without_places(holidays);
    year.working = without_places(working);
    return year;
}

}  // namespace

CalendarData read_calendar(const SourceMap& map, FileId file, std::string name, Diagnostics& out) {
    CalendarData calendar;
    calendar.name = std::move(name);
    const YamlReader reader(map, file, out);
    const yaml::View root = reader.root_mapping("a calendar with `years`");
    if (!root) return calendar;
    reader.check_keys(root, "a calendar", {file, 0, 0}, {{"years", true}, {"title"}});
    reader.each_entry(root.find("years"), "years with their holidays", [&](yaml::View key, yaml::View value) {
        const auto number = reader.integer(key, 1);
        if (number && *number <= 9999) calendar.years.emplace(static_cast<int>(*number), read_year(reader, key, value, static_cast<int>(*number)));
    });
    return calendar;
}

}  // namespace kaoping::dsl
