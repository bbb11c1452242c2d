// Time zones of the system's zone files: see legal_time.hpp.
//
// The offsets between 1900 and 2200 are read once into a table, so that asking for a local day is a search without locks or
// allocation; outside the table the library is asked.

#include <date/tz.h>

#include <algorithm>
#include <chrono>
#include <vector>

#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

namespace {

using Micros = std::chrono::microseconds;
using SysMicros = date::sys_time<Micros>;

std::int64_t floor_day(std::int64_t us) {
    std::int64_t day = us / dsl::us_per_day;
    if (us % dsl::us_per_day < 0) --day;
    return day;
}

constexpr std::int64_t table_begin = -70LL * 366 * dsl::us_per_day;
constexpr std::int64_t table_end = 230LL * 365 * dsl::us_per_day;

}  // namespace

struct Zone::Impl {
    struct Piece {
        std::int64_t begin, offset;
    };
    std::string name;
    const date::time_zone* zone = nullptr;
    std::vector<Piece> pieces;  ///< by begin; the first reaches back, the last forward

    explicit Impl(const date::time_zone* z) : name(z->name()), zone(z) {
        for (std::int64_t at = table_begin; at < table_end;) {
            const date::sys_info info = zone->get_info(SysMicros(Micros(at)));
            const std::int64_t offset = std::chrono::duration_cast<Micros>(info.offset).count();
            if (pieces.empty() || pieces.back().offset != offset) pieces.push_back({at, offset});
            const std::int64_t end = info.end.time_since_epoch().count() > table_end / 1'000'000 ? table_end : std::chrono::duration_cast<Micros>(info.end.time_since_epoch()).count();
            at = std::max(end, at + 1);
        }
    }

    [[nodiscard]] std::size_t piece_at(std::int64_t instant) const {
        const auto behind = std::upper_bound(pieces.begin(), pieces.end(), instant, [](std::int64_t t, const Piece& p) { return t < p.begin; });
        return behind == pieces.begin() ? 0 : static_cast<std::size_t>(behind - pieces.begin()) - 1;
    }
    [[nodiscard]] std::int64_t offset_at(std::int64_t instant) const { return pieces[piece_at(instant)].offset; }
};

tl::expected<Zone, std::string> Zone::find(const std::string& name) {
    try {
        Zone out;
        out.impl_ = std::make_shared<const Impl>(date::locate_zone(name));
        return out;
    } catch (const std::exception&) {
        return tl::unexpected("there is no time zone \"" + name + "\" on this machine (package tzdata)");
    }
}

const std::string& Zone::name() const { return impl_->name; }
std::int64_t Zone::local_time(std::int64_t instant) const { return instant + impl_->offset_at(instant); }
std::int64_t Zone::local_date(std::int64_t instant) const { return floor_day(local_time(instant)); }

tl::expected<std::int64_t, LocalTimeProblem> Zone::instant(std::int64_t local) const {
    const std::size_t middle = impl_->piece_at(local);
    const std::size_t first = middle < 2 ? 0 : middle - 2, last = std::min(impl_->pieces.size(), middle + 3);
    int found = 0;
    std::int64_t out = 0;
    for (std::size_t p = first; p < last; ++p) {
        const std::int64_t candidate = local - impl_->pieces[p].offset;
        if (impl_->piece_at(candidate) != p) continue;
        out = candidate;
        ++found;
    }
    if (found == 1) return out;
    return tl::unexpected(found == 0 ? LocalTimeProblem::nonexistent : LocalTimeProblem::ambiguous);
}

std::int64_t Zone::end_of_day(std::int64_t day) const {
    const std::int64_t midnight = (day + 1) * dsl::us_per_day;
    if (const auto unique = instant(midnight)) return *unique - 1;
    // Midnight is skipped or there twice: the last instant of the day lies just before one of the changes around it.
    const std::size_t middle = impl_->piece_at(midnight);
    std::int64_t out = midnight - impl_->pieces[middle].offset - 1;
    bool found = false;
    for (std::size_t p = middle < 2 ? 0 : middle - 2; p < std::min(impl_->pieces.size(), middle + 3); ++p)
        for (const std::int64_t candidate : {midnight - impl_->pieces[p].offset - 1, impl_->pieces[p].begin - 1})
            if (local_date(candidate) == day && (!found || candidate > out)) {
                out = candidate;
                found = true;
            }
    return out;
}

}  // namespace kaoping::engine
