#pragma once
// Which instructions wide loops may use: those that every machine of the build has, or those of the machine at hand.

namespace kaoping::engine {

/// Has the machine AVX2, and what all such machines have (BMI, BMI2, PCLMUL)? Not where KAOPING_NO_AVX2 is set: so tests run both ways of every loop on one machine.
[[nodiscard]] bool has_avx2();
/// The same of AVX-512 with its parts for bytes (F, BW, VL), and KAOPING_NO_AVX512; not without AVX2.
[[nodiscard]] bool has_avx512();

}  // namespace kaoping::engine
