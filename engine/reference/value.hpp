#pragma once
// Values of the reference evaluator: present, absent or unknown with the facts that were missing.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/result/verdict.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine::reference {

using Facts = std::vector<Fact>;

enum class State : std::uint8_t { present, absent, unknown };

struct Item;

/// A value of any type. Numbers and times in the encodings of dsl/typed/value.hpp; an element is its row in its record's
/// table; a list its items.
struct Value {
    State state = State::present;
    std::int64_t number = 0;
    std::string text;
    std::vector<Item> items;
    std::vector<TimeSpan> spans;
    Facts facts;            ///< of an unknown value
    std::string place;      ///< of a reference, list or absent value that a name was bound to: where it stands, or would have stood
    int table = -1;         ///< of an item of a list of the case: the list's table and the item's row
    std::int32_t row = -1;

    [[nodiscard]] bool present() const { return state == State::present; }
    [[nodiscard]] bool absent() const { return state == State::absent; }
    [[nodiscard]] bool unknown() const { return state == State::unknown; }

    [[nodiscard]] static Value of(std::int64_t n);
    [[nodiscard]] static Value nothing();
    [[nodiscard]] static Value lacking(Facts facts);
    [[nodiscard]] static Value lacking(Fact fact);
};

/// Three-valued truth with the facts of an unknown one.
struct Truth3 {
    Truth truth = Truth::no;
    Facts facts;
};

inline Truth3 known(bool truth) { return {truth ? Truth::yes : Truth::no, {}}; }
inline Truth3 lacking(Facts facts) { return {Truth::unknown, std::move(facts)}; }

/// An item of a list, and whether it belongs to it: a comprehension's condition may be unknown.
struct Item {
    Value value;
    Truth3 member{Truth::yes, {}};
};

inline Value Value::of(std::int64_t n) {
    Value v;
    v.number = n;
    return v;
}
inline Value Value::nothing() {
    Value v;
    v.state = State::absent;
    return v;
}
inline Value Value::lacking(Facts facts) {
    Value v;
    v.state = State::unknown;
    v.facts = std::move(facts);
    return v;
}
inline Value Value::lacking(Fact fact) { return lacking(Facts{std::move(fact)}); }

inline void add_facts(Facts& to, const Facts& from) { to.insert(to.end(), from.begin(), from.end()); }

}  // namespace kaoping::engine::reference
