#pragma once
// How many cases each stratum gives (unit × kind of case), and which ones: allocation and systematic selection.

#include <cstdint>
#include <string>
#include <vector>

namespace kaoping::campaign {

/// proportional: by the number of cases. fixed: the same number of each unit. risk: by cases × risk factor of the unit.
enum class Allocation : std::uint8_t { proportional, fixed, risk };
/// "proportional", "fixed", "risk"
[[nodiscard]] const char* allocation_name(Allocation allocation);

struct Share {
    std::int64_t weight = 0;   ///< ≥ 0
    std::int64_t least = 0, most = 0;
};
/// Shares out `total` by Webster's method: everyone has `least`, and one by one the rest goes to the largest
/// weight ÷ (2 × what it has + 1) that is below `most`; of equals to the first. Σ least ≤ total ≤ Σ most.
[[nodiscard]] std::vector<std::int64_t> apportion(std::int64_t total, const std::vector<Share>& shares);

struct Stratum {
    std::string unit, kind;
    std::int64_t cases = 0;
    std::int64_t factor = 1000;  ///< risk factor of the unit, thousandths
    std::int64_t drawn = 0;
    bool operator==(const Stratum&) const = default;
};
struct AllocationRequest {
    Allocation allocation = Allocation::proportional;
    std::int64_t size = 0;          ///< cases in all; of each unit if fixed
    std::int64_t unit_minimum = 0;  ///< of each unit, or all that it has
};
/// A stratum gives two cases (or its only one): with one, nobody could say how much its cases differ.
constexpr std::int64_t stratum_minimum = 2;

/// Sets `drawn`: first among units, then among the kinds of each. `strata` are sorted by unit. A size beyond all cases draws
/// them all. Throws RegisterError where the size is too small for the minimums, with the size that is needed.
void allocate(const AllocationRequest& request, std::vector<Stratum>& strata);

/// Systematic selection of n of N in a sorted list: positions (from 0) ⌊(start + i × N) ÷ n⌋. With a start drawn evenly from
/// 0 … N − 1 each position has the probability n ÷ N. 0 < n ≤ N.
[[nodiscard]] std::vector<std::int64_t> systematic(std::int64_t cases, std::int64_t drawn, std::int64_t start);

}  // namespace kaoping::campaign
