// Time zones of the system's zone files: see zone_table.hpp.

#include "engine/time/zone_table.hpp"

#include <date/ptz.h>
#include <date/tz.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <limits>
#include <optional>

#include "engine/time/civil.hpp"

namespace kaoping::engine {

namespace {

/// The last line of a zone file of version 2 and later: a POSIX rule like `CET-1CEST,M3.5.0,M10.5.0/3`; empty if unreadable.
std::string last_rule(const std::string& name) {
    std::ifstream in("/usr/share/zoneinfo/" + name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (bytes.size() < 2 || bytes.substr(0, 4) != "TZif" || bytes.back() != '\n') return {};
    const std::size_t begin = bytes.rfind('\n', bytes.size() - 2);
    return begin == std::string::npos ? std::string() : bytes.substr(begin + 1, bytes.size() - begin - 2);
}

/// The zone's rule for the time behind its file, or nothing (the library reads most rules, not those of negative hours).
std::optional<Posix::time_zone> posix_rule(const std::string& name) {
    try {
        const std::string rule = last_rule(name);
        if (rule.empty()) return std::nullopt;
        return Posix::time_zone(rule);
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace

tl::expected<ZoneTable, std::string> ZoneTable::read(const std::string& name) {
    try {
        const date::time_zone* zone = date::locate_zone(name);
        ZoneTable out;
        out.name_ = name;
        constexpr std::int64_t end = table_end / dsl::us_per_second;
        std::int64_t at = first_day * 86'400;
        std::int64_t last_change = at;
        while (at < end) {
            const date::sys_info info = zone->get_info(date::sys_seconds(std::chrono::seconds(at)));
            out.add(at, info.offset.count());
            last_change = at;
            at = std::max(at + 1, static_cast<std::int64_t>(info.end.time_since_epoch().count()));
        }
        if (const auto rule = posix_rule(name)) {
            for (at = std::max<std::int64_t>(last_change, 0); at < end;) {
                const auto info = rule->get_info(date::sys_seconds(std::chrono::seconds(at)));
                out.add(at, info.offset.count());
                at = std::max(at + 1, static_cast<std::int64_t>(info.end.time_since_epoch().count()));
            }
        }
        out.make_buckets();
        return out;
    } catch (const std::exception&) {
        return tl::unexpected("there is no time zone \"" + name + "\" on this machine (zone files of the package tzdata)");
    }
}

void ZoneTable::add(std::int64_t begin_seconds, std::int64_t offset_seconds) {
    const std::int64_t offset = offset_seconds * dsl::us_per_second;
    if (!offsets_.empty() && offsets_.back() == offset) return;
    begins_.push_back(begin_seconds * dsl::us_per_second);
    offsets_.push_back(offset);
}

void ZoneTable::make_buckets() {
    std::uint32_t piece = 0;
    for (std::int64_t at = buckets_from; at < table_end; at += std::int64_t{1} << bucket_bits) {
        while (piece + 1 < begins_.size() && begins_[piece + 1] <= at) ++piece;
        buckets_.push_back(piece);
    }
}

int ZoneTable::instants_of(std::int64_t local, std::int64_t* out, int limit) const {
    constexpr std::int64_t reach = 26 * dsl::us_per_hour;  // no offset is larger
    const std::int64_t shift = wrap(local - reach) == wrap(local + reach) ? wrap(local) : wrap(local + reach);
    const std::int64_t at = local - shift;
    const std::size_t last = piece_of(at + reach);
    int found = 0;
    for (std::size_t p = piece_of(at - reach); p <= last; ++p) {
        const std::int64_t instant = at - offsets_[p];
        const bool begun = p == 0 || begins_[p] <= instant;
        const bool ended = p + 1 < begins_.size() && begins_[p + 1] <= instant;
        if (begun && !ended && found < limit) out[found++] = instant + shift;
    }
    return found;
}

std::int64_t ZoneTable::change_before(std::int64_t instant) const {
    const std::size_t piece = piece_of(instant);
    return piece == 0 ? std::numeric_limits<std::int64_t>::min() : begins_[piece] + wrap(instant);
}

}  // namespace kaoping::engine
