#pragma once
// Long texts into a hash with the instructions of the machine at hand: the build itself is portable.

#include <cstddef>

namespace kaoping::dsl {

#if defined(__x86_64__)
/// Adds bytes to an XXH3_state_t (its layout is the same in all units). Only where the machine has AVX2.
void update_with_avx2(void* state, const char* bytes, std::size_t size);
#endif

}  // namespace kaoping::dsl
