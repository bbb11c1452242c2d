#pragma once
// The offsets of one time zone as a table.
//
// Made once when a zone is looked up, so that a local day is an array access and a comparison or two, without locks,
// allocation or exceptions. The table runs to the year 2500; later times repeat it every 400 years, as the Gregorian
// calendar and the rules for summer time do. The zone file's own data end in 2037; behind that its last line holds
// (posix_rule.hpp).

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "dsl/typed/value.hpp"

namespace kaoping::engine {

class ZoneTable {
public:
    /// Error: a sentence for a person.
    [[nodiscard]] static tl::expected<ZoneTable, std::string> read(const std::string& name);

    [[nodiscard]] const std::string& name() const { return name_; }
    /// Offset from UTC of an instant; all in µs.
    [[nodiscard]] std::int64_t offset_at(std::int64_t instant) const {
        return offsets_[piece_of(instant)];
    }
    /// The instants whose local time is `local`, in order; at most `limit` are written. Returns their number.
    [[nodiscard]] int instants_of(std::int64_t local, std::int64_t* out, int limit) const;
    /// The last change of the offset at or before an instant; INT64_MIN if there is none.
    [[nodiscard]] std::int64_t change_before(std::int64_t instant) const;

private:
    [[nodiscard]] std::size_t piece_of(std::int64_t instant) const {
        const std::int64_t at = instant - wrap(instant);
        if (at < buckets_from) return 0;
        std::size_t piece = buckets_[static_cast<std::size_t>((at - buckets_from) >> bucket_bits)];
        while (piece + 1 < begins_.size() && begins_[piece + 1] <= at) ++piece;
        return piece;
    }
    /// What to take off an instant behind the table to come into it.
    [[nodiscard]] static std::int64_t wrap(std::int64_t instant) {
        return instant < table_end ? 0 : ((instant - table_end) / cycle + 1) * cycle;
    }
    void add(std::int64_t begin_seconds, std::int64_t offset_seconds);
    void add_rule(const std::string& text, std::int64_t after_seconds);
    void make_buckets();

    static constexpr std::int64_t cycle = 146'097LL * 86'400 * 1'000'000;          ///< 400 years
    static constexpr std::int64_t table_end = 193'579LL * 86'400 * 1'000'000;       ///< 2500-01-01
    static constexpr std::int64_t buckets_from = -47'482LL * 86'400 * 1'000'000;    ///< 1840-01-01: before any change
    static constexpr int bucket_bits = 43;                                         ///< about 102 days

    std::string name_;
    std::vector<std::int64_t> begins_;   ///< the first reaches back for ever
    std::vector<std::int64_t> offsets_;
    std::vector<std::uint32_t> buckets_;  ///< piece at the start of each bucket
};

}  // namespace kaoping::engine
