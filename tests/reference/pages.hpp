#pragma once
// The pages of the language reference, and how their snippets become whole rule files.

#include <string>
#include <vector>

#include "tests/support/fences.hpp"

namespace reference_test {

struct Page {
    std::string name;  ///< "time.md"
    std::string text;
    std::vector<kaoping_test::Fence> fences;
};

/// dsl/reference/*.md, by name.
[[nodiscard]] std::vector<Page> reference_pages();

/// Texts of the headings of a page, without their `#`.
[[nodiscard]] std::vector<std::string> headings_of(const std::string& page);

/// A rule file out of a snippet: declarations as they are; rules get a standard around them; clauses get a rule, with what
/// every rule must have in its place.
[[nodiscard]] std::string whole_rules(const std::string& snippet);

/// A schema out of a snippet: with a head and a case.
[[nodiscard]] std::string whole_schema(const std::string& snippet);

}  // namespace reference_test
