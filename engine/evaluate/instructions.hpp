#pragma once
// Which instructions wide loops may use: those that every machine of the build has, or those of the machine at hand.

namespace kaoping::engine {

/// Has the machine AVX2? Not where KAOPING_NO_AVX2 is set: so tests run both ways of every loop on one machine.
[[nodiscard]] bool has_avx2();

}  // namespace kaoping::engine
