// A line of progress: see progress.hpp.

#include "cli/progress.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/core.h>

#include "cli/terminal.hpp"

namespace kaoping::cli {

Progress::Progress() : wanted_(progress_wanted()), next_(Clock::now() + std::chrono::milliseconds(500)) {}

Progress::~Progress() {
    if (shown_) fmt::print(stderr, "\r\033[K");
}

void Progress::show(std::uint64_t cases, std::uint64_t read_bytes, std::uint64_t total) {
    if (!wanted_ || Clock::now() < next_) return;
    next_ = Clock::now() + std::chrono::milliseconds(100);
    shown_ = true;
    if (total == 0) fmt::print(stderr, "\r\033[K{} cases", cases);
    else fmt::print(stderr, "\r\033[K{:3} %  {} cases", std::min<std::uint64_t>(100, read_bytes * 100 / total), cases);
    std::fflush(stderr);
}

}  // namespace kaoping::cli
