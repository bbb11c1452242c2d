// Time zones: local days, gaps and doubled hours, the time behind the zone files' data.

#include <chrono>
#include <cstdlib>
#include <ctime>

#include "dsl/registry/zone_file.hpp"
#include "dsl/source/text_file.hpp"
#include "tests/time/support.hpp"

using namespace time_test;

namespace {

std::int64_t local(std::string_view text) { return *engine::parse_datetime(std::string(text) + "Z", china().zone); }

}  // namespace

TEST_CASE("a zone that does not exist is said by name") {
    for (const char* name : {"Asia/Shangai", "", "../../../etc/passwd", "/etc/passwd", "Asia", "asia/shanghai ", "posix/Asia/Shanghai", "right/UTC", "Factory", "zone.tab"}) {
        const auto found = engine::Zone::find(name);
        REQUIRE_FALSE(found.has_value());
        CHECK(found.error().find("\"" + std::string(name) + "\"") != std::string::npos);
    }
}

TEST_CASE("offsets through history and far into the future") {
    const auto offset = [](const std::string& name, std::string_view utc) {
        const std::int64_t instant = local(utc);
        return (zone(name).local_time(instant) - instant) / dsl::us_per_second;
    };
    CHECK(offset("Europe/Rome", "1850-01-01T00:00:00") == 2996);
    CHECK(offset("Europe/Rome", "2007-07-01T00:00:00") == 7200);
    CHECK(offset("Asia/Shanghai", "1988-07-01T00:00:00") == 9 * 3600);
    CHECK(offset("Asia/Shanghai", "2026-07-01T00:00:00") == 8 * 3600);
    SUBCASE("behind the data of the zone files, by their last rule") {
        CHECK(offset("Europe/Rome", "2037-12-01T00:00:00") == 3600);
        CHECK(offset("Europe/Rome", "2038-03-28T00:59:59") == 3600);
        CHECK(offset("Europe/Rome", "2038-03-28T01:00:00") == 7200);
        CHECK(offset("Europe/Rome", "2499-07-01T00:00:00") == 7200);
        CHECK(offset("Europe/Rome", "2500-07-01T00:00:00") == 7200);
        CHECK(offset("Europe/Rome", "9999-12-31T00:00:00") == 3600);
        CHECK(offset("Australia/Sydney", "2100-01-01T00:00:00") == 11 * 3600);
        CHECK(offset("America/Nuuk", "2040-07-01T00:00:00") == -3600);
    }
}

TEST_CASE("local times that are skipped or there twice") {
    const auto rome = zone("Europe/Rome");
    CHECK(rome.instant(local("2025-03-30T02:00:00")).error() == engine::LocalTimeProblem::nonexistent);
    CHECK(rome.instant(local("2025-03-30T02:59:59.999999")).error() == engine::LocalTimeProblem::nonexistent);
    CHECK(rome.instant(local("2025-03-30T03:00:00")) == local("2025-03-30T01:00:00"));
    CHECK(rome.instant(local("2025-10-26T02:00:00")).error() == engine::LocalTimeProblem::ambiguous);
    CHECK(rome.instant(local("2025-10-26T03:00:00")) == local("2025-10-26T02:00:00"));
    CHECK(rome.instant(local("2600-07-01T12:00:00")) == local("2600-07-01T10:00:00"));
}

TEST_CASE("the end of a day, whatever the clocks do") {
    CHECK(zone("Asia/Shanghai").end_of_day(day("2025-03-03")) == at("2025-03-03T23:59:59.999999"));
    SUBCASE("midnight is skipped (Beirut, 2025-03-30)") {
        CHECK(zone("Asia/Beirut").end_of_day(day("2025-03-29")) == local("2025-03-29T21:59:59.999999"));
    }
    SUBCASE("the last hour is there twice (Beirut, 2025-10-25)") {
        CHECK(zone("Asia/Beirut").end_of_day(day("2025-10-25")) == local("2025-10-25T21:59:59.999999"));
    }
    SUBCASE("a day that was left out (Samoa, 2011-12-30)") {
        const auto apia = zone("Pacific/Apia");
        CHECK(apia.end_of_day(day("2011-12-30")) == local("2011-12-30T09:59:59.999999"));
        CHECK(apia.local_date(apia.end_of_day(day("2011-12-30"))) == day("2011-12-29"));
    }
    SUBCASE("every day of ten years: its last moment is in it, the next one is not") {
        for (const char* name : {"Europe/Rome", "Asia/Shanghai", "Asia/Beirut", "America/Santiago", "Asia/Kathmandu", "UTC"}) {
            const auto z = zone(name);
            for (std::int64_t d = day("2019-01-01"); d < day("2029-01-01"); ++d) {
                const std::int64_t end = z.end_of_day(d);
                CHECK(z.local_date(end) == d);
                CHECK(z.local_date(end + 1) == d + 1);
            }
        }
    }
}

TEST_CASE("a day is local: the same instant is another day elsewhere") {
    const std::int64_t instant = local("2006-07-23T22:00:00");
    CHECK(zone("Europe/Rome").local_date(instant) == day("2006-07-24"));
    CHECK(zone("UTC").local_date(instant) == day("2006-07-23"));
}

TEST_CASE("instants at the ends of what 64 bits hold do no harm") {
    for (const char* name : {"Asia/Shanghai", "America/New_York"}) {
        const auto z = zone(name);
        for (const std::int64_t extreme : {INT64_MAX, INT64_MIN, INT64_MAX - dsl::us_per_day, INT64_MIN + dsl::us_per_day}) {
            CHECK(z.local_date(extreme) == z.local_date(extreme));
            CHECK_FALSE(engine::format_datetime(extreme / 2, z).empty());
        }
        CHECK(z.end_of_day(INT64_MAX / 2) > 0);
        CHECK(z.end_of_day(INT64_MIN / 2) < 0);
    }
}

TEST_CASE("every zone of this machine has the offsets that the C library finds, from 1970 on and behind the data of the files") {
    const std::vector<std::string> names = dsl::zone_names();
    REQUIRE(names.size() > 300);
#ifdef KAOPING_SANITIZED
    constexpr std::int64_t step = 97 * 86'400 + 3'607;
#else
    constexpr std::int64_t step = 11 * 86'400 + 3'607;
#endif
    const char* const before = std::getenv("TZ");
    const std::string kept = before != nullptr ? before : "";
    for (const std::string& name : names) {
        CAPTURE(name);
        setenv("TZ", (":" + name).c_str(), 1);
        tzset();
        const engine::Zone found = zone(name);
        std::int64_t differing = 0;
        for (std::int64_t at = 0; at < std::int64_t{100} * 366 * 86'400; at += step) {
            const std::time_t instant = at;
            std::tm local{};
            localtime_r(&instant, &local);
            if ((found.local_time(at * dsl::us_per_second) / dsl::us_per_second) - at != local.tm_gmtoff) ++differing;
        }
        CHECK(differing == 0);
    }
    before != nullptr ? setenv("TZ", kept.c_str(), 1) : unsetenv("TZ");
    tzset();
}

TEST_CASE("a zone file that is cut off is none, and no byte of it can do harm") {
    const auto whole = dsl::read_text_file("/usr/share/zoneinfo/Europe/Rome");
    REQUIRE(whole);
    REQUIRE(dsl::parse_zone_file(*whole));
    for (std::size_t size = 0; size < whole->size(); ++size) CHECK_FALSE(dsl::parse_zone_file(std::string_view(*whole).substr(0, size)));
    for (std::size_t at = 0; at < whole->size(); ++at)
        for (const char c : {'\0', '\1', '\x7F', '\xFF'}) {
            std::string text = *whole;
            text[at] = c;
            if (const auto file = dsl::parse_zone_file(text)) CHECK_FALSE(file->pieces.empty());
        }
}
