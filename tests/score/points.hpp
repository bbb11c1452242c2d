#pragma once
// Amounts of the tests, in whole points.

#include <cstdint>

#include "engine/result/verdict.hpp"

constexpr std::int64_t pt = 1'000'000;

inline kaoping::engine::Interval points(std::int64_t low, std::int64_t high) { return {low * pt, high * pt}; }
