// Pending subjects by due time: see due_list.hpp.

#include "cli/due_list.hpp"

#include <algorithm>
#include <charconv>

#include "dsl/typed/value.hpp"

namespace kaoping::cli {

std::int64_t parse_length(const std::string& text) {
    std::int64_t count = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), count);
    const std::string unit(end, text.data() + text.size());
    if (problem != std::errc{} || count < 0 || count > 100'000) return -1;
    if (unit == "d") return count * dsl::us_per_day;
    if (unit == "h") return count * dsl::us_per_hour;
    return unit == "m" ? count * dsl::us_per_minute : -1;
}

void DueList::add(const engine::Finding& finding) {
    if (finding.verdict != engine::Verdict::pending || !finding.due_at || *finding.due_at > until_) return;
    heap_.push_back({finding, count_++});
    std::push_heap(heap_.begin(), heap_.end());
    if (heap_.size() <= most) return;
    std::pop_heap(heap_.begin(), heap_.end());
    heap_.pop_back();
}

std::vector<engine::Finding> DueList::take() {
    std::sort_heap(heap_.begin(), heap_.end());
    std::vector<engine::Finding> out;
    for (Entry& entry : heap_) out.push_back(std::move(entry.finding));
    heap_.clear();
    return out;
}

}  // namespace kaoping::cli
