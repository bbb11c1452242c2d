#pragma once
// Ascending numbers as a short text: "0-4 7 9-11".

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace kaoping::campaign {

[[nodiscard]] inline std::string list_text(const std::vector<int>& numbers) {
    std::string out;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        if (!out.empty()) out += ' ';
        out += std::to_string(numbers[i]);
        if (last > i) out += '-' + std::to_string(numbers[last]);
        i = last + 1;
    }
    return out;
}

/// Of what `list_text` wrote.
[[nodiscard]] inline std::vector<int> list_numbers(std::string_view text) {
    std::vector<int> out;
    for (const char *at = text.data(), *end = at + text.size(); at < end; ++at) {  // ++at: over the blank
        int first = 0;
        at = std::from_chars(at, end, first).ptr;
        int last = first;
        if (at < end && *at == '-') at = std::from_chars(at + 1, end, last).ptr;
        for (int number = first; number <= last; ++number) out.push_back(number);
    }
    return out;
}

}  // namespace kaoping::campaign
