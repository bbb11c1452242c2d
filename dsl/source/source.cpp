// Line tables and display widths: see source.hpp.

#include "dsl/source/source.hpp"

#include <algorithm>
#include <limits>

#include "dsl/source/utf8.hpp"

namespace kaoping::dsl {

std::size_t display_width(std::string_view text) {
    std::size_t cells = 0;
    while (!text.empty()) {
        if (text.front() >= ' ' && text.front() < 0x7F) {
            ++cells;
            text.remove_prefix(1);
            continue;
        }
        const CodePoint point = next_code_point(text);
        cells += point.valid ? cell_width(point.value) : 1;
        text.remove_prefix(point.length);
    }
    return cells;
}

SourceFile::SourceFile(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {}

const std::vector<std::uint32_t>& SourceFile::line_starts() const {
    std::call_once(asked_, [this] {
        line_starts_.push_back(0);
        for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
            line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
    });
    return line_starts_;
}

Place SourceFile::place(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const std::vector<std::uint32_t>& starts = line_starts();
    const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
    const auto line = static_cast<std::uint32_t>(after - starts.begin());
    const std::uint32_t start = starts[line - 1];
    const std::string_view before = std::string_view(text_).substr(start, offset - start);
    return {line, static_cast<std::uint32_t>(display_width(before)) + 1, offset - start + 1};
}

std::string_view SourceFile::line(std::uint32_t number) const {
    if (number == 0 || number > line_count()) return {};
    const std::uint32_t begin = line_begin(number);
    std::uint32_t end = number < line_count() ? line_begin(number + 1) : static_cast<std::uint32_t>(text_.size());
    while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
    return std::string_view(text_).substr(begin, end - begin);
}

FileId SourceMap::add(std::string name, std::string text) {
    constexpr std::size_t limit = std::numeric_limits<std::uint32_t>::max();
    if (text.size() > limit) text.resize(limit);
    files_.push_back(std::make_unique<SourceFile>(std::move(name), std::move(text)));
    return static_cast<FileId>(files_.size() - 1);
}

const SourceFile& SourceMap::file(FileId id) const { return *files_.at(static_cast<std::size_t>(id)); }
std::size_t SourceMap::size() const { return files_.size(); }

std::string_view SourceMap::text(Span span) const {
    if (!span.valid()) return {};
    const std::string_view all = file(span.file).text();
    if (span.begin >= all.size()) return {};
    return all.substr(span.begin, span.end - span.begin);
}

}  // namespace kaoping::dsl
