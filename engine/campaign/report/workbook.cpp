// The workbook: see workbook.hpp.

#include "engine/campaign/report/workbook.hpp"

#include <filesystem>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>

#include "engine/campaign/report/finding_rows.hpp"
#include "engine/campaign/report/tables.hpp"
#include "engine/campaign/xlsx_text.hpp"
#include "engine/report/findings_reader.hpp"

namespace kaoping::campaign {

namespace {

std::string joined(const Cell& cell) {
    std::string out = cell.text;
    for (const std::string& line : cell.more) out += (out.empty() ? "" : "\n") + line;
    return out;
}

/// Closes what libxlsxwriter made, whatever happens.
class Workbook {
public:
    explicit Workbook(const std::string& path) : path_(path), part_(path + ".part") {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;  // a sheet is written row by row
        book_ = xlsx().workbook_new_opt(part_.c_str(), &options);
        if (book_ == nullptr) throw std::runtime_error(path + ": the workbook cannot be made; is there memory left?");
        title_ = format([](lxw_format* f) { xlsx().format_set_bold(f); xlsx().format_set_font_size(f, 14); });
        note_ = format([](lxw_format* f) { xlsx().format_set_font_color(f, 0x5B6675); });
        head_ = format([](lxw_format* f) {
            xlsx().format_set_bold(f);
            xlsx().format_set_text_wrap(f);
            xlsx().format_set_bg_color(f, 0xE8EFF7);
            xlsx().format_set_border(f, LXW_BORDER_THIN);
            xlsx().format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
        });
        text_ = body([](lxw_format* f) { xlsx().format_set_text_wrap(f); });
        count_ = body([](lxw_format* f) { xlsx().format_set_num_format(f, "#,##0"); });
        points_ = body([](lxw_format* f) { xlsx().format_set_num_format(f, "0.00"); });
    }
    ~Workbook() {
        if (book_ == nullptr) return;
        xlsx().workbook_close(book_);
        std::error_code ignored;
        std::filesystem::remove(part_, ignored);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    void commit() {
        const lxw_error error = xlsx().workbook_close(book_);
        book_ = nullptr;
        std::error_code moved;
        if (error == LXW_NO_ERROR) std::filesystem::rename(part_, path_, moved);
        if (error == LXW_NO_ERROR && !moved) return;
        std::error_code ignored;
        std::filesystem::remove(part_, ignored);
        throw std::runtime_error(fmt::format("{}: the workbook cannot be written ({}); look at the folder and the room on the disk", path_,
                                             error == LXW_NO_ERROR ? moved.message() : xlsx().lxw_strerror(error)));
    }

    [[nodiscard]] lxw_workbook* book() { return book_; }
    [[nodiscard]] lxw_format* title() const { return title_; }
    [[nodiscard]] lxw_format* note() const { return note_; }
    [[nodiscard]] lxw_format* head() const { return head_; }
    [[nodiscard]] lxw_format* of(Format format) const { return format == Format::text ? text_ : format == Format::count ? count_ : points_; }

private:
    template <typename Set>
    lxw_format* format(const Set& set) {
        lxw_format* made = xlsx().workbook_add_format(book_);
        set(made);
        return made;
    }
    template <typename Set>
    lxw_format* body(const Set& set) {
        return format([&](lxw_format* f) {
            xlsx().format_set_border(f, LXW_BORDER_HAIR);
            xlsx().format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
            set(f);
        });
    }

    std::string path_, part_;
    lxw_workbook* book_ = nullptr;
    lxw_format *title_ = nullptr, *note_ = nullptr, *head_ = nullptr, *text_ = nullptr, *count_ = nullptr, *points_ = nullptr;
};

bool is_drawing(Format format) { return format == Format::strip || format == Format::line; }

/// One sheet: title, note, headings, then rows.
class Sheet {
public:
    Sheet(Workbook& book, const Texts& texts, const char* name, const Table& table, const CampaignReport& report) : book_(book), columns_(table.columns) {
        sheet_ = xlsx().workbook_add_worksheet(book.book(), texts.labels[name].c_str());
        if (sheet_ == nullptr) throw std::runtime_error("the workbook has no room for a sheet " + texts.labels[name]);
        set_columns();
        text(0, 0, report.campaign.title + "  " + table.title, book.title());
        text(1, 0, texts.labels.filled("period_text", {report.campaign.period_from, report.campaign.period_until}) + "  " + report.campaign.id, book.note());
        if (!table.note.empty()) text(2, 0, table.note, book.note());
        set_head(texts);
        set_print(texts);
    }

    void add(const std::vector<Cell>& cells) {
        lxw_col_t column = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Format format = columns_[i].format;
            if (is_drawing(format)) continue;
            if (format == Format::interval) {
                number(row_, column++, cells[i].low, format);
                number(row_, column++, cells[i].high, format);
            } else if (format == Format::text || !cells[i].low) {
                text(row_, column++, format == Format::text ? joined(cells[i]) : "", book_.of(Format::text));
            } else {
                number(row_, column++, cells[i].low, format);
            }
        }
        ++row_;
    }

    /// Filters over all rows, once they are there.
    void finish() {
        if (row_ > first_row) xlsx().worksheet_autofilter(sheet_, first_row - 1, 0, row_ - 1, static_cast<lxw_col_t>(width_ - 1));
    }

private:
    static constexpr lxw_row_t first_row = 4;  ///< behind title, period, note and headings

    void text(lxw_row_t row, lxw_col_t column, const std::string& value, lxw_format* format) { write_text(sheet_, row, column, value, format); }
    void number(lxw_row_t row, lxw_col_t column, const std::optional<double>& value, Format format) {
        if (value) xlsx().worksheet_write_number(sheet_, row, column, *value, book_.of(format));
        else text(row, column, "", book_.of(Format::text));
    }

    void set_columns() {
        for (const Column& column : columns_) {
            const auto times = is_drawing(column.format) ? 0 : column.format == Format::interval ? 2 : 1;
            for (int i = 0; i < times; ++i, ++width_) xlsx().worksheet_set_column(sheet_, width_, width_, column.width, nullptr);
        }
    }
    void set_head(const Texts& texts) {
        lxw_col_t at = 0;
        for (const Column& column : columns_) {
            if (is_drawing(column.format)) continue;
            if (column.format == Format::interval) {
                text(first_row - 1, at++, texts.labels.filled("from", {column.title}), book_.head());
                text(first_row - 1, at++, texts.labels.filled("until", {column.title}), book_.head());
            } else {
                text(first_row - 1, at++, column.title, book_.head());
            }
        }
        xlsx().worksheet_freeze_panes(sheet_, first_row, 0);
    }
    void set_print(const Texts& texts) {
        constexpr std::uint8_t a4 = 9;
        xlsx().worksheet_set_landscape(sheet_);
        xlsx().worksheet_set_paper(sheet_, a4);
        xlsx().worksheet_fit_to_pages(sheet_, 1, 0);
        xlsx().worksheet_repeat_rows(sheet_, first_row - 1, first_row - 1);
        xlsx().worksheet_set_margins(sheet_, 0.5, 0.5, 0.6, 0.6);
        xlsx().worksheet_set_footer(sheet_, ("&L&A&R" + texts.labels.filled("page_of", {"&P", "&N"})).c_str());
    }

    Workbook& book_;
    std::vector<Column> columns_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_col_t width_ = 0;
    lxw_row_t row_ = first_row;
};

void add_sheet(Workbook& book, const Texts& texts, const char* name, const Table& table, const CampaignReport& report) {
    Sheet sheet(book, texts, name, table, report);
    for (const auto& row : table.rows) sheet.add(row);
    sheet.finish();
}

Table findings_head(const CampaignReport& report, const Texts& texts) {
    const auto& t = texts.labels;
    Table out{"findings", t["findings"], "",
              {{t["case"], Format::text, 26}, {t["unit"], Format::text, 20}, {t["case_kind"], Format::text, 12}, {t["officer"], Format::text, 12}, {t["standard"], Format::text, 26},
               {t["rule"], Format::text, 36}, {t["verdict"], Format::text, 10}, {t["severity"], Format::text, 10}, {t["decision"], Format::text, 12},
               {t["points_lost"], Format::interval, 9}, {t["message"], Format::text, 60}, {t["law"], Format::text, 34}, {t["remedy"], Format::text, 40}, {t["place"], Format::text, 34}},
              {}};
    if (report.findings > workbook_findings)
        out.note = t.filled("sheet_truncated", {engine::html::count_text(static_cast<std::uint64_t>(workbook_findings)), engine::html::count_text(static_cast<std::uint64_t>(report.findings))});
    return out;
}

std::vector<Cell> finding_cells(const FindingRow& row, const Texts& texts) {
    const engine::Finding finding = engine::read_finding(texts.program(), row.line).value_or(engine::Finding{});
    const int rule = rule_behind(texts.program(), row, finding);
    return {text_cell(row.case_id), text_cell(row.unit), text_cell(texts.kind(row.kind)), text_cell(row.officer), text_cell(standard_title(texts, row.standard)),
            text_cell(rule_title(texts, {row.standard, row.rule})), text_cell(texts.labels[row.verdict]), text_cell(texts.labels[row.severity]),
            text_cell(texts.labels[row.state]), amount_cell({row.deduct_low, row.deduct_high}), text_cell(texts.readable_times(finding.message)),
            text_cell("", rule >= 0 ? texts.basis({&texts.rule(rule)}) : std::vector<std::string>{}),
            text_cell(rule >= 0 ? texts.texts(texts.rule(rule)).remedy : finding.remedy), text_cell(Texts::place(finding.at))};
}

}  // namespace

void write_workbook(const std::string& path, Register& file, const CampaignReport& report, const Texts& texts) {
    Workbook book(path);
    add_sheet(book, texts, "sheet_units", scoreboard(report, texts), report);
    add_sheet(book, texts, "sheet_trend", trend_table(report, texts), report);
    add_sheet(book, texts, "sheet_training", training(report, texts), report);
    add_sheet(book, texts, "sheet_visits", visits(report, texts), report);
    add_sheet(book, texts, "sheet_rules", top_defects(report, texts), report);
    add_sheet(book, texts, "sheet_standards", by_standard(report, texts), report);
    add_sheet(book, texts, "sheet_laws", by_law(report, texts), report);
    add_sheet(book, texts, "sheet_by_unit", by_unit(report, texts), report);
    add_sheet(book, texts, "sheet_kinds", by_kind(report, texts), report);
    add_sheet(book, texts, "sheet_officers", by_officer(report, texts), report);
    Sheet findings(book, texts, "sheet_findings", findings_head(report, texts), report);
    file.read([&](SQLite::Database& database) {
        gravest_findings(database, report.campaign.id, workbook_findings, [&](const FindingRow& row) { findings.add(finding_cells(row, texts)); });
    });
    findings.finish();
    book.commit();
}

}  // namespace kaoping::campaign
