// Lengths of elapsed periods: see value.hpp.

#include "dsl/typed/value.hpp"

namespace kaoping::dsl {

std::int64_t PeriodValue::microseconds() const {
    switch (unit) {
        case Unit::microsecond: return count;
        case Unit::second: return count * us_per_second;
        case Unit::minute: return count * us_per_minute;
        default: return count * us_per_hour;
    }
}

}  // namespace kaoping::dsl
