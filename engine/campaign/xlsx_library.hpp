#pragma once
// libxlsxwriter, loaded when the first workbook is written, for the writers of workbooks only: no other header includes it.
//
// With libcrypto, which it brings along, it takes as long to load as all other libraries together; few runs write workbooks.

#include <xlsxwriter.h>

#define KAOPING_XLSX_FUNCTIONS(USE)                                                                                                 \
    USE(lxw_strerror)                                                                                                               \
    USE(workbook_new) USE(workbook_new_opt) USE(workbook_add_format) USE(workbook_add_worksheet) USE(workbook_close)                \
    USE(format_set_align) USE(format_set_bg_color) USE(format_set_bold) USE(format_set_border) USE(format_set_font_color)           \
    USE(format_set_font_size) USE(format_set_num_format) USE(format_set_text_wrap)                                                  \
    USE(worksheet_autofilter) USE(worksheet_data_validation_range) USE(worksheet_fit_to_pages) USE(worksheet_freeze_panes)          \
    USE(worksheet_repeat_rows) USE(worksheet_set_column) USE(worksheet_set_footer) USE(worksheet_set_landscape)                     \
    USE(worksheet_set_margins) USE(worksheet_set_paper) USE(worksheet_write_blank) USE(worksheet_write_number)                      \
    USE(worksheet_write_string)

namespace kaoping::campaign {

/// The functions of the library that are used here, each under its name and with its type in the library's header.
struct XlsxLibrary {
#define KAOPING_XLSX_MEMBER(name) decltype(&::name) name;
    KAOPING_XLSX_FUNCTIONS(KAOPING_XLSX_MEMBER)
#undef KAOPING_XLSX_MEMBER
};

/// Loaded by the first call, from any thread, and kept. Throws std::runtime_error with what to install where it cannot be loaded.
[[nodiscard]] const XlsxLibrary& xlsx();

}  // namespace kaoping::campaign
