// A zone's local days and times: see legal_time.hpp; the offsets come from zone_table.hpp.

#include <algorithm>
#include <utility>

#include "engine/time/civil.hpp"
#include "engine/time/legal_time.hpp"
#include "engine/time/zone_table.hpp"

namespace kaoping::engine {

struct Zone::Impl {
    ZoneTable table;
};

tl::expected<Zone, std::string> Zone::find(const std::string& name) {
    auto table = ZoneTable::read(name);
    if (!table) return tl::unexpected(table.error());
    Zone out;
    out.impl_ = std::make_shared<const Impl>(Impl{std::move(*table)});
    return out;
}

const std::string& Zone::name() const { return impl_->table.name(); }

std::int64_t Zone::local_time(std::int64_t instant) const {
    std::int64_t local = 0;
    if (!__builtin_add_overflow(instant, impl_->table.offset_at(instant), &local)) return local;
    return instant;  // within a day of the end of what 64 bits hold: an as-of moment that was not given
}

std::int64_t Zone::local_date(std::int64_t instant) const { return floor_div(local_time(instant), dsl::us_per_day); }

tl::expected<std::int64_t, LocalTimeProblem> Zone::instant(std::int64_t local) const {
    std::int64_t found[3] = {};
    switch (impl_->table.instants_of(local, found, 3)) {
        case 0: return tl::unexpected(LocalTimeProblem::nonexistent);
        case 1: return found[0];
        default: return tl::unexpected(LocalTimeProblem::ambiguous);
    }
}

/// The day ends before its next midnight; where midnight is skipped, at the change of the clocks; where a part of the day
/// is there twice, at the end of the second one.
std::int64_t Zone::end_of_day(std::int64_t day) const {
    day = std::clamp<std::int64_t>(day, -100'000'000, 100'000'000);
    const std::int64_t last = (day + 1) * dsl::us_per_day - 1;
    std::int64_t found[3] = {};
    const int count = impl_->table.instants_of(last, found, 3);
    if (count > 0) return found[count - 1];
    // The last moment is skipped: look from the first moment behind the gap, which is not more than a day off.
    const std::int64_t behind = last - impl_->table.offset_at(last - dsl::us_per_day) + 1;
    const std::int64_t change = impl_->table.change_before(behind);
    return change - 1;
}

}  // namespace kaoping::engine
