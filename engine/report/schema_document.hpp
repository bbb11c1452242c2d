#pragma once
// A pack's schema for those who deliver case files: what a data team maps an existing case system to.

#include <string>

#include "dsl/typed/schema.hpp"

namespace kaoping::engine {

/// JSON Schema (draft 2020-12) of one case. Enum values are those of the data; references name the record in
/// `x-reference`, personal data is marked by `x-personal`. A field without `?` is required.
[[nodiscard]] std::string schema_json(const dsl::Schema& schema);

/// The same for people: a table per record and per enumeration.
[[nodiscard]] std::string schema_markdown(const dsl::Schema& schema);

}  // namespace kaoping::engine
