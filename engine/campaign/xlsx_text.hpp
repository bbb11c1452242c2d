#pragma once
// Texts of cells of a workbook, for the writers of workbooks only: no other header includes it.

#include <string>

#include "engine/campaign/xlsx_library.hpp"

namespace kaoping::campaign {

/// Writes a text, never a formula, with what a cell cannot hold mended: bytes that are not UTF-8, control signs, more than
/// 32,000 bytes.
void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format);

}  // namespace kaoping::campaign
