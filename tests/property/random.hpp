#pragma once
// Random choices that are the same with every standard library: distributions of its own over std::mt19937_64.

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace kaoping::test {

class Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    /// 0 … n − 1; n > 0.
    [[nodiscard]] std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
    /// Both ends included.
    [[nodiscard]] int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }
    [[nodiscard]] bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    template <typename T>
    [[nodiscard]] const T& pick(const std::vector<T>& from) {
        return from[below(from.size())];
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace kaoping::test
