#pragma once
// Values of JSON in the forms that data mostly have, straight from the text into a cell: one reader per type of field, so that
// the walk asks once what to do. Whatever has another form, and all that is wrong, is CaseWriter's.

#include <cstdint>

namespace kaoping::engine {

struct FieldPlan;
struct RecordKey;

/// Reads a value into the key's cell of a row. `at`: its place in the index of the text; from any place on at least 32 bytes can be
/// read. `escapes`: some text of the case has escapes. Returns the place behind the value; null: it has another form, nothing was read.
using CommonForm = const std::uint32_t* (*)(const RecordKey& key, std::int32_t row, const char* text, const std::uint32_t* at, bool escapes);

/// Null: fields of this type are always read the long way (lists of other things than texts, elements, amounts, periods).
[[nodiscard]] CommonForm common_form(const FieldPlan& plan);

}  // namespace kaoping::engine
