// See limit.hpp.

#include "dsl/diagnostic/limit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kaoping::dsl {

void sort_by_place(Diagnostics& all) {
    std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
        if (a.span.file != b.span.file) return a.span.file < b.span.file;
        return a.span.begin < b.span.begin;
    });
}

void limit_per_file(Diagnostics& sorted, std::size_t limit) {
    constexpr const char* code = "K0704";
    Diagnostics out;
    for (std::size_t first = 0; first < sorted.size();) {
        const FileId file = sorted[first].span.file;
        std::size_t shown = 0, left = 0;
        Span place;
        DiagnosticLevel level = DiagnosticLevel::warning;
        for (; first < sorted.size() && sorted[first].span.file == file; ++first) {
            if (shown < limit || sorted[first].code == code) {
                shown += sorted[first].code == code ? 0 : 1;
                out.push_back(std::move(sorted[first]));
                continue;
            }
            if (left++ == 0) place = sorted[first].span;
            if (sorted[first].level == DiagnosticLevel::error) level = DiagnosticLevel::error;
        }
        if (left > 0)
            out.push_back({code, level, place, fmt::format("the file has more than {} mistakes; the others are not shown", limit), {}, "mend these first; if it is no rule text, check the name of the file and its encoding"});
    }
    sorted = std::move(out);
}

}  // namespace kaoping::dsl
