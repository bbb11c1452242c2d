// See instructions.hpp.

#include "engine/casefile/instructions.hpp"

#include <cstdlib>

namespace kaoping::engine {

bool has_avx2() {
#if defined(__x86_64__)
    static const bool has = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("bmi2") != 0 &&
                            __builtin_cpu_supports("pclmul") != 0 && std::getenv("KAOPING_NO_AVX2") == nullptr;
    return has;
#else
    return false;
#endif
}

bool has_avx512() {
#if defined(__x86_64__)
    static const bool has = has_avx2() && __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vl") != 0 &&
                            std::getenv("KAOPING_NO_AVX512") == nullptr;
    return has;
#else
    return false;
#endif
}

}  // namespace kaoping::engine
