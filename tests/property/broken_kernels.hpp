#pragma once
// Kernels with one mistake each: the property test must notice every one of them.

#include <string>

#include "engine/evaluate/kernels.hpp"

namespace kaoping::test {

enum class Damage {
    off_by_one,       ///< truth turned round; numbers, times, rows moved on by one; lists and nests without their last item
    null_swallowing,  ///< what is unknown becomes present: false, zero, the first row, the empty text or list
};
constexpr Damage all_damages[] = {Damage::off_by_one, Damage::null_swallowing};

/// All kernels sound but the one of `kind`, which runs as it should and then spoils what it made.
[[nodiscard]] engine::KernelSet broken_kernels(engine::VertexKind kind, Damage damage);

/// Why nobody could notice; empty: it must be noticed.
[[nodiscard]] std::string unnoticeable(engine::VertexKind kind, Damage damage);

[[nodiscard]] std::string damage_name(Damage damage);

}  // namespace kaoping::test
