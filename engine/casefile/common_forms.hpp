#pragma once
// Values of JSON in the forms that data mostly have, straight from the text into a cell: one reader per type of field, so that
// the walk asks once what to do. Whatever has another form, and all that is wrong, is CaseWriter's.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kaoping::engine {

struct FieldPlan;
struct RecordKey;

/// Where a value begins: a place in the index of a text. At least 32 bytes can be read from any sign on.
struct JsonPlace {
    const char* text;
    const std::uint32_t* at;

    [[nodiscard]] const char* begin() const { return text + at[0]; }
    /// Of the value and the blanks behind it.
    [[nodiscard]] std::size_t size() const { return at[1] - at[0]; }
};

/// Reads a value into the key's cell of a row. `escapes`: some text of the case has escapes. Returns the place in the index behind
/// it; null: it has another form, nothing was read.
using CommonForm = const std::uint32_t* (*)(const RecordKey& key, std::int32_t row, JsonPlace place, bool escapes);

/// Null: fields of this type are always read the long way (lists of other things than texts, elements, amounts, periods).
[[nodiscard]] CommonForm common_form(const FieldPlan& plan);

}  // namespace kaoping::engine
