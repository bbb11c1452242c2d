#pragma once
// The YAML that packs and cases are really written in, read in one pass over the bytes.
//
// Blocks of mappings and lists, flow collections, plain and quoted scalars of one line: files of a pack are read at every
// start of the program, and yaml-cpp needs a thousand instructions for a byte. Whatever is not of this kind (anchors, tags,
// block scalars, escapes beyond the simple ones, values over several lines, tabs) and whatever is wrong is left to yaml-cpp,
// which alone decides what is a mistake: here nothing is ever reported.

#include "dsl/registry/yaml_document.hpp"

namespace kaoping::dsl::yaml {

/// Reads a text that is UTF-8 without control characters into `out`, exactly as yaml-cpp's events would build it. False: the
/// text is not of the usual kind, or a limit would be passed; `out` must then be thrown away. `offset` is added to all places.
[[nodiscard]] bool read_usual(std::string_view text, FileId file, std::uint32_t offset, const Limits& limits, Document& out);

}  // namespace kaoping::dsl::yaml
