#pragma once
// CSV texts as RFC 4180 has them: comma, quotes doubled inside quotes, line ends LF or CRLF, a header line.

#include <string>
#include <string_view>
#include <vector>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"

namespace kaoping::dsl {

struct CsvCell {
    std::string text;
    Span span;            ///< with its quotes
    bool quoted = false;  ///< `""` is the empty text, an empty cell is nothing
};

struct CsvText {
    std::vector<CsvCell> header;
    std::vector<std::vector<CsvCell>> rows;  ///< each as long as the header; others are reported and left out; blank lines are skipped
};

/// Reads a registered text; spreadsheet programs of some countries separate by `;`. Mistakes (bad bytes, open quotes, rows of another length) go to `out`. Never throws.
[[nodiscard]] CsvText read_csv(const SourceMap& map, FileId file, Diagnostics& out, char separator = ',');

}  // namespace kaoping::dsl
