// Reading a filled-in sheet: see sheet_reader.hpp.

#include "engine/campaign/review/sheet_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>

#include "dsl/registry/csv.hpp"
#include "dsl/source/utf8.hpp"

namespace kaoping::campaign {

namespace {

using Cell = std::string SheetLine::*;
constexpr std::array<std::pair<std::string_view, Cell>, 10> cells{{{"finding", &SheetLine::finding},
                                                                   {"case", &SheetLine::case_id},
                                                                   {"standard", &SheetLine::standard},
                                                                   {"rule", &SheetLine::rule},
                                                                   {"severity", &SheetLine::severity},
                                                                   {"message", &SheetLine::message},
                                                                   {"decision", &SheetLine::decision},
                                                                   {"amount", &SheetLine::amount},
                                                                   {"veto", &SheetLine::veto},
                                                                   {"reason", &SheetLine::reason}}};

/// Without blanks around it, and without the apostrophe that guards a formula.
std::string plain(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    text = text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
    if (text.size() > 1 && text[0] == '\'' && std::string_view("=+-@").find(text[1]) != std::string_view::npos) text.remove_prefix(1);
    return std::string(text);
}

/// The text as it is to be read, and what separates its cells.
struct Prepared {
    std::string text;
    char separator = ',';
};

Prepared prepare(std::string_view bytes) {
    Prepared out{std::string(bytes.substr(bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0)), ','};
    const std::string first = out.text.substr(0, out.text.find('\n'));
    if (first.size() > 4 && first.substr(0, 4) == "sep=") {  // Excel's own first line: it stays empty, so that lines keep their numbers
        out.separator = first[4];
        out.text.erase(0, first.size());
        return out;
    }
    for (const char one : {';', '\t'})
        if (std::count(first.begin(), first.end(), one) > std::count(first.begin(), first.end(), out.separator)) out.separator = one;
    return out;
}

int line_of(const dsl::SourceMap& sources, const dsl::Span& span) { return static_cast<int>(sources.file(span.file).place(span.begin).line); }

void read_lines(const dsl::SourceMap& sources, const dsl::CsvText& csv, SheetRead& out) {
    std::vector<std::pair<std::size_t, Cell>> places;
    for (std::size_t c = 0; c < csv.header.size(); ++c)
        for (const auto& [title, cell] : cells)
            if (plain(csv.header[c].text) == title) places.emplace_back(c, cell);
    for (const auto& row : csv.rows) {
        SheetLine line;
        line.line = line_of(sources, row.front().span);
        for (const auto& [column, cell] : places) line.*cell = plain(row[column].text);
        const bool empty = std::all_of(row.begin(), row.end(), [](const dsl::CsvCell& cell) { return plain(cell.text).empty(); });
        if (!empty) out.lines.push_back(std::move(line));
    }
}

}  // namespace

SheetRead read_sheet(const std::string& name, std::string_view bytes) {
    SheetRead out;
    if (bytes.substr(0, 2) == "PK") return {{}, {name + ": this is a workbook; save the sheet as \"CSV UTF-8\" and import that"}};
    if (dsl::first_invalid_utf8(bytes) != std::string_view::npos)
        return {{}, {name + ": the file is no UTF-8, so Chinese text could not be read; in the spreadsheet program save it as \"CSV UTF-8\""}};
    dsl::SourceMap sources;
    dsl::Diagnostics mistakes;
    const Prepared prepared = prepare(bytes);
    const dsl::CsvText csv = dsl::read_csv(sources, sources.add(name, prepared.text), mistakes, prepared.separator);
    for (const dsl::Diagnostic& mistake : mistakes)
        out.problems.push_back(fmt::format("{}:{}: {}; {}", name, line_of(sources, mistake.span), mistake.message, mistake.help));
    for (const char* needed : {"finding", "decision"})
        if (std::none_of(csv.header.begin(), csv.header.end(), [&](const dsl::CsvCell& cell) { return plain(cell.text) == needed; }))
            out.problems.push_back(
                fmt::format("{}: the first line has no heading `{}`; start from a sheet that `kaoping campaign review --export` wrote", name, needed));
    if (out.problems.empty()) read_lines(sources, csv, out);
    return out;
}

}  // namespace kaoping::campaign
