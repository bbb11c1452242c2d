#pragma once
// Broken texts out of good ones, the same ones on every machine: byte flips, deletions, doublings, splices of two texts,
// tokens that readers care about, truncation.

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz_test {

class Mutator {
public:
    /// `corpus` is not empty and outlives it.
    Mutator(const std::vector<std::string>& corpus, std::uint64_t seed) : corpus_(corpus), random_(seed) {}

    /// The next broken text: one to eight mutations of a text of the corpus, at most `max_bytes` long.
    [[nodiscard]] std::string next();

    static constexpr std::size_t max_bytes = 64U << 10;

private:
    void mutate(std::string& text);
    void splice(std::string& text);
    [[nodiscard]] std::string_view piece_of_line(std::string_view text);
    [[nodiscard]] std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(random_() % bound); }

    const std::vector<std::string>& corpus_;
    std::mt19937_64 random_;
};

}  // namespace fuzz_test
