#pragma once
// Values of the rule language in the encodings that all passes share.
//
// Everything but texts is one int64: numbers in millionths, instants and durations in µs, dates in days, enum members by
// position, periods and deadlines as below. So a column of any type is a vector of int64 or of texts.

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <boost/smart_ptr/intrusive_ref_counter.hpp>

namespace kaoping::dsl {

constexpr std::int64_t number_scale = 1'000'000;
constexpr std::int64_t us_per_second = 1'000'000;
constexpr std::int64_t us_per_minute = 60 * us_per_second;
constexpr std::int64_t us_per_hour = 60 * us_per_minute;
constexpr std::int64_t us_per_day = 24 * us_per_hour;

enum class Unit : std::uint8_t { microsecond, second, minute, hour, day, month, year, working_day };
enum class Rolling : std::uint8_t { unstated, strict, rolling };  ///< unstated rolls like `rolling` (semantics § 5.3)

/// n × unit. Hours and shorter are elapsed time; days and longer are calendar time.
struct PeriodValue {
    std::int64_t count = 0;  ///< ≥ 0
    Unit unit = Unit::day;
    Rolling rolling = Rolling::unstated;

    bool operator==(const PeriodValue&) const = default;
    [[nodiscard]] bool elapsed() const { return unit <= Unit::hour; }
    /// Length of an elapsed period in µs.
    [[nodiscard]] std::int64_t microseconds() const;
    [[nodiscard]] std::int64_t encode() const {
        return count * 256 + static_cast<std::int64_t>(unit) * 16 + static_cast<std::int64_t>(rolling);
    }
    [[nodiscard]] static PeriodValue decode(std::int64_t v) {
        return {v >> 8, static_cast<Unit>((v >> 4) & 15), static_cast<Rolling>(v & 15)};
    }
};

/// Largest count of a period; beyond it a computed period is a fault.
constexpr std::int64_t max_period_count = 1'000'000'000'000;

/// A deadline: the last instant (elapsed periods) or the last local day (calendar periods) that is still in time.
/// `never`: a time that does not count is still running, so the period has no end yet.
struct DeadlineValue {
    bool by_day = false;
    std::int64_t at = 0;  ///< µs, or days since 1970-01-01
    bool never = false;

    bool operator==(const DeadlineValue&) const = default;
    [[nodiscard]] std::int64_t encode() const {
        return never ? std::numeric_limits<std::int64_t>::max() : at * 2 + (by_day ? 1 : 0);
    }
    [[nodiscard]] static DeadlineValue decode(std::int64_t v) {
        if (v == std::numeric_limits<std::int64_t>::max()) return {false, 0, true};
        return {(v & 1) != 0, v >> 1, false};
    }
};

/// The text of a constant, shared by all copies. Nodes, vertices and instructions, of which packs have tens of thousands, each hold a
/// value; hardly one of a hundred is a text.
class ValueText {
public:
    ValueText() = default;
    ValueText(std::string text) : held_(text.empty() ? nullptr : new Held(std::move(text))) {}

    [[nodiscard]] std::string_view view() const { return held_ == nullptr ? std::string_view() : std::string_view(held_->text); }
    operator std::string_view() const { return view(); }
    [[nodiscard]] bool empty() const { return held_ == nullptr; }
    bool operator==(const ValueText& other) const { return held_ == other.held_ || view() == other.view(); }

private:
    struct Held : boost::intrusive_ref_counter<Held> {
        explicit Held(std::string t) : text(std::move(t)) {}
        std::string text;
    };
    boost::intrusive_ptr<const Held> held_;
};

/// A constant: `number` in the encoding of its type, or `text` for texts (booleans are 0 and 1).
struct Value {
    std::int64_t number = 0;
    ValueText text;

    bool operator==(const Value&) const = default;
};

}  // namespace kaoping::dsl
