#pragma once
// A scoring scheme from its path.

#include <string>

#include "dsl/source/source.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::engine {

/// Reads a scheme file; a file that cannot be read is a diagnostic like any other mistake (K0501).
[[nodiscard]] Scheme load_scheme(dsl::SourceMap& sources, const std::string& path, const dsl::Program& program, dsl::Diagnostics& out);

}  // namespace kaoping::engine
