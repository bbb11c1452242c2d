#pragma once
// Diagnostics for people and for machines.

#include <string>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"

namespace kaoping::dsl {

/// The form that a person reads: code and message, file:line:column, the source line with a caret under the exact span (in
/// display cells), further places, and what to write instead. `colour` adds terminal escapes. Ends with a count; empty if
/// there is nothing to say.
[[nodiscard]] std::string render_text(const SourceMap& sources, const Diagnostics& diagnostics, bool colour);

/// An array of objects: code, level, message, file, line, column, end_line, end_column, help, labels.
[[nodiscard]] std::string render_json(const SourceMap& sources, const Diagnostics& diagnostics);

/// Workflow commands: `::error file=…,line=…,col=…,title=K0123::message`.
[[nodiscard]] std::string render_github(const SourceMap& sources, const Diagnostics& diagnostics);

}  // namespace kaoping::dsl
