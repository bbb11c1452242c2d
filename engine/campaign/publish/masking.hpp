#pragma once
// Small counts are masked before they are published, so that nobody is recognised by them (cell suppression).
//
// A count of 1 to 4 is masked. In a list whose total is published the total less the other counts would give it away: so the
// smallest of the others are masked too (all that are equal), until there are two masked ones that cannot all be below 5. Then
// none can be worked out, not even by who knows these lines (the test tries all lists). Where that cannot be had, all are
// masked and the total too.

#include <cstdint>
#include <optional>
#include <vector>

namespace kaoping::campaign {

constexpr std::int64_t least_published = 5;

/// nullopt: masked.
using PublicCount = std::optional<std::int64_t>;

/// Is it so small that it must not be published by itself? 0 says of nobody anything.
[[nodiscard]] constexpr bool is_small(std::int64_t count) { return count > 0 && count < least_published; }

struct MaskedList {
    std::vector<PublicCount> counts;  ///< in the order given
    PublicCount total;
};
/// Counts ≥ 0 that add up to the total.
[[nodiscard]] MaskedList mask_list(const std::vector<std::int64_t>& counts);

}  // namespace kaoping::campaign
