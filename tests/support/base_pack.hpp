#pragma once
// The small pack of tests/diagnostics/base with some of its files replaced: what the examples of pages are checked against.

#include <string>
#include <vector>

#include "dsl/load.hpp"
#include "engine/example/example_file.hpp"

namespace kaoping_test {

/// A file of the pack and its text.
struct Block {
    std::string file, text;
};

/// The file that a fenced block stands for: "rules" and "schema" are the pack's one rule file and schema; otherwise the
/// file is named behind the language ("yaml sources.yaml").
[[nodiscard]] std::string file_of(const std::string& info);

/// A pack held in memory: the files of base/, some of them replaced or added.
[[nodiscard]] kaoping::dsl::MemoryFiles base_with(const std::vector<Block>& blocks);

/// What a text raised: the distinct codes in order with spaces between, and the rendered text (without colour).
struct Raised {
    std::string codes;
    std::string text;
};
[[nodiscard]] Raised raised_by(const kaoping::dsl::SourceMap& sources, const kaoping::dsl::Diagnostics& diagnostics);

/// What the front end says of base and blocks; a block for scheme.yaml is read as a scoring scheme of the pack,
/// one for year-end.yaml as a scheme of a year,
/// one below examples/ as examples of its rules.
[[nodiscard]] Raised raised_by_pack(const std::vector<Block>& blocks, const kaoping::dsl::LoadBudget& budget = {});

/// The examples in the blocks below examples/ of a pack that loaded. Their base is a block there, or a file of base/.
[[nodiscard]] std::vector<kaoping::engine::Example> examples_in(kaoping::dsl::LoadResult& loaded, const std::vector<Block>& blocks);

}  // namespace kaoping_test
