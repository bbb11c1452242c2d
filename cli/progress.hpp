#pragma once
// A line of progress on standard error for long work, if that is a terminal.

#include <chrono>
#include <cstdint>

namespace kaoping::cli {

class Progress {
public:
    Progress();
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Shows how far the work is, ten times a second at most, and only once it has taken half a second.
    /// `total` 0: not known.
    void show(std::uint64_t cases, std::uint64_t read_bytes, std::uint64_t total);

private:
    using Clock = std::chrono::steady_clock;
    bool wanted_;
    bool shown_ = false;
    Clock::time_point next_;
};

}  // namespace kaoping::cli
