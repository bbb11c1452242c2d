#pragma once
// Rows of CSV (RFC 4180): fields with commas, quotes or line ends are quoted; lines end with CR LF. A text that a spreadsheet
// would take for a formula gets an apostrophe in front.
//
// Private to writers of CSV: no other header includes it.

#include <cstdint>
#include <string>
#include <string_view>

namespace kaoping::engine::csv {

/// So that spreadsheet programs read Chinese text: stands before everything.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A text with nothing to be quoted, that no spreadsheet takes for a formula: `cell` writes it as it is.
[[nodiscard]] bool is_plain(std::string_view text);
/// Each writes a field and a comma.
void cell(std::string& out, std::string_view text);
void number(std::string& out, std::int64_t millionths);
void number(std::string& out, std::uint64_t count);
/// Ends a row of at least one field.
void end_row(std::string& out);

}  // namespace kaoping::engine::csv
