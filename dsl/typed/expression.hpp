#pragma once
// Typed expressions: one arena of uniform nodes, addressed by number.
//
// Names are resolved, types are known, absence is narrowed, every implicit step (following a reference, taking the key of
// an element, reading a period as a duration) is a node of its own. The table says for each operator what its arguments
// and its payload (`index`, `second`, `value`) are. An argument that was left out is `no_expr`.
//
// At run time an operand that is absent where an operator needs it (possible only behind `needs`) counts as unknown.

#include <cstdint>

#include <boost/container/small_vector.hpp>

#include "dsl/source/source.hpp"
#include "dsl/typed/type.hpp"
#include "dsl/typed/value.hpp"

namespace kaoping::dsl {

using ExprId = std::int32_t;
constexpr ExprId no_expr = -1;

/// Arguments of one node. Nearly all have one or two, and packs hold tens of thousands of nodes.
using ExprList = boost::container::small_vector<ExprId, 2>;

enum class Comparison : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };

/// Reading of hour periods and month ends (pack.yaml `counting`), as bits.
enum CountingFlags : std::int32_t { count_plain = 0, hours_next_full = 1, month_end_sticky = 2 };

enum class Op : std::uint8_t {
    // leaves
    constant,      // value
    now,           // the as-of moment
    case_,         // the case as an element
    binder,        // index: binder
    let,           // index: let; evaluates that let's expression
    // access
    field,         // [element]; index: field of the element's record (type.of of the argument)
    follow,        // [reference]: the element of record type.of with that key; dangling or ambiguous: unknown
    key_of,        // [element]: its key as a reference
    key_text,      // [reference]: the key as a text (`m.person.id` without look-up is not made; this serves messages)
    call,          // [arguments]; index: define
    parameter,     // [date]; index: parameter; the date is that of the rule's `on` (no_expr: the parameter has one entry without dates)
    table_row,     // [keys]; index: table; optional row: absent if no row has these keys
    column,        // [row]; index: column of the table
    // truth
    not_, and_, or_,   // and_, or_: two or more
    if_,           // [condition, then, else]
    compare,       // [a, b]; index: Comparison; kinds are equal (number, text, date, datetime, duration, enumeration, boolean, reference), or one is a deadline: see below
    in_list,       // [x, list]; list items have x's kind
    is_recorded, is_missing,  // [x]
    or_else,       // [x, v]
    is_empty,      // [list]
    matches,       // [text]; value.text: the pattern (checked, ECMAScript, whole text may contain it anywhere)
    precedes,      // [element a, element b] of one list
    // arithmetic; unknown with a fault on overflow or division by zero
    negate,        // number or duration
    add, subtract, multiply, divide,
                   // number; duration ± duration; datetime − datetime → duration; datetime ± duration; duration × or ÷ number;
                   // period × number (an integer ≥ 0, else a fault)
    length_of,     // [text] → number of code points
    // quantifiers: binder `index`, [list, P, Q]; `second`: N
    at_least,      // at least N x in L where P
    at_most,       // at most N
    every,         // P may be no_expr: all elements
    // folds: binder `index` (−1: over the list's own items), [list, P, E]; P may be no_expr; E is no_expr without binder
    count, count_distinct, sum, least, greatest,   // earliest and latest are least and greatest of times
    first, last,   // binder `index`, [list, P]; optional element (or item)
    first_by,      // binder `index`, [list, P, key]
    // lists
    list,          // [items…], all present, of one kind
    comprehension, // binder `index`, [list, P, E]
    spans_for,     // binder `index`, [list, P, from, to]: spans of time; to may be absent (still running)
    spans_join,    // [spans…]
    // time
    date_of,       // [datetime] → local date
    period_length, // [period in hours or shorter] → duration
    after,         // [period, point (date or datetime), spans or no_expr] → deadline; second: CountingFlags
    within,        // [b, a, deadline of a]: a <= b (days if either is a date) and b <= the deadline
    at_least_after,// [b, a, period]: b at least P after a (semantics § 4); second: CountingFlags
    from_to,       // [a, b] dates or datetimes; index: Unit day, month or year → number
    age_on,        // [born date, date or datetime] → number
};

// compare with a deadline: the deadline is the second argument and index is less_equal (in time) or greater (late);
// the checker turns the other spellings round. The first argument is a datetime, or a date if the deadline counts days.
// deadline with deadline compares their ends.

struct Expr {
    Op op = Op::constant;
    Type type;
    Span span;
    ExprList args;
    std::int32_t index = -1;
    std::int32_t second = -1;
    Value value;
};

}  // namespace kaoping::dsl
