// See value_pool.hpp.

#include "tests/property/value_pool.hpp"

#include <array>

#include "engine/time/timestamp.hpp"

namespace kaoping::test {

namespace {

/// Around holidays and make-up days, month ends, a change of the clocks, and the end of the calendar.
constexpr std::array first_days{"2025-09-25", "2025-10-05", "2025-10-24", "2026-02-26", "2026-12-22", "2025-01-30", "2024-02-28"};
constexpr std::array offsets{0, 1, 2, 3, 4, 7, 10, 16, 30, 31};
constexpr std::array clocks{"00:00:00", "10:20:00", "10:20:00.000001", "23:59:59.999999", "02:30:00"};

}  // namespace

std::string day_after(const std::string& day) { return engine::format_date(*engine::parse_date(day) + 1); }

ValuePool make_pool(Random& random, bool calendar) {
    ValuePool pool;
    pool.numbers = {"0", "1", "2", "3", "0.5", "10", random.chance(30) ? "9000000000000" : "-1.25", "0.000001"};
    pool.texts = {"a", "b", "A-1", "北京", "ab12"};
    const std::int64_t first = *engine::parse_date(random.pick(std::vector<std::string>(first_days.begin(), first_days.end())));
    const std::string zone = random.chance(60) ? "+08:00" : random.chance(50) ? "Z" : "+02:00";
    for (int i = 0; i < 5; ++i) {
        const std::int64_t day = first + offsets[i < 2 ? static_cast<std::size_t>(i) : random.below(offsets.size())];
        pool.dates.push_back(engine::format_date(day));
        for (int k = 0; k < 2; ++k) pool.datetimes.push_back(pool.dates.back() + "T" + clocks[random.below(clocks.size())] + zone);
        pool.local_times.push_back(pool.dates.back() + (random.chance(50) ? "T" : " ") + clocks[random.below(clocks.size())]);
    }
    pool.hours = {"24 hours", "48 hours", "1 hour", "30 minutes", "1 microsecond"};
    pool.days = {"1 day", "3 days", "1 month", "10 days", "1 year"};
    if (calendar) pool.days.insert(pool.days.end(), {"2 working days", "5 working days"});
    pool.as_of = random.chance(50) ? random.pick(pool.dates) : random.pick(pool.datetimes);
    return pool;
}

}  // namespace kaoping::test
