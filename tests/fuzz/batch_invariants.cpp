// Of decoded cases: see invariants.hpp.

#include <fmt/format.h>

#include "dsl/source/utf8.hpp"
#include "invariants.hpp"

namespace fuzz_test {

using namespace kaoping;
using dsl::Kind;

namespace {

/// Checks one table of a batch.
class TableCheck {
public:
    TableCheck(const dsl::Schema& schema, const engine::Layout& layout, const engine::CaseBatch& batch, int table)
        : schema_(schema), layout_(layout), batch_(batch), number_(table), table_(batch.tables[static_cast<std::size_t>(table)]), rows_(static_cast<std::size_t>(table_.rows)) {}

    void run() const {
        check_rows();
        for (std::size_t f = 0; f < table_.columns.size(); ++f) check_column(f);
    }

private:
    void that(bool holds, std::string_view promise) const { demand(holds, fmt::format("table {}: {}", number_, promise)); }
    [[nodiscard]] const engine::Table& table(int t) const { return batch_.tables[static_cast<std::size_t>(t)]; }

    void check_rows() const {
        const bool of_cases = number_ == schema_.case_record;
        that(!of_cases || rows_ == batch_.cases(), "a row for each case");
        that(table_.case_of.size() >= rows_, "every row knows its case");
        that(table_.origin.size() >= rows_, "every row knows where it came from");
        that(table_.row_places.empty() || table_.row_places.size() == rows_, "places of rows");
        that(table_.case_begin.size() == batch_.cases() + 1 && table_.case_begin.back() == table_.rows, "rows are counted by case");
        for (std::size_t c = 0; c < batch_.cases(); ++c) {
            that(table_.case_begin[c] <= table_.case_begin[c + 1], "cases in order");
            for (std::int32_t row = table_.case_begin[c]; row < table_.case_begin[c + 1]; ++row)
                that(table_.case_of[static_cast<std::size_t>(row)] == static_cast<std::int32_t>(c), "rows grouped by case");
        }
        for (std::size_t row = 0; row < (of_cases ? 0 : rows_); ++row) check_origin(row);
    }

    /// The list or field that a row came from leads back to it.
    void check_origin(std::size_t row) const {
        const engine::RowOrigin& from = table_.origin[row];
        that(from.parent_table >= 0 && from.parent_row >= 0 && from.parent_row < table(from.parent_table).rows, "the parent is there");
        const engine::Table& parent = table(from.parent_table);
        const auto p = static_cast<std::size_t>(from.parent_row);
        that(parent.case_of[p] == table_.case_of[row], "parent and element are of one case");
        const engine::Column& cell = parent.columns[static_cast<std::size_t>(from.field)];
        that(cell.present.get(p), "the parent's cell is present");
        const auto at = static_cast<std::int64_t>(row);
        if (from.position < 0) that(cell.kind == Kind::element && cell.numbers[p] == at, "the field leads to its element");
        else that(cell.kind == Kind::list && cell.begin[p] + from.position == at && at < cell.end[p], "the list leads to its element");
        (void)pointer_of(schema_, layout_, batch_, number_, static_cast<int>(row));
    }

    /// One for each row, if the column has such values at all.
    template <typename Value>
    [[nodiscard]] bool has_room(const std::vector<Value>& values, bool has_any) const {
        return has_any ? values.size() >= rows_ : values.empty();
    }

    void check_column(std::size_t f) const {
        const engine::Column& column = table_.columns[f];
        that(column.known.size() == rows_ && column.present.size() == rows_, "bit planes as long as the table");
        const bool text = column.kind == Kind::text || column.kind == Kind::reference, list = column.kind == Kind::list, truth = column.kind == Kind::boolean;
        that(column.truth.size() == (truth ? rows_ : 0), "truth values as long as the table");
        that(has_room(column.texts, text), "room for the texts");
        that(has_room(column.begin, list) && has_room(column.end, list), "room for the ranges");
        that(has_room(column.numbers, !(column.kind == Kind::text || list || truth)), "room for the numbers");
        for (std::size_t w = 0; w < column.known.word_count(); ++w) that((column.present.word(w) & ~column.known.word(w)) == 0, "present implies known");
        for (std::size_t row = 0; row < rows_; ++row) {
            if (column.present.get(row)) check_value(f, row);
            else that(!text || column.texts[row].empty(), "a text that is not there is empty");
        }
    }

    void check_value(std::size_t f, std::size_t row) const {
        const engine::Column& column = table_.columns[f];
        const dsl::Type type = table_.record >= 0 ? schema_.records[static_cast<std::size_t>(number_)].fields[f].type : dsl::Type{column.kind};
        switch (column.kind) {
            case Kind::list: {
                const int items = layout_.item_table(number_, static_cast<int>(f));
                that(0 <= column.begin[row] && column.begin[row] <= column.end[row] && column.end[row] <= table(items).rows, "a list's items are in their table");
                break;
            }
            case Kind::element: that(column.numbers[row] >= 0 && column.numbers[row] < table(type.of).rows, "an element is in its table"); break;
            case Kind::enumeration:
                that(type.of < 0 || (column.numbers[row] >= 0 && static_cast<std::size_t>(column.numbers[row]) < schema_.enums[static_cast<std::size_t>(type.of)].members.size()), "a member of its enum");
                break;
            case Kind::text:
            case Kind::reference: that(dsl::first_invalid_utf8(column.texts[row]) == std::string_view::npos && !column.texts[row].empty(), "a text that is there, in UTF-8"); break;
            default: break;
        }
    }

    const dsl::Schema& schema_;
    const engine::Layout& layout_;
    const engine::CaseBatch& batch_;
    int number_;
    const engine::Table& table_;
    std::size_t rows_;
};

}  // namespace

void check_batch(const dsl::Schema& schema, const engine::Layout& layout, const engine::ColumnMask& mask, const engine::CaseBatch& batch) {
    demand(batch.tables.size() == static_cast<std::size_t>(layout.table_count()), "a table for each record and list");
    for (std::size_t t = 0; t < batch.tables.size(); ++t) TableCheck(schema, layout, batch, static_cast<int>(t)).run();
    std::vector<bool> has_finding(batch.cases(), false);
    for (const engine::DataFinding& finding : batch.data_findings) {
        demand(finding.case_row >= 0 && static_cast<std::size_t>(finding.case_row) < batch.cases(), "a data finding has its case");
        demand(!finding.code.empty() && !finding.message.empty() && (finding.pointer.empty() || finding.pointer[0] == '/'), "a data finding has code, message and pointer");
        demand(dsl::first_invalid_utf8(finding.message) == std::string_view::npos, "the message of a data finding is UTF-8: " + finding.code);
        has_finding[static_cast<std::size_t>(finding.case_row)] = true;
    }
    for (std::size_t r = 0; r < schema.records.size(); ++r)
        for (std::size_t f = 0; f < schema.records[r].fields.size(); ++f) {
            const engine::Table& table = batch.tables[r];
            for (std::size_t row = 0; mask.columns[r][f] && row < static_cast<std::size_t>(table.rows); ++row)
                demand(table.columns[f].known.get(row) || has_finding[static_cast<std::size_t>(table.case_of[row])], "what is unknown has been reported");
        }
}

}  // namespace fuzz_test
