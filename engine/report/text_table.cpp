// A table of texts: see text_table.hpp.

#include "engine/report/text_table.hpp"

#include <algorithm>

#include "dsl/source/source.hpp"
#include "dsl/source/utf8.hpp"

namespace kaoping::engine {

std::string cut(std::string_view text, std::size_t width) {
    if (dsl::display_width(text) <= width) return std::string(text);
    std::string out;
    for (std::size_t used = 0; !text.empty();) {
        const dsl::CodePoint point = dsl::next_code_point(text);
        used += point.valid ? dsl::cell_width(point.value) : 1;
        if (used + 1 > width) break;
        out += text.substr(0, point.length);
        text.remove_prefix(point.length);
    }
    return out + "…";
}

namespace {

void put(std::string& out, const TableColumn& column, std::size_t width, const std::string& text, bool first) {
    const std::string padding(width - std::min(width, dsl::display_width(text)), ' ');
    if (!first) out += "  ";
    out += column.align == Align::left ? text + padding : padding + text;
}

void end_line(std::string& out) {
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
}

}  // namespace

std::string text_table(const std::vector<TableColumn>& columns, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        std::size_t width = dsl::display_width(columns[c].title);
        for (const auto& row : rows) width = std::max(width, std::min(columns[c].most, dsl::display_width(row[c])));
        widths.push_back(width);
    }
    std::string out;
    for (std::size_t c = 0; c < columns.size(); ++c) put(out, columns[c], widths[c], columns[c].title, c == 0);
    end_line(out);
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < columns.size(); ++c) put(out, columns[c], widths[c], cut(row[c], columns[c].most), c == 0);
        end_line(out);
    }
    return out;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    std::string out;
    std::size_t used = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t cells = dsl::display_width(word);
        if (used > 0 && used + 1 + cells > width) {
            out += '\n' + std::string(indent, ' ');
            used = indent;
        } else if (used > 0) {
            out += ' ';
            ++used;
        }
        out += word;
        used += cells;
    }
    return out;
}

}  // namespace kaoping::engine
