// The working days of 2025 to 2027 as the State Council announced them (2027: weekends only), and the ends of periods in days.
#pragma once
#include "moment.hpp"

namespace generator {

bool is_working_day(Date d);
Date next_working_day(Date d);            // d itself if it is one
Date working_days_after(Date d, int n);   // the n-th working day after d

// The last second of a period of n days after m: the day of m is not counted; a period that ends on a day off ends with the next
// working day (ADM art 35, CPL art 105), unless it limits liberty: then `strict`.
Moment end_of_days(Moment m, int n);
Moment end_of_days_strict(Moment m, int n);
Moment end_of_months(Moment m, int n);
Moment end_of_months_strict(Moment m, int n);
Moment end_of_working_days(Moment m, int n);

}  // namespace generator
