#pragma once
// A file of conformance cases, as tests/conformance/README.md says.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dsl/load.hpp"

namespace kaoping::test {

struct ExpectedScore {
    bool given = false;
    bool none = false;  ///< `case: ~`: nothing applies
    std::string low, high;
    std::map<std::string, std::pair<std::string, std::string>> standards;
};

struct ConformanceCase {
    std::string name;
    int line = 0;
    std::string rules;      ///< whole text of the rules file
    std::string case_text;  ///< JSON
    std::string as_of;
    std::map<std::string, std::string> expect;  ///< verdict by subject pointer; "*": every subject
    std::vector<std::string> possible, missing;
    bool missing_given = false;
    std::optional<std::string> overdue;
    std::string scheme;     ///< YAML text; empty: none
    ExpectedScore score;
    bool whole_rules = false;
};

struct ConformanceFile {
    std::string title;
    std::string pack, schema, calendar, sources;  ///< texts of the pack's files
    std::vector<std::pair<std::string, std::string>> tables;  ///< CSV files of decision tables: name, text
    std::vector<ConformanceCase> cases;
};

[[nodiscard]] ConformanceFile read_conformance_file(const std::string& path);

}  // namespace kaoping::test
