#pragma once
// Values of JSON in the forms that data mostly have, straight from the text into a cell: one reader per type of field, so that
// the walk asks once what to do. Whatever has another form, and all that is wrong, is CaseWriter's.

#include <cstdint>

#include "engine/casefile/string_stops.hpp"

namespace kaoping::engine {

class CaseWriter;
struct FieldPlan;
struct RecordKey;

/// What is read, and where to.
struct FormText {
    StringStops stops;
    CaseWriter& writer;
};

/// Reads the value at a place of a JSON text into the key's cell of a row; from any place on at least 32 bytes can be read. Returns the
/// place behind the value; null: it has another form, nothing was read.
using CommonForm = const char* (*)(const FormText& text, const RecordKey& key, std::int32_t row, const char* at);

/// Reads nothing.
const char* no_common_form(const FormText& text, const RecordKey& key, std::int32_t row, const char* at);

/// Of fields that are always read the long way (lists of other things than texts, elements, amounts, periods): no_common_form.
[[nodiscard]] CommonForm common_form(const FieldPlan& plan);

}  // namespace kaoping::engine
