// What only the whole case shows: keys that occur twice, and which elements its references name. See case_writer.hpp.

#include <fmt/format.h>

#include "engine/casefile/case_writer.hpp"

namespace kaoping::engine {

void CaseWriter::finish_case() {
    check_keys();
    for (std::size_t r = 0; r < plan_->records.size(); ++r) {
        if (batch_.tables[r].rows == first_row_[r]) continue;
        for (const std::int32_t f : plan_->records[r].columns) {
            const FieldPlan& field = plan_->records[r].fields[static_cast<std::size_t>(f)];
            if (field.type.is(dsl::Kind::reference)) check_references(static_cast<int>(r), f, field.type);
            if (field.type.is(dsl::Kind::list) && field.item.is(dsl::Kind::reference)) check_references(field.items, -1, field.item);
        }
    }
}

void CaseWriter::check_keys() {
    for (std::size_t r = 0; r < schema_.records.size(); ++r) {
        const int key = schema_.records[r].key_field;
        keys_case_[r] = -1;
        if (key < 0 || static_cast<int>(r) == schema_.case_record || !plan_->records[r].wants(key)) continue;
        const Table& table = batch_.tables[r];
        const Column& column = table.columns[static_cast<std::size_t>(key)];
        keys_case_[r] = case_row_;
        for (const std::int32_t row : keys_[r].fill(column, first_row(r), static_cast<std::size_t>(table.rows))) {
            const auto i = static_cast<std::size_t>(row);
            const std::string text = column.kind == dsl::Kind::number ? format_number(column.numbers[i]) : std::string(column.texts[i]);
            finding("duplicate_key", pointer(static_cast<int>(r), row, key), table.row_places.empty() ? CellPlace{} : table.row_places[i],
                    fmt::format("two elements of {} have the key `{}`: references to it are not followed", schema_.records[r].name, text));
        }
    }
}

/// field −1: the items of a list of references, which have a table of their own.
void CaseWriter::check_references(int from, int field, dsl::Type type) {
    const auto of = static_cast<std::size_t>(type.of), t = static_cast<std::size_t>(from);
    Column& column = batch_.tables[t].columns[field < 0 ? 0 : static_cast<std::size_t>(field)];
    const bool keys_known = keys_case_[of] == case_row_;
    for (std::int32_t row = first_row_[t]; row < batch_.tables[t].rows; ++row) {
        const auto i = static_cast<std::size_t>(row);
        column.numbers[i] = keys_known ? no_element : not_looked_up;
        if (!keys_known || !column.present.get(i)) continue;
        bool known = false;
        column.numbers[i] = keys_[of].find(column.texts[i], known);
        if (!known) report_dangling(from, field, row, type);
    }
}

void CaseWriter::report_dangling(int from, int field, std::int32_t row, dsl::Type type) {
    const Table& table = batch_.tables[static_cast<std::size_t>(from)];
    const auto f = static_cast<std::size_t>(field < 0 ? 0 : field), i = static_cast<std::size_t>(row);
    CellPlace place = table.row_places.empty() ? CellPlace{} : table.row_places[i];
    if (field >= 0 && table.cell_places.size() > f && table.cell_places[f].size() > i && table.cell_places[f][i].line != 0) place = table.cell_places[f][i];
    finding("dangling_reference", pointer(from, row, field), place,
            fmt::format("no element of {} has the key `{}`", schema_.records[static_cast<std::size_t>(type.of)].name, table.columns[f].texts[i]));
}

}  // namespace kaoping::engine
