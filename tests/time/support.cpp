#include "tests/time/support.hpp"

namespace time_test {

namespace {

void add_days(std::vector<std::int64_t>& out, std::string_view first, std::string_view last_one) {
    for (std::int64_t d = day(first); d <= day(last_one); ++d) out.push_back(d);
}

}  // namespace

engine::Zone zone(const std::string& name) {
    auto found = engine::Zone::find(name);
    REQUIRE(found.has_value());
    return *found;
}

dsl::CalendarData china_2025() {
    dsl::CalendarData out;
    out.name = "CN";
    auto& year = out.years[2025];
    add_days(year.holidays, "2025-01-01", "2025-01-01");
    add_days(year.holidays, "2025-01-28", "2025-02-04");
    add_days(year.holidays, "2025-05-01", "2025-05-05");
    add_days(year.holidays, "2025-10-01", "2025-10-08");
    for (const char* made_up : {"2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"}) year.working.push_back(day(made_up));
    out.years[2026];
    return out;
}

const engine::TimeContext& china() {
    static const engine::TimeContext context{zone("Asia/Shanghai"), engine::WorkCalendar(china_2025())};
    return context;
}

engine::TimeContext without_calendar(const std::string& name) { return {zone(name), std::nullopt}; }

std::int64_t day(std::string_view text) {
    const auto parsed = engine::parse_date(text);
    REQUIRE_MESSAGE(parsed.has_value(), std::string(text));
    return *parsed;
}

std::int64_t at(std::string_view text) {
    const auto parsed = engine::parse_datetime(text, china().zone);
    REQUIRE_MESSAGE(parsed.has_value(), std::string(text));
    return *parsed;
}

engine::Moment moment(std::string_view text) {
    if (text.size() == 10) return {true, day(text)};
    return {false, at(text)};
}

engine::TimeSpan span(std::string_view from, std::string_view to) {
    if (to.empty()) return {moment(from), {}, true};
    return {moment(from), moment(to), false};
}

dsl::PeriodValue days(std::int64_t n, dsl::Rolling rolling) { return {n, dsl::Unit::day, rolling}; }
dsl::PeriodValue strict_days(std::int64_t n) { return days(n, dsl::Rolling::strict); }
dsl::PeriodValue strict_months(std::int64_t n) { return {n, dsl::Unit::month, dsl::Rolling::strict}; }
dsl::PeriodValue working_days(std::int64_t n) { return {n, dsl::Unit::working_day, dsl::Rolling::unstated}; }
dsl::PeriodValue hours(std::int64_t n) { return {n, dsl::Unit::hour, dsl::Rolling::unstated}; }

std::string last(dsl::PeriodValue period, std::string_view from, const std::vector<engine::TimeSpan>& spans, std::int32_t flags,
                 const engine::TimeContext& context) {
    const auto end = engine::deadline_after(context, period, moment(from), spans, flags);
    if (end) return engine::format_deadline(*end, context.zone);
    if (end.error().fault == engine::TimeFault::out_of_range) return "out of range";
    return "missing year " + std::to_string(end.error().year);
}

}  // namespace time_test
