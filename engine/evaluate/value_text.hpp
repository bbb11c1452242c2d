#pragma once
// One value as a person reads it in a message or a report. Shared by both evaluators.

#include <string>
#include <string_view>

#include "dsl/typed/schema.hpp"
#include "dsl/typed/type.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

/// Text of a present value that is no text itself (numbers in the encodings of value.hpp). `language` as in Rule::catalogue;
/// enum members read by their label, where the schema gives one, in every language but the rule file's own.
[[nodiscard]] std::string value_text(const dsl::Schema& schema, const Zone& zone, dsl::Type type, std::int64_t number, const std::string& language);

/// What an element is called: its text field `name` where there is one, else its key, else its pointer.
[[nodiscard]] std::string element_name(const dsl::Schema& schema, const Layout& layout, const CaseBatch& batch, std::int32_t record, std::int32_t row);

/// What stands for a value that is absent, or unknown.
[[nodiscard]] std::string_view absent_text(const std::string& language);
[[nodiscard]] std::string_view unknown_text(const std::string& language);

}  // namespace kaoping::engine
