// See instructions.hpp.

#include "engine/evaluate/instructions.hpp"

#include <cstdlib>

namespace kaoping::engine {

bool has_avx2() {
#if defined(__x86_64__)
    static const bool has = __builtin_cpu_supports("avx2") != 0 && std::getenv("KAOPING_NO_AVX2") == nullptr;
    return has;
#else
    return false;
#endif
}

}  // namespace kaoping::engine
