// Time zones of the system's zone files: see zone_table.hpp.

#include "engine/time/zone_table.hpp"

#include <date/tz.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <limits>
#include <utility>

#include "engine/time/civil.hpp"
#include "engine/time/posix_rule.hpp"

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
        out.add_rule(last_rule(name), last_change);
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

void ZoneTable::add_rule(const std::string& text, std::int64_t after_seconds) {
    const auto rule = PosixRule::read(text);
    if (!rule || !rule->has_summer()) return;
    struct Change {
        std::int64_t at, offset;
    };
    for (std::int64_t year = civil_of(floor_div(after_seconds, 86'400)).year; year < 2500; ++year) {
        Change first{rule->summer_begins(year), rule->summer_offset()}, second{rule->summer_ends(year), rule->standard_offset()};
        if (second.at < first.at) std::swap(first, second);
        for (const Change& change : {first, second})
            if (change.at > after_seconds) add(change.at, change.offset);
    }
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
