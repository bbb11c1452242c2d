// Texts of cells: see xlsx_text.hpp.

#include "engine/campaign/xlsx_text.hpp"

#include "dsl/source/utf8.hpp"

namespace kaoping::campaign {

void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) {
    constexpr std::size_t longest_cell = 32'000;  // a cell holds 32,767 characters
    std::string safe = dsl::valid_utf8(text);
    if (safe.size() > longest_cell) safe = dsl::valid_utf8(safe.substr(0, longest_cell));
    for (char& c : safe)
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n') c = ' ';  // XML holds no other control signs
    if (safe.empty()) xlsx().worksheet_write_blank(sheet, row, column, format);
    else xlsx().worksheet_write_string(sheet, row, column, safe.c_str(), format);
}

}  // namespace kaoping::campaign
