#pragma once
// Inputs that could not be read, on standard error.

#include <cstdint>

#include "engine/result/finding.hpp"

namespace kaoping::cli {

/// Names the first ones and counts all.
class UnreadablePrinter {
public:
    /// Takes any finding; only those of unreadable inputs count.
    void add(const engine::Finding& finding);
    void finish() const;
    [[nodiscard]] std::uint64_t count() const { return count_; }

private:
    static constexpr std::uint64_t most = 20;
    std::uint64_t count_ = 0;
};

}  // namespace kaoping::cli
