#include "random.hpp"

namespace generator {

std::int64_t Random::between(std::int64_t low, std::int64_t high) {
    const auto range = static_cast<std::uint64_t>(high - low) + 1;
    const std::uint64_t limit = range == 0 ? 0 : UINT64_MAX - UINT64_MAX % range;   // what lies above would favour the low values
    std::uint64_t drawn = engine_();
    while (limit != 0 && drawn >= limit)
        drawn = engine_();
    return low + static_cast<std::int64_t>(range == 0 ? drawn : drawn % range);
}

bool Random::chance(double p) { return static_cast<double>(engine_() >> 11) * 0x1p-53 < p; }

Span Random::span(Span low, Span high) { return minutes(between(low.seconds / 60, high.seconds / 60)); }

}  // namespace generator
