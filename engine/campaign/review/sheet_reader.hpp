#pragma once
// A filled-in sheet of a review, read from CSV as spreadsheet programs save it: UTF-8 with or without byte order mark, lines
// ended by CR LF or LF, separated by comma, semicolon or tab, an apostrophe before what could be taken for a formula.

#include <string>
#include <string_view>
#include <vector>

namespace kaoping::campaign {

/// The cells that the import reads, without blanks at their ends; a column that the sheet does not have is empty.
struct SheetLine {
    int line = 0;  ///< in the file, from 1
    std::string finding, case_id, standard, rule, severity, message, decision, amount, veto, reason;
    [[nodiscard]] bool says_nothing() const { return decision.empty() && amount.empty() && veto.empty() && reason.empty(); }
};

struct SheetRead {
    std::vector<SheetLine> lines;         ///< without empty ones
    std::vector<std::string> problems;    ///< sentences with their line; empty: all was understood
};

/// `name`: of the file, for the sentences.
[[nodiscard]] SheetRead read_sheet(const std::string& name, std::string_view bytes);

}  // namespace kaoping::campaign
