#pragma once
// Pages taken apart, the base pack, and goldens of rendered text, for the tests of the diagnostics.

#include <string>
#include <string_view>
#include <vector>

#include "dsl/load.hpp"
#include "tests/support/base_pack.hpp"
#include "tests/support/project_file.hpp"

namespace diagnostics_test {

using kaoping_test::base_with;
using kaoping_test::Block;
using kaoping_test::raised_by;
using kaoping_test::raised_by_pack;
using kaoping_test::Raised;
using kaoping_test::read_project_file;

/// The fenced blocks under a heading of a page ("Raises it", "Mended"), in order.
std::vector<Block> blocks_under(std::string_view page, std::string_view heading);

/// What the parser alone says of one text.
Raised raised_by_syntax(const std::string& text, const kaoping::dsl::SyntaxBudget& budget = {});

/// Compares a text with golden/<name>.txt.
void check_golden(const std::string& name, const std::string& text);

}  // namespace diagnostics_test
