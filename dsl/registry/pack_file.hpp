#pragma once
// pack.yaml: what a pack is called, what it needs, and how it counts.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/registry/yaml_reader.hpp"
#include "dsl/source/source.hpp"

namespace kaoping::dsl {

struct PackFile {
    LocatedText id;       ///< an identifier: the first part of every full rule id
    std::string title;
    std::string version;  ///< as written: "2026.1"
    LocatedText schema;   ///< path of the .schema file, relative to the pack's folder
    LocatedText sources;  ///< path of sources.yaml, relative to the pack's folder
    std::map<std::string, LocatedText> calendars;  ///< name → path relative to the pack's folder
    std::vector<LocatedText> languages;            ///< beside the rule file's own: "zh-CN"
    LocatedText applies_when;  ///< a condition on the case, to be parsed by parse_expression at its span; empty: always
    std::int32_t counting = 0;  ///< flags of expression.hpp: count_…
    Span span;                  ///< of the whole file
};

/// Reads pack.yaml (a registered text). What can be read is kept; mistakes go to `out`. Never throws.
[[nodiscard]] PackFile read_pack_file(const SourceMap& map, FileId file, Diagnostics& out);

}  // namespace kaoping::dsl
