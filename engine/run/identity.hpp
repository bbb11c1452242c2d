#pragma once
// The identity of a run: hashes and names of all that its result depends on.

#include "dsl/typed/program.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/result/run_identity.hpp"
#include "engine/run/runner.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::engine {

/// To be asked when all inputs have been read.
[[nodiscard]] RunIdentity identify_run(const dsl::Program& program, const Scheme& scheme, const InputSet& inputs, const RunOptions& options);

}  // namespace kaoping::engine
