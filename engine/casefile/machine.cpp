// See machine.hpp.

#include "engine/casefile/machine.hpp"

#include <algorithm>
#include <cstdlib>

#include <unistd.h>

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

std::size_t bytes_together() {
    constexpr long mebibyte = 1L << 20;
#if defined(_SC_LEVEL2_CACHE_SIZE)
    static const long cache = sysconf(_SC_LEVEL2_CACHE_SIZE);  // 0 or less: unknown
#else
    constexpr long cache = 0;
#endif
    return static_cast<std::size_t>(std::clamp(cache, mebibyte, 2 * mebibyte)) * 3 / 2;
}

}  // namespace kaoping::engine
