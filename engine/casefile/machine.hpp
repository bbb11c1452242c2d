#pragma once
// What the machine at hand has, and what is therefore done in another way: results are the same.

#include <cstddef>

namespace kaoping::engine {

/// Has the machine AVX2, and what such machines have too (BMI, BMI2, PCLMUL)? Not where KAOPING_NO_AVX2 is set: so tests run both ways
/// of every loop on one machine.
[[nodiscard]] bool has_avx2();
/// The same of AVX-512 with its parts for bytes (F, BW, VL), and KAOPING_NO_AVX512; not without AVX2.
[[nodiscard]] bool has_avx512();

/// Bytes of case files that are best evaluated together: so many that the instructions of a plan do not start too often, so few that
/// text and columns stay near. One and a half times a core's own cache, as far as it was measured: of 1 to 2 MiB.
[[nodiscard]] std::size_t bytes_together();

}  // namespace kaoping::engine
