#pragma once
// The few values that a pack's rules and cases share, so that comparisons meet equal sides and deadlines their last instant.

#include <cstdint>
#include <string>
#include <vector>

#include "tests/property/random.hpp"

namespace kaoping::test {

struct ValuePool {
    std::vector<std::string> numbers;    ///< as in rules and JSON
    std::vector<std::string> texts;      ///< without quotes
    std::vector<std::string> dates;
    std::vector<std::string> datetimes;  ///< with offset
    std::vector<std::string> local_times;///< without offset: some do not exist in some zones
    std::vector<std::string> hours, days;///< periods: "24 hours"; "3 days", "2 working days"
    std::string as_of;
};

/// "2025-10-01" of "2025-09-30".
[[nodiscard]] std::string day_after(const std::string& day);
/// `calendar`: the schema names one, so periods may count working days.
[[nodiscard]] ValuePool make_pool(Random& random, bool calendar);

}  // namespace kaoping::test
