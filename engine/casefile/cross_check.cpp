// What only all of a case shows: keys that occur twice, and which elements its references name. See case_writer.hpp.

#include <fmt/format.h>

#include <algorithm>

#include "engine/casefile/case_writer.hpp"

namespace kaoping::engine {

void CaseWriter::cross_check() {
    const std::size_t before = batch_.data_findings.size();
    for (const std::int32_t record : plan_->keyed) check_keys(record);
    for (const ReferencePlan& references : plan_->references) check_references(references);
    checked_ = case_row_ + 1;
    out_of_order_ = out_of_order_ || batch_.data_findings.size() != before;
}

CaseWriter::Rows CaseWriter::unchecked(const Table& table) const {
    return {table.case_begin.size() > static_cast<std::size_t>(checked_) ? table.case_begin[static_cast<std::size_t>(checked_)] : table.rows, table.rows};
}

void CaseWriter::check_keys(std::int32_t record) {
    const auto r = static_cast<std::size_t>(record);
    const int key = schema_.records[r].key_field;
    const Table& table = batch_.tables[r];
    const Column& column = table.columns[static_cast<std::size_t>(key)];
    const auto [begin, end] = unchecked(table);
    for (const std::int32_t row : keys_[r].fill(table, key, begin, end)) {
        const auto i = static_cast<std::size_t>(row);
        const std::string text = column.kind == dsl::Kind::number ? format_number(column.numbers[i]) : std::string(column.texts[i]);
        finding_in(table.case_of[i], "duplicate_key", pointer(record, row, key), table.row_places.empty() ? CellPlace{} : table.row_places[i],
                   fmt::format("two elements of {} have the key `{}`: references to it are not followed", schema_.records[r].name, text));
    }
}

void CaseWriter::check_references(const ReferencePlan& references) {
    Table& table = batch_.tables[static_cast<std::size_t>(references.table)];
    Column& column = table.columns[references.field < 0 ? 0 : static_cast<std::size_t>(references.field)];
    const auto [begin, end] = unchecked(table);
    const bool looked_up = std::find(plan_->keyed.begin(), plan_->keyed.end(), references.of) != plan_->keyed.end();
    std::fill(column.numbers.begin() + begin, column.numbers.begin() + end, looked_up ? no_element : not_looked_up);
    if (!looked_up) return;
    const KeyRows& keys = keys_[static_cast<std::size_t>(references.of)];
    for (auto first = static_cast<std::size_t>(begin); first < static_cast<std::size_t>(end); first += 64) {
        const std::size_t count = std::min<std::size_t>(64, static_cast<std::size_t>(end) - first);
        for_each_bit(column.present.range(first, count), [&](std::size_t place) {
            const std::size_t row = first + place;
            bool known = false;
            column.numbers[row] = keys.find(table.case_of[row], column.texts[row], known);
            if (!known) report_dangling(references, static_cast<std::int32_t>(row));
        });
    }
}

void CaseWriter::report_dangling(const ReferencePlan& references, std::int32_t row) {
    const auto [from, field, of] = references;
    const Table& table = batch_.tables[static_cast<std::size_t>(from)];
    const auto f = static_cast<std::size_t>(field < 0 ? 0 : field), i = static_cast<std::size_t>(row);
    CellPlace place = table.row_places.empty() ? CellPlace{} : table.row_places[i];
    if (field >= 0 && table.cell_places.size() > f && table.cell_places[f].size() > i && table.cell_places[f][i].line != 0) place = table.cell_places[f][i];
    finding_in(table.case_of[i], "dangling_reference", pointer(from, row, field), place,
               fmt::format("no element of {} has the key `{}`", schema_.records[static_cast<std::size_t>(of)].name, table.columns[f].texts[i]));
}

}  // namespace kaoping::engine
