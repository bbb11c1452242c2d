#pragma once
// Types of the rule language (semantics § 1, § 4).
//
// A type is a small value. Optional (`?`) means: absence is evidence about the case file. What is only missing from the
// data is not in the type: every expression may be unknown at run time.

#include <cstdint>

namespace kaoping::dsl {

enum class Kind : std::uint8_t {
    error,      ///< of an expression with a reported mistake: every operator accepts it silently
    boolean,
    number,     ///< exact decimal: int64 × 10⁻⁶
    text,
    date,       ///< local day: days since 1970-01-01
    datetime,   ///< instant: µs since 1970-01-01T00:00:00Z
    duration,   ///< elapsed µs
    period,     ///< n × unit, counted by the calendar (value.hpp: PeriodValue)
    deadline,   ///< end of a period (value.hpp: encode_deadline)
    enumeration,
    reference,  ///< key of an element of a record (text); `of`: the record
    element,    ///< one element of a record list, or the case itself; `of`: the record
    row,        ///< one row of a table; `of`: the table
    list,       ///< of `item`s
    spans,      ///< spans of time for `not counting`
};

/// How a period or deadline is counted.
enum class Counting : std::int8_t { hours, days, either };

struct Type {
    Kind kind = Kind::error;
    bool optional = false;
    Kind item = Kind::error;   ///< of a list: kind of its items
    std::int32_t of = -1;      ///< enum, record or table number (of the item, for a list); Counting for period and deadline

    bool operator==(const Type&) const = default;

    [[nodiscard]] bool is(Kind k) const { return kind == k; }
    [[nodiscard]] Type present() const { Type t = *this; t.optional = false; return t; }
    [[nodiscard]] Type as_optional() const { Type t = *this; t.optional = true; return t; }
    /// Of a list: the type of its items.
    [[nodiscard]] Type element_type() const { return {item, false, Kind::error, of}; }
    [[nodiscard]] static Type list_of(Type item) { return {Kind::list, false, item.kind, item.of}; }
};

}  // namespace kaoping::dsl
