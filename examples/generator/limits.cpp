#include "limits.hpp"

#include "working_days.hpp"

namespace generator {

Moment end_of(const Limit& limit, Moment start) {
    switch (limit.unit) {
        case Unit::hours: return start + hours(limit.number);
        case Unit::days: return end_of_days(start, limit.number);
        case Unit::strict_days: return end_of_days_strict(start, limit.number);
        case Unit::months: return end_of_months(start, limit.number);
        case Unit::strict_months: return end_of_months_strict(start, limit.number);
        case Unit::working_days: return end_of_working_days(start, limit.number);
    }
    return start;
}

}  // namespace generator
