#pragma once
// Pages taken apart, the base pack, and goldens of rendered text, for the tests of the diagnostics.

#include <string>
#include <string_view>
#include <vector>

#include "dsl/load.hpp"

namespace diagnostics_test {

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

/// What the front end says of base and blocks; a block for scheme.yaml is read as a scoring scheme of the pack.
Raised raised_by_pack(const std::vector<Block>& blocks, const kaoping::dsl::LoadBudget& budget = {});

/// What the parser alone says of one text.
Raised raised_by_syntax(const std::string& text, const kaoping::dsl::SyntaxBudget& budget = {});

/// Compares a text with golden/<name>.txt; with KAOPING_BLESS=1 in the environment it is written there instead.
void check_golden(const std::string& name, const std::string& text);

/// The text of a file of the project; empty if there is none.
std::string read_project_file(const std::string& path);

}  // namespace diagnostics_test
