#pragma once
// Makes a pack on which the evaluators differ smaller: one case, and as few lines as still show the difference.

#include "engine/evaluate/kernels.hpp"
#include "tests/property/comparison.hpp"
#include "tests/property/pack_maker.hpp"

namespace kaoping::test {

/// Everything that a person needs to look at a mismatch: seed, texts, the case, both results.
[[nodiscard]] std::string report(const GeneratedPack& pack, const Mismatch& mismatch, const engine::KernelSet& kernels);

}  // namespace kaoping::test
