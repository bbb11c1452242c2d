#pragma once
// Source texts and places in them.
//
// A Span is two byte offsets into one registered text; it is the only kind of position that the passes carry. Lines and
// columns exist for display only and are computed when a person looks: lines count from 1, columns count from 1 in
// display cells (a Chinese character is two cells wide).

#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace kaoping::dsl {

/// Number of a text in a SourceMap; -1 is "nowhere".
using FileId = std::int32_t;

/// Half-open byte range [begin, end) of one text.
struct Span {
    FileId file = -1;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const Span&) const = default;
    [[nodiscard]] bool valid() const { return file >= 0; }
};

/// The smallest span that holds both (of the same file; an invalid side yields the other).
[[nodiscard]] inline Span join(Span a, Span b) {
    if (!a.valid()) return b;
    if (!b.valid() || a.file != b.file) return a;
    return {a.file, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

/// A place as a person counts: line from 1, column from 1 in display cells, byte column from 1.
struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    std::uint32_t byte_column = 1;
};

/// Width of a UTF-8 text in terminal cells; an invalid byte counts as one cell.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// One registered text.
class SourceFile {
public:
    SourceFile(std::string name, std::string text);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] Place place(std::uint32_t offset) const;
    /// The line (from 1) without its line end; empty if there is no such line.
    [[nodiscard]] std::string_view line(std::uint32_t number) const;
    [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts().size()); }
    /// Offset of the first byte of a line (from 1).
    [[nodiscard]] std::uint32_t line_begin(std::uint32_t number) const { return line_starts().at(number - 1); }

private:
    /// Found when somebody asks first: of most texts nobody does.
    [[nodiscard]] const std::vector<std::uint32_t>& line_starts() const;

    std::string name_;
    std::string text_;
    mutable std::once_flag asked_;
    mutable std::vector<std::uint32_t> line_starts_;
};

/// All texts of a run. Grows only; ids and references to files stay valid (files are held by pointer).
class SourceMap {
public:
    /// Registers a text under the name that a person is to read; texts of 4 GiB and more are cut there.
    FileId add(std::string name, std::string text);
    [[nodiscard]] const SourceFile& file(FileId id) const;
    [[nodiscard]] std::size_t size() const;
    /// The text under the span; empty for an invalid span.
    [[nodiscard]] std::string_view text(Span span) const;

private:
    std::vector<std::unique_ptr<SourceFile>> files_;
};

}  // namespace kaoping::dsl
