#pragma once
// Messages with holes: "… {m.starts_at} …".

#include "dsl/syntax/grammar_lines.hpp"

namespace kaoping::dsl::grammar {

/// Parses a text that stands at `where` (without quotes), its holes as expressions of the language. `{{` and `}}` stand for
/// braces. `escaped`: the text uses the escapes of a rule file.
[[nodiscard]] syntax::Template read_template(State& state, Span where, bool escaped);

}  // namespace kaoping::dsl::grammar
