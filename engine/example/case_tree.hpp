#pragma once
// A case file as a tree that can be changed and written again: what examples are merged with.

#include <string>
#include <vector>

#include "dsl/registry/yaml_document.hpp"
#include "dsl/typed/schema.hpp"

namespace kaoping::engine {

struct CaseEntry;

struct CaseTree {
    dsl::yaml::NodeKind kind = dsl::yaml::NodeKind::null;
    bool plain = true;   ///< of a scalar: written without quotes
    std::string text;    ///< of a scalar
    std::vector<CaseEntry> entries;  ///< of a mapping
    std::vector<CaseTree> items;     ///< of a sequence
};

struct CaseEntry {
    std::string key;
    CaseTree value;
};

[[nodiscard]] CaseTree tree_of(dsl::yaml::View view);

/// Puts a fragment over a case (language § 8): mappings are merged key by key, `~` removes a key; elements of a list of
/// records are found by their key, else by position; an element that is not there is added, `~` removes the one at its
/// position; `[]` makes a list empty. Anything else replaces what was there.
void merge_case(CaseTree& base, const CaseTree& fragment, const dsl::Schema& schema);

/// The tree as a YAML document that reads the same.
[[nodiscard]] std::string to_yaml(const CaseTree& tree);

}  // namespace kaoping::engine
