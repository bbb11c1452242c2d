#pragma once
// From the folder of a tailoring up to the packs that it stands on.

#include <string>
#include <vector>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"
#include "dsl/tailoring/tailoring_file.hpp"

namespace kaoping::dsl {

/// A tailoring with the layers above it, top first, and the folders of the packs that the top one stands on.
struct LayerChain {
    std::vector<TailoringFile> layers;
    std::vector<std::string> packs;
};

/// Does the folder hold a tailoring.yaml?
[[nodiscard]] bool is_tailoring(const std::string& folder);

/// Reads a tailoring and those above it. Mistakes go to `out`; there is at least one layer. Never throws.
[[nodiscard]] LayerChain read_layers(SourceMap& sources, const std::string& folder, Diagnostics& out);

}  // namespace kaoping::dsl
