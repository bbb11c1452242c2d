#pragma once
// Pending subjects by due time: what can still be put right (in-process supervision).

#include <cstdint>
#include <string>
#include <vector>

#include "engine/result/finding.hpp"

namespace kaoping::cli {

/// A length of time of `--due-within`: "3d", "12h", "90m"; −1: not such a text. In µs.
[[nodiscard]] std::int64_t parse_length(const std::string& text);

/// The findings that fall due soonest, a bounded number of them.
class DueList {
public:
    static constexpr std::size_t most = 1000;
    /// `until`: the last instant (µs) that is of interest.
    explicit DueList(std::int64_t until) : until_(until) {}
    void add(const engine::Finding& finding);
    /// Soonest first; equal times in the order in which they were added.
    [[nodiscard]] std::vector<engine::Finding> take();
    [[nodiscard]] std::uint64_t count() const { return count_; }

private:
    struct Entry {
        engine::Finding finding;
        std::uint64_t number = 0;
        bool operator<(const Entry& other) const {
            return finding.due_at != other.finding.due_at ? finding.due_at < other.finding.due_at : number < other.number;
        }
    };
    std::int64_t until_;
    std::uint64_t count_ = 0;
    std::vector<Entry> heap_;  ///< the latest in front
};

}  // namespace kaoping::cli
