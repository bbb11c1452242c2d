#pragma once
// Side files of the national packs, and the texts of the statutes where they lie beside the project.

#include <map>
#include <string>
#include <vector>

#include "dsl/load.hpp"

namespace law_test {

/// The pack of rules/<name>, loaded without errors.
const kaoping::dsl::LoadResult& pack(const std::string& name);

/// A YAML file of the project as nested texts: `key: value` gives {"key", value}; `key: {a: b}` gives {"key/a", b}.
std::map<std::string, std::string> flat_yaml(const std::string& path);

/// Paths of the files in a folder of the project, sorted.
std::vector<std::string> files_in(const std::string& folder);

/// The text of an article, or of one of its paragraphs (> 0), of the statute that a source's key names; empty if the texts
/// are not there or hold no such place.
std::string statute_text(const std::string& source, const std::string& article, int paragraph);
bool statutes_there();

/// 119 → 一百一十九.
std::string chinese_number(int number);

}  // namespace law_test
