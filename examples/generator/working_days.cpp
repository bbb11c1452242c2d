#include "working_days.hpp"

#include <algorithm>
#include <array>

namespace generator {
namespace {

struct Holidays {
    Date first, last;
};
const std::array<Holidays, 13> days_off{{
    {make_date(2025, 1, 1), make_date(2025, 1, 1)}, {make_date(2025, 1, 28), make_date(2025, 2, 4)}, {make_date(2025, 4, 4), make_date(2025, 4, 6)},
    {make_date(2025, 5, 1), make_date(2025, 5, 5)}, {make_date(2025, 5, 31), make_date(2025, 6, 2)}, {make_date(2025, 10, 1), make_date(2025, 10, 8)},
    {make_date(2026, 1, 1), make_date(2026, 1, 3)}, {make_date(2026, 2, 15), make_date(2026, 2, 23)}, {make_date(2026, 4, 4), make_date(2026, 4, 6)},
    {make_date(2026, 5, 1), make_date(2026, 5, 5)}, {make_date(2026, 6, 19), make_date(2026, 6, 21)}, {make_date(2026, 9, 25), make_date(2026, 9, 27)},
    {make_date(2026, 10, 1), make_date(2026, 10, 7)},
}};
const std::array<Date, 11> made_up{make_date(2025, 1, 26), make_date(2025, 2, 8), make_date(2025, 4, 27), make_date(2025, 9, 28), make_date(2025, 10, 11),
    make_date(2026, 1, 4), make_date(2026, 2, 14), make_date(2026, 2, 28), make_date(2026, 5, 9), make_date(2026, 9, 20), make_date(2026, 10, 10)};

}  // namespace

bool is_working_day(Date d) {
    if (std::find(made_up.begin(), made_up.end(), d) != made_up.end())
        return true;
    if (std::any_of(days_off.begin(), days_off.end(), [&](const Holidays& h) { return h.first <= d && d <= h.last; }))
        return false;
    return (d.day + 3) % 7 < 5;   // 1970-01-01 was a Thursday
}

Date next_working_day(Date d) {
    while (!is_working_day(d))
        d = d + 1;
    return d;
}

Date working_days_after(Date d, int n) {
    for (; n > 0; --n)
        d = next_working_day(d + 1);
    return d;
}

Moment end_of_days(Moment m, int n) { return last_second(next_working_day(date_of(m) + n)); }
Moment end_of_days_strict(Moment m, int n) { return last_second(date_of(m) + n); }
Moment end_of_months(Moment m, int n) { return last_second(next_working_day(months_after(date_of(m), n))); }
Moment end_of_months_strict(Moment m, int n) { return last_second(months_after(date_of(m), n)); }
Moment end_of_working_days(Moment m, int n) { return last_second(working_days_after(date_of(m), n)); }

}  // namespace generator
