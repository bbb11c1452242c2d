#pragma once
// The keys of one record's data, each with all that reading its value needs, so that a reader's inner loop asks once.

#include <cstdint>
#include <string_view>

#include "engine/casefile/case_writer.hpp"
#include "engine/casefile/decode_plan.hpp"
#include "engine/casefile/key_order.hpp"

namespace kaoping::engine {

struct RecordKey {
    /// How the value is read in the form that data mostly have; whatever has another form is read the long way.
    enum class Read : std::uint8_t {
        passed_over,  ///< nobody wants the field
        unknown,      ///< the record has no such field, which is a finding
        instant, day, member, text, truth, count,
        other,        ///< always the long way: lists, elements, amounts, periods
    } read = Read::passed_over;
    std::int32_t field = -1;
    std::size_t word = 0;        ///< of the fields seen …
    std::uint64_t bit = 0;       ///< … and the field's bit in it
    const FieldPlan* plan = nullptr;
    const CellBuffers* cells = nullptr;

    [[nodiscard]] bool passed_over() const { return read == Read::passed_over; }
};

/// Of one record: its keys, and the order in which they came so far.
class RecordKeys {
public:
    using Seen = KeyOrder<RecordKey>::Seen;

    /// `plan` and `cells` (by field) must outlive it. `strict`: keys without a field are findings.
    RecordKeys(const RecordPlan& plan, const CellBuffers* cells, bool strict) : plan_(plan), cells_(cells), strict_(strict) {}

    [[nodiscard]] RecordKey key(std::string_view name) const;
    /// Stands for the beginning of every object.
    [[nodiscard]] Seen& beginning() { return order_.beginning(); }
    /// A key that came behind `last`, when another one was expected.
    [[nodiscard]] Seen& find(std::string_view name, Seen& last) {
        return order_.find(name, last, [this](std::string_view fresh) { return key(fresh); });
    }

private:
    const RecordPlan& plan_;
    const CellBuffers* cells_;
    bool strict_;
    KeyOrder<RecordKey> order_;
};

}  // namespace kaoping::engine
