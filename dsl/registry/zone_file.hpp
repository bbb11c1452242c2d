#pragma once
// A time zone file of the system (package tzdata): when the clocks of a zone changed, and by how much.
//
// Read here (RFC 8536) and not by the time zone library of Debian: before that gives one zone it looks at each of the system's
// six hundred, which takes as long as reading a pack.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kaoping::dsl {

struct ZoneFile {
    /// From `begin` on the clocks are `offset` ahead of UTC, both in seconds.
    struct Piece {
        std::int64_t begin = 0, offset = 0;
    };
    std::vector<Piece> pieces;  ///< in order and never empty; the first reaches back for ever, whatever its begin says
    std::string last_rule;      ///< what holds behind the pieces: a POSIX rule like `CET-1CEST,M3.5.0,M10.5.0/3`; empty: nothing is said

    /// The instants at which the clocks show a local time, by the pieces; all in µs, in order: none, one or two.
    [[nodiscard]] std::vector<std::int64_t> instants_of(std::int64_t local) const;
};

/// The bytes of a zone file of version 2 or later, the only ones that tzdata has. nullopt: they are none, or not whole.
[[nodiscard]] std::optional<ZoneFile> parse_zone_file(std::string_view bytes);

/// The zone of a name like "Asia/Shanghai". nullopt: there is none on this machine.
[[nodiscard]] std::optional<ZoneFile> read_zone_file(std::string_view name);

/// Names of all zones of this machine, sorted.
[[nodiscard]] std::vector<std::string> zone_names();

}  // namespace kaoping::dsl
