// Nearest names: see suggest.hpp. Distances are counted in code points (a Chinese name of two characters is short).

#include "dsl/diagnostic/suggest.hpp"

#include <algorithm>

#include "dsl/source/utf8.hpp"

namespace kaoping::dsl {

namespace {

std::u32string code_points(std::string_view text) {
    std::u32string points;
    while (!text.empty()) {
        const CodePoint point = next_code_point(text);
        points += point.value;
        text.remove_prefix(point.length);
    }
    return points;
}

/// Edits (insert, delete, replace, swap neighbours) from a to b: three rows of the usual table.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

}  // namespace

std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest = 200;  // nobody misspells longer names; keeps the table small
    if (name.size() > longest) return {};
    const std::u32string wanted = code_points(name);
    std::size_t best = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    std::string found;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > longest) continue;
        const std::u32string points = code_points(candidate);
        const std::size_t apart = points.size() > wanted.size() ? points.size() - wanted.size() : wanted.size() - points.size();
        if (apart >= best) continue;
        const std::size_t distance = edit_distance(wanted, points);
        if (distance >= best || distance >= points.size()) continue;
        best = distance;
        found = candidate;
    }
    return found;
}

}  // namespace kaoping::dsl
