#pragma once
// One case out of the inputs, decoded whole.

#include <optional>
#include <string>

#include "cli/packs.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/casefile/reader.hpp"

namespace kaoping::cli {

struct OneCase {
    engine::CaseBatch batch;
    int row = 0;
};

/// The case with this id; without an id the only one. Prints what is wrong, with the exit code in `status`.
[[nodiscard]] std::optional<OneCase> find_case(const LoadedPacks& packs, const std::string& input, const std::string& id, std::int64_t as_of, int& status);

}  // namespace kaoping::cli
