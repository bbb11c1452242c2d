#pragma once
// One value as a person reads it in a message or a list of shown values. Both evaluators use it, so that their texts agree.
//
// Language "" (or "en") is that of the rule files; any other takes the schema's labels, and for "zh-CN" Chinese words.

#include <cstdint>
#include <string>
#include <string_view>

#include "dsl/typed/schema.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

/// What a value is formatted from.
struct TextContext {
    const dsl::Schema& schema;
    const Layout& layout;
    const TimeContext& time;
    const CaseBatch& batch;
    const std::string& language;
};

/// A value in the encoding of value.hpp: `number` (a boolean as 0 or 1, an element by its row) or `text` (texts, references).
struct ShownValue {
    dsl::Type type;
    CellState state = CellState::unknown;
    std::int64_t number = 0;
    std::string_view text;
};

/// "12.5", "2026-03-02T10:20:01+08:00", "detention", "3 working days"; absent "not recorded", unknown "unknown".
/// An element reads as element_text, a reference as its key. Lists are not values: join their items by list_separator.
[[nodiscard]] std::string value_text(const TextContext& context, const ShownValue& value);
[[nodiscard]] std::string_view list_separator(const std::string& language);
/// Text of a list without items.
[[nodiscard]] std::string_view empty_list_text(const std::string& language);

/// Who or what an element is: its personal text field `name` if that is recorded, else its key, else its pointer.
[[nodiscard]] std::string element_text(const TextContext& context, int record, std::int32_t row);

/// "measures[2].person" for "/measures/2/person"; "the case" for "".
[[nodiscard]] std::string path_text(std::string_view pointer);

}  // namespace kaoping::engine
