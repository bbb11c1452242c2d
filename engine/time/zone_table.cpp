// Time zones of the system's zone files: see zone_table.hpp.

#include "engine/time/zone_table.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "dsl/registry/zone_file.hpp"
#include "engine/time/civil.hpp"
#include "engine/time/posix_rule.hpp"

namespace kaoping::engine {

tl::expected<ZoneTable, std::string> ZoneTable::read(const std::string& name) {
    const auto file = dsl::read_zone_file(name);
    if (!file) return tl::unexpected("there is no time zone \"" + name + "\" on this machine (zone files of the package tzdata)");
    ZoneTable out;
    out.name_ = name;
    constexpr std::int64_t begin = first_day * 86'400, end = table_end / dsl::us_per_second;
    const auto behind = [](std::int64_t at, const dsl::ZoneFile::Piece& piece) { return at < piece.begin; };
    const auto first = std::upper_bound(file->pieces.begin() + 1, file->pieces.end(), begin, behind);
    out.add(begin, first[-1].offset);
    std::int64_t last_change = begin;
    for (auto piece = first; piece != file->pieces.end() && piece->begin < end; ++piece) {
        out.add(piece->begin, piece->offset);
        last_change = piece->begin;
    }
    out.add_rule(file->last_rule, last_change);
    out.make_buckets();
    return out;
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
