// Periods of the statutes. Each test names the article that it encodes; the texts stand in ../shared/domain/statutes.

#include "tests/time/support.hpp"

using namespace time_test;

TEST_CASE("CPL art 105(2): the day on which a period begins is not counted") {
    CHECK(last(strict_days(30), "2025-03-03") == "2025-04-02");
    CHECK(last(strict_days(0), "2025-03-03") == "2025-03-03");
    CHECK(last(strict_days(1), "2025-03-03T23:59:59.999999") == "2025-03-04");
    CHECK(last(strict_days(1), "2025-03-04T00:00:00") == "2025-03-05");
}

TEST_CASE("CPL art 105(4): a period that ends on a holiday ends on the first day after it; custody ends on its day") {
    CHECK(last(days(3), "2025-09-28") == "2025-10-09");
    CHECK(last(strict_days(3), "2025-09-28") == "2025-10-01");
    CHECK(last(days(3, dsl::Rolling::unstated), "2025-09-28") == "2025-10-09");
    SUBCASE("a made-up weekend day is no holiday") {
        CHECK(last(days(2), "2025-09-25") == "2025-09-28");
        CHECK(last(days(16), "2025-09-25") == "2025-10-11");
    }
    SUBCASE("without a calendar nothing rolls") {
        CHECK(last(days(3), "2025-09-28", {}, dsl::count_plain, without_calendar()) == "2025-10-01");
    }
}

TEST_CASE("ADM art 35: days end at midnight, both bounds included (P25 art 143)") {
    const auto end = *engine::deadline_after(china(), strict_days(3), moment("2025-09-28"), {}, dsl::count_plain);
    CHECK(engine::in_time(china(), moment("2025-10-01T23:59:59.999999"), end));
    CHECK_FALSE(engine::in_time(china(), moment("2025-10-02T00:00:00"), end));
    CHECK(engine::in_time(china(), moment("2025-10-01"), end));
    CHECK_FALSE(engine::in_time(china(), moment("2025-10-02"), end));
    CHECK(engine::overdue_text(*engine::overdue(china(), moment("2025-10-02T00:00:00"), end)) == "1 d");
    CHECK_FALSE(engine::overdue(china(), moment("2025-10-01T12:00:00"), end).has_value());
}

TEST_CASE("CPL art 85(2): 24 hours are elapsed time, the last moment included") {
    const auto end = *engine::deadline_after(china(), hours(24), moment("2025-03-03T10:20:00"), {}, dsl::count_plain);
    CHECK(engine::in_time(china(), moment("2025-03-04T10:20:00"), end));
    CHECK_FALSE(engine::in_time(china(), moment("2025-03-04T10:20:00.000001"), end));
    CHECK(engine::overdue_text(*engine::overdue(china(), moment("2025-03-04T10:20:00.000001"), end)) == "0.000001 s");
    CHECK(engine::overdue_text(*engine::overdue(china(), moment("2025-03-04T12:25:00"), end)) == "2 h 5 min");
}

TEST_CASE("CPL art 105(2), other reading: the starting hour is not counted") {
    const std::int32_t full = dsl::hours_next_full;
    CHECK(last(hours(24), "2025-03-03T10:20:00", {}, full) == "2025-03-04T11:00:00+08:00");
    CHECK(last(hours(12), "2025-03-03T10:59:59.999999", {}, full) == "2025-03-03T23:00:00+08:00");
    CHECK(last(hours(24), "2025-03-03T10:00:00", {}, full) == "2025-03-04T11:00:00+08:00");
    CHECK(last({30, dsl::Unit::minute}, "2025-03-03T10:20:00", {}, full) == "2025-03-03T10:50:00+08:00");
    CHECK(last(strict_days(1), "2025-03-03T10:20:00", {}, full) == "2025-03-04");
    SUBCASE("full hours are those of the local clock") {
        const auto delhi = without_calendar("Asia/Kolkata");
        CHECK(last(hours(1), "2025-03-03T10:20:00+05:30", {}, full, delhi) == "2025-03-03T12:00:00+05:30");
    }
}

TEST_CASE("CPL art 156: months end on the same day number, or on the month's last day") {
    CHECK(last(strict_months(1), "2025-01-31") == "2025-02-28");
    CHECK(last(strict_months(1), "2025-02-28") == "2025-03-28");
    CHECK(last(strict_months(2), "2025-01-31") == "2025-03-31");
    CHECK(last(strict_months(1), "2025-02-28", {}, dsl::month_end_sticky) == "2025-03-31");
    CHECK(last(strict_months(1), "2024-01-30", {}, dsl::month_end_sticky) == "2024-02-29");
    CHECK(last({1, dsl::Unit::year, dsl::Rolling::strict}, "2024-02-29") == "2025-02-28");
}

TEST_CASE("APL art 85, ACL art 69: working days") {
    CHECK(last(working_days(7), "2025-09-26") == "2025-10-13");
    CHECK(last(working_days(1), "2025-09-27") == "2025-09-28");
    CHECK(last(working_days(0), "2025-10-01") == "2025-10-01");
    CHECK(last(working_days(2), "2025-12-30") == "2026-01-01");
    CHECK(last(working_days(300), "2026-06-01") == "missing year 2027");
}

TEST_CASE("CPL art 149: time that does not count") {
    CHECK(last(strict_days(30), "2025-03-03", {span("2025-03-10", "2025-03-20")}) == "2025-04-12");
    CHECK(last(strict_days(30), "2025-03-03", {span("2025-03-15", "2025-03-25"), span("2025-03-10", "2025-03-20")}) == "2025-04-17");
    CHECK(last(strict_days(30), "2025-03-03", {span("2025-04-01", "2025-04-11")}) == "2025-04-12");
    CHECK(last(strict_days(30), "2025-03-03", {span("2025-04-02", "2025-04-11")}) == "2025-04-02");
    CHECK(last(strict_days(30), "2025-03-03", {span("2025-02-01", "2025-03-05")}) == "2025-04-04");
    CHECK(last(working_days(3), "2025-03-03", {span("2025-03-03", "2025-03-05")}) == "2025-03-10");
    SUBCASE("hours: the start of a span counts out, its end does not") {
        CHECK(last(hours(24), "2025-03-03T10:00:00", {span("2025-03-03T12:00:00", "2025-03-03T15:00:00")}) == "2025-03-04T13:00:00+08:00");
        CHECK(last(hours(24), "2025-03-03T10:00:00", {span("2025-03-04T10:00:00", "2025-03-04T15:00:00")}) == "2025-03-04T10:00:00+08:00");
        CHECK(last(hours(24), "2025-03-03T10:00:00", {span("2025-03-03T09:00:00", "2025-03-03T11:00:00")}) == "2025-03-04T11:00:00+08:00");
    }
    SUBCASE("a span that still runs leaves the period open, unless it began after the end") {
        CHECK(last(strict_days(30), "2025-03-03", {span("2025-03-10")}) == "no end yet");
        CHECK(last(strict_days(30), "2025-03-03", {span("2025-04-01")}) == "no end yet");
        CHECK(last(strict_days(30), "2025-03-03", {span("2025-04-02")}) == "2025-04-02");
        CHECK(last(working_days(3), "2025-03-03", {span("2025-03-04")}) == "no end yet");
        CHECK(last(working_days(3), "2025-03-03", {span("2025-03-06")}) == "2025-03-06");
        CHECK(last(hours(24), "2025-03-03T10:00:00", {span("2025-03-03T12:00:00")}) == "no end yet");
        CHECK(engine::in_time(china(), moment("2099-01-01"), {false, 0, true}));
    }
    SUBCASE("more spans than the stack holds") {
        std::vector<engine::TimeSpan> many;
        for (int i = 0; i < 20; ++i) many.push_back({{true, day("2025-03-04") + 2 * i}, {true, day("2025-03-05") + 2 * i}, false});
        CHECK(last(strict_days(10), "2025-03-03", many) == "2025-03-22");
    }
}

TEST_CASE("at least: hours elapsed, days by the local date and never rolled") {
    const auto holds = [](std::string_view b, std::string_view a, dsl::PeriodValue period) {
        return *engine::at_least_after(china(), moment(b), moment(a), period, dsl::count_plain);
    };
    CHECK(holds("2025-10-01T00:00:00", "2025-09-28T23:00:00", days(3)));
    CHECK_FALSE(holds("2025-09-30T23:59:59", "2025-09-28T23:00:00", days(3)));
    CHECK(holds("2025-10-01", "2025-09-28", days(3)));
    CHECK(holds("2025-03-04T10:20:00", "2025-03-03T10:20:00", hours(24)));
    CHECK_FALSE(holds("2025-03-04T10:19:59.999999", "2025-03-03T10:20:00", hours(24)));
    CHECK(holds("2025-10-13", "2025-09-26", working_days(7)));
    CHECK_FALSE(holds("2025-10-12", "2025-09-26", working_days(7)));
}

TEST_CASE("a year that the calendar lacks is said, never taken for an ordinary one") {
    CHECK(last(days(1), "2026-12-31") == "missing year 2027");
    CHECK(last(days(30), "2024-11-01") == "missing year 2024");
    CHECK(last(strict_days(1), "2026-12-31") == "2027-01-01");
    CHECK(last(days(365), "2025-12-30") == "2026-12-30");
}

TEST_CASE("a year that the calendar lacks between others is unknown day by day, and so is what lies around them") {
    dsl::CalendarData data = china_2025();
    data.years[2028];  // 2027 is lacking
    const engine::WorkCalendar calendar(data);
    CHECK(calendar.working(day("2026-12-31")) == true);
    for (const char* lacking : {"2024-12-31", "2027-01-01", "2027-06-15", "2027-12-31", "2029-01-01"}) CHECK(calendar.working(day(lacking)) == std::nullopt);
    CHECK(calendar.working(day("2028-01-03")) == true);
    CHECK(calendar.working(day("2028-12-31")) == false);
    CHECK(engine::WorkCalendar(dsl::CalendarData{}).working(day("2025-01-02")) == std::nullopt);
}

TEST_CASE("periods beyond the year 9999 are refused, whatever their size") {
    const auto context = without_calendar();
    for (const std::int64_t n : {std::int64_t{10'000'000}, dsl::max_period_count, std::int64_t{INT64_MAX}})
        for (const dsl::Unit unit : {dsl::Unit::microsecond, dsl::Unit::second, dsl::Unit::minute, dsl::Unit::hour, dsl::Unit::day,
                                     dsl::Unit::month, dsl::Unit::year, dsl::Unit::working_day}) {
            const auto end = engine::deadline_after(context, {n, unit}, moment("2025-03-03T10:00:00"), {}, dsl::count_plain);
            const auto reached = engine::at_least_after(context, moment("2025-03-03"), moment("2025-03-03T10:00:00"), {n, unit}, dsl::count_plain);
            if (n == INT64_MAX || (!dsl::PeriodValue{n, unit}.elapsed())) {
                CHECK_FALSE(end.has_value());
                CHECK_FALSE(reached.has_value());
            } else if (end) {
                CHECK_FALSE(end->by_day);
            }
        }
    CHECK_FALSE(engine::deadline_after(context, days(-1), moment("2025-03-03"), {}, 0).has_value());
    CHECK_FALSE(engine::deadline_after(context, days(1), {true, INT64_MAX / 2}, {}, 0).has_value());
    CHECK_FALSE(engine::deadline_after(context, hours(1), {false, INT64_MAX}, {}, 0).has_value());
    CHECK_FALSE(engine::deadline_after(context, hours(1), {false, INT64_MIN}, {}, 0).has_value());
    CHECK(engine::deadline_after(context, days(1), {true, day("9999-12-30")}, {}, 0).has_value());
    CHECK_FALSE(engine::deadline_after(context, days(1), {true, day("9999-12-31")}, {}, 0).has_value());
}
