// CSV texts: see csv.hpp. One pass over the bytes; a row is read cell by cell.

#include "dsl/registry/csv.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/source/utf8.hpp"

namespace kaoping::dsl {

namespace {

class CsvReader {
public:
    CsvReader(std::string_view text, FileId file, char separator, Diagnostics& out) : text_(text), file_(file), separator_(separator), out_(out) {
        if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    }

    bool done() const { return at_ >= text_.size(); }

    /// One line (a quoted cell may span several); false after a mistake that leaves nothing to go on with.
    bool row(std::vector<CsvCell>& cells) {
        while (true) {
            cells.push_back({});
            if (!cell(cells.back())) return false;
            if (done()) return true;
            const char c = text_[at_++];
            if (c == separator_) continue;
            if (c == '\r' && !done() && text_[at_] == '\n') ++at_;
            return true;
        }
    }

private:
    bool cell(CsvCell& cell) {
        const std::size_t begin = at_;
        cell.quoted = !done() && text_[at_] == '"';
        const bool good = cell.quoted ? quoted(cell.text) : plain(cell.text);
        cell.span = span(begin, at_);
        return good;
    }

    bool ends_cell() const { return done() || text_[at_] == separator_ || text_[at_] == '\n' || text_[at_] == '\r'; }

    bool plain(std::string& value) {
        while (!ends_cell()) {
            if (text_[at_] == '"') return fail(at_, "a quote inside a cell that does not begin with one");
            value += text_[at_++];
        }
        return true;
    }

    bool quoted(std::string& value) {
        const std::size_t begin = at_++;
        while (!done()) {
            const char c = text_[at_++];
            if (c != '"') {
                value += c;
            } else if (!done() && text_[at_] == '"') {
                value += text_[at_++];
            } else {
                return ends_cell() || fail(at_, "something stands between the closing quote and the end of the cell");
            }
        }
        return fail(begin, "this quote is never closed");
    }

    bool fail(std::size_t at, std::string message) {
        out_.push_back({"K0520", DiagnosticLevel::error, span(at, std::min(at + 1, text_.size())), std::move(message), {},
                        "write a quote inside a quoted cell twice"});
        return false;
    }

    Span span(std::size_t begin, std::size_t end) const {
        return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    std::string_view text_;
    FileId file_;
    char separator_;
    Diagnostics& out_;
    std::size_t at_ = 0;
};

bool blank(const std::vector<CsvCell>& row) { return row.size() == 1 && row[0].text.empty() && !row[0].quoted; }

}  // namespace

CsvText read_csv(const SourceMap& map, FileId file, Diagnostics& out, char separator) {
    CsvText csv;
    const std::string_view text = map.file(file).text();
    if (const std::size_t bad = first_invalid_utf8(text); bad != std::string_view::npos) {
        const auto at = static_cast<std::uint32_t>(bad);
        out.push_back({"K0503", DiagnosticLevel::error, {file, at, at + 1}, "this byte is no UTF-8", {}, "save the file as UTF-8"});
        return csv;
    }
    CsvReader reader(text, file, separator, out);
    while (!reader.done()) {
        std::vector<CsvCell> row;
        row.reserve(csv.header.size());
        if (!reader.row(row)) return csv;
        if (blank(row)) continue;
        if (csv.header.empty()) {
            csv.header = std::move(row);
        } else if (row.size() == csv.header.size()) {
            csv.rows.push_back(std::move(row));
        } else {
            out.push_back({"K0521", DiagnosticLevel::error, join(row.front().span, row.back().span),
                           fmt::format("this row has {} cells, the header has {}", row.size(), csv.header.size()), {}, "an empty cell keeps its comma; a cell that holds a comma stands in quotes"});
        }
    }
    return csv;
}

}  // namespace kaoping::dsl
