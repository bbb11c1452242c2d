// Days, months and years between moments, and age.

#include "tests/time/support.hpp"

using namespace time_test;

namespace {

std::int64_t months(std::string_view a, std::string_view b) { return engine::months_from(china(), moment(a), moment(b)); }
std::int64_t years(std::string_view a, std::string_view b) { return engine::years_from(china(), moment(a), moment(b)); }

}  // namespace

TEST_CASE("days are counted between local dates") {
    CHECK(engine::days_from(china(), moment("2025-03-03T23:59:59"), moment("2025-03-04T00:00:00")) == 1);
    CHECK(engine::days_from(china(), moment("2025-03-04"), moment("2025-03-03T10:00:00")) == -1);
    CHECK(engine::days_from(china(), moment("2024-02-28"), moment("2024-03-01")) == 2);
}

TEST_CASE("months are the full ones, rounded down") {
    CHECK(months("2025-01-31", "2025-02-28") == 1);
    CHECK(months("2025-01-31", "2025-02-27") == 0);
    CHECK(months("2025-03-31", "2025-03-30") == -1);
    CHECK(months("2025-03-31", "2025-02-28") == -1);
    CHECK(months("2024-02-29", "2025-03-29") == 13);
    CHECK(months("2025-03-03", "2025-03-03") == 0);
    SUBCASE("as defined: the greatest n with n months after a not later than b") {
        for (std::int64_t a = day("2023-12-25"); a < day("2024-04-05"); ++a)
            for (std::int64_t b = a - 70; b < a + 70; ++b) {
                const std::int64_t n = engine::months_from(china(), {true, a}, {true, b});
                if (n < 0) continue;
                const auto end = [a](std::int64_t count) { return *engine::unrolled_end(china(), strict_months(count), a, dsl::count_plain); };
                CHECK(end(n) <= b);
                CHECK(end(n + 1) > b);
            }
    }
}

TEST_CASE("years round down, also backwards") {
    CHECK(years("2025-03-03", "2026-03-02") == 0);
    CHECK(years("2025-03-03", "2026-03-03") == 1);
    CHECK(years("2025-03-03", "2025-03-02") == -1);
    CHECK(years("2026-03-03", "2025-03-03") == -1);
}

TEST_CASE("P25 art 12: full age begins the day after the birthday") {
    const auto age = [](std::string_view born, std::string_view on) { return engine::age_on(china(), day(born), moment(on)); };
    CHECK(age("2008-03-01", "2026-03-01") == 17);
    CHECK(age("2008-03-01", "2026-03-02") == 18);
    CHECK(age("2008-02-29", "2026-02-28") == 17);
    CHECK(age("2008-02-29", "2026-03-01") == 18);
    CHECK(age("2008-03-01", "2026-03-01T23:59:59") == 17);
    CHECK(age("2008-03-01", "2008-03-01") == -1);
}
