#pragma once
// The last line of a time zone file, a POSIX rule like `CET-1CEST,M3.5.0,M10.5.0/3`: what holds behind the file's data.

#include <cstdint>
#include <optional>
#include <string_view>

namespace kaoping::engine {

class PosixRule {
public:
    /// nullopt: not such a rule.
    [[nodiscard]] static std::optional<PosixRule> read(std::string_view text);

    /// Offset from UTC in seconds without and with summer time.
    [[nodiscard]] std::int64_t standard_offset() const { return standard_; }
    [[nodiscard]] std::int64_t summer_offset() const { return summer_; }
    [[nodiscard]] bool has_summer() const { return has_summer_; }
    /// Instants (seconds) of a year's changes to and from summer time.
    [[nodiscard]] std::int64_t summer_begins(std::int64_t year) const { return start_.day_of(year) * 86'400 + start_.seconds - standard_; }
    [[nodiscard]] std::int64_t summer_ends(std::int64_t year) const { return end_.day_of(year) * 86'400 + end_.seconds - summer_; }

private:
    /// A day of the year with a local time: `M3.5.0/2` (last Sunday of March), `J60` (without leap days), `59` (from 0).
    struct Change {
        enum class Form { weekday, no_leap, plain } form = Form::weekday;
        int month = 1, week = 1, weekday = 0;
        int day = 0;
        std::int64_t seconds = 2 * 3600;

        [[nodiscard]] std::int64_t day_of(std::int64_t year) const;
    };
    [[nodiscard]] static bool take_change(std::string_view& text, Change& out);

    std::int64_t standard_ = 0, summer_ = 0;
    bool has_summer_ = false;
    Change start_, end_;
};

}  // namespace kaoping::engine
