#pragma once
// The texts to start from: files of the project, by the reader that they are for.

#include <string>
#include <vector>

#include "dsl/load.hpp"

namespace fuzz_test {

/// Files of a pack in one text, so that mutations reach all of them: each behind a line `=== name`.
[[nodiscard]] std::string bundle(const kaoping::dsl::MemoryFiles& files);
[[nodiscard]] kaoping::dsl::MemoryFiles unbundle(std::string_view text);

/// The name in a bundle of the case that its rules are to judge.
constexpr const char* case_file = "case.yaml";

[[nodiscard]] std::vector<std::string> rule_texts();
[[nodiscard]] std::vector<std::string> pack_bundles();   ///< conformance cases, pages of the diagnostics, example packs
[[nodiscard]] std::vector<std::string> yaml_texts();     ///< every YAML file of the project
[[nodiscard]] std::vector<std::string> pack_files();
[[nodiscard]] std::vector<std::string> source_files();
[[nodiscard]] std::vector<std::string> calendar_files();
[[nodiscard]] std::vector<std::string> catalogue_files();
[[nodiscard]] std::vector<std::string> table_files();
[[nodiscard]] std::vector<std::string> scheme_files();
[[nodiscard]] std::vector<std::string> example_files();
[[nodiscard]] std::vector<std::string> json_line_files();
[[nodiscard]] std::vector<std::string> json_cases();
[[nodiscard]] std::vector<std::string> yaml_cases();
[[nodiscard]] std::vector<std::string> quarterly_cases();
[[nodiscard]] std::vector<std::string> message_texts();
[[nodiscard]] std::vector<std::string> patterns();
[[nodiscard]] std::vector<std::string> timestamps();

/// Inputs that once broke the reader: regressions/<reader>/*.
[[nodiscard]] std::vector<std::string> regressions(const std::string& reader);

}  // namespace fuzz_test
