// Draws that are the same on every machine: std::mt19937_64 is fixed by the standard, its distributions are not, so they are ours.
#pragma once
#include <cstdint>
#include <random>
#include <vector>

#include "moment.hpp"

namespace generator {

class Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}
    std::int64_t between(std::int64_t low, std::int64_t high);   // both included
    bool chance(double p);
    Span span(Span low, Span high);                              // whole minutes
    template <class T>
    const T& pick(const std::vector<T>& from) { return from[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(from.size()) - 1))]; }
    template <class T>
    void shuffle(std::vector<T>& deck) {
        for (std::size_t i = deck.size(); i > 1; --i)
            std::swap(deck[i - 1], deck[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(i) - 1))]);
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace generator
