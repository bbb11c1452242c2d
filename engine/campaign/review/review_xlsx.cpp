// The sheet of a review as a workbook: see review_sheet.hpp.

#include <array>
#include <cstring>

#include <fmt/core.h>

#include "engine/campaign/review/review_sheet.hpp"
#include "engine/campaign/xlsx_text.hpp"

namespace kaoping::campaign {

namespace {

constexpr std::array<double, sheet_columns.size()> widths{9, 26, 18, 14, 12, 26, 36, 9, 13, 60, 24, 30, 8, 8, 16, 11, 9, 10, 40};
constexpr lxw_row_t room_for_added = 200;

struct Formats {
    explicit Formats(lxw_workbook* book) : heading(xlsx().workbook_add_format(book)), given(xlsx().workbook_add_format(book)), to_fill(xlsx().workbook_add_format(book)) {
        xlsx().format_set_bold(heading);
        xlsx().format_set_bg_color(heading, 0xD9E2EC);
        xlsx().format_set_border(heading, LXW_BORDER_THIN);
        for (lxw_format* format : {given, to_fill}) {
            xlsx().format_set_text_wrap(format);
            xlsx().format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        }
        xlsx().format_set_bg_color(to_fill, 0xFFF8DC);
        xlsx().format_set_border(to_fill, LXW_BORDER_HAIR);
    }
    lxw_format *heading, *given, *to_fill;
};

/// The cells of a column accept these words only.
void add_choice(lxw_worksheet* sheet, const char* column, lxw_row_t last, std::vector<std::string> words) {
    std::vector<char*> list;  // the library asks for texts that may be changed, and leaves them
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    std::string title = "Not a choice", message = "Choose one of the words of the list.";
    lxw_data_validation choice{};
    choice.validate = LXW_VALIDATION_TYPE_LIST;
    choice.value_list = list.data();
    choice.ignore_blank = LXW_VALIDATION_ON;
    choice.error_title = title.data();
    choice.error_message = message.data();
    for (std::size_t c = 0; c < sheet_columns.size(); ++c)
        if (std::strcmp(sheet_columns[c], column) == 0)
            xlsx().worksheet_data_validation_range(sheet, 1, static_cast<lxw_col_t>(c), last, static_cast<lxw_col_t>(c), &choice);
}

void fill(lxw_workbook* book, lxw_worksheet* sheet, const std::vector<SheetRow>& rows) {
    const Formats formats(book);
    for (std::size_t c = 0; c < sheet_columns.size(); ++c) {
        xlsx().worksheet_set_column(sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), widths[c], nullptr);
        xlsx().worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(c), sheet_columns[c], formats.heading);
    }
    lxw_row_t at = 1;
    for (const SheetRow& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) write_text(sheet, at, static_cast<lxw_col_t>(c), row[c], c < filled_in_from ? formats.given : formats.to_fill);
        ++at;
    }
    const lxw_row_t last = at + room_for_added;
    add_choice(sheet, "decision", last, {"confirm", "dismiss"});
    add_choice(sheet, "veto", last, {"confirm", "refuse"});
    add_choice(sheet, "severity", last, {"flaw", "fault", "veto"});
    xlsx().worksheet_freeze_panes(sheet, 1, 2);
    xlsx().worksheet_autofilter(sheet, 0, 0, at - 1, static_cast<lxw_col_t>(sheet_columns.size() - 1));
    xlsx().worksheet_set_landscape(sheet);
    xlsx().worksheet_set_paper(sheet, 9);  // A4
    xlsx().worksheet_fit_to_pages(sheet, 1, 0);
    xlsx().worksheet_repeat_rows(sheet, 0, 0);
}

}  // namespace

void write_review_xlsx(const std::vector<SheetRow>& rows, const std::string& path) {
    lxw_workbook* book = xlsx().workbook_new(path.c_str());
    fill(book, xlsx().workbook_add_worksheet(book, "review"), rows);
    const lxw_error error = xlsx().workbook_close(book);
    if (error != LXW_NO_ERROR) throw RegisterError(fmt::format("{}: the workbook cannot be written: {}", path, xlsx().lxw_strerror(error)));
}

}  // namespace kaoping::campaign
