#pragma once
// Pages taken apart, the base pack, and goldens of rendered text, for the tests of the diagnostics.

#include <string>
#include <string_view>
#include <vector>

#include "dsl/load.hpp"
#include "tests/support/project_file.hpp"

namespace diagnostics_test {

using kaoping_test::read_project_file;

/// A fenced block: the file of the pack that it stands for, and its text.
struct Block {
    std::string file, text;
};

/// The fenced blocks under a heading of a page ("Raises it", "Mended"), in order.
std::vector<Block> blocks_under(std::string_view page, std::string_view heading);

/// A pack held in memory: the files of base/, some of them replaced or added.
kaoping::dsl::MemoryFiles base_with(const std::vector<Block>& blocks);

/// What a text raised: the distinct codes in order with spaces between, and the rendered text (without colour).
struct Raised {
    std::string codes;
    std::string text;
};
Raised raised_by(const kaoping::dsl::SourceMap& sources, const kaoping::dsl::Diagnostics& diagnostics);

/// What the front end says of base and blocks; a block for scheme.yaml is read as a scoring scheme of the pack,
/// one below examples/ as examples of its rules, province.yaml and county.yaml as layers of tailoring.
Raised raised_by_pack(const std::vector<Block>& blocks, const kaoping::dsl::LoadBudget& budget = {});

/// What the parser alone says of one text.
Raised raised_by_syntax(const std::string& text, const kaoping::dsl::SyntaxBudget& budget = {});

/// Compares a text with golden/<name>.txt.
void check_golden(const std::string& name, const std::string& text);

}  // namespace diagnostics_test
