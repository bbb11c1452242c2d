// What only the whole case shows: keys that occur twice, and which elements its references name. See case_writer.hpp.

#include <fmt/format.h>

#include <algorithm>

#include "engine/casefile/case_writer.hpp"

namespace kaoping::engine {

void CaseWriter::finish_case() {
    check_keys();
    for (const ReferencePlan& references : plan_->references) check_references(references);
}

void CaseWriter::check_keys() {
    for (const std::int32_t number : plan_->keyed) {
        const auto r = static_cast<std::size_t>(number);
        const int key = schema_.records[r].key_field;
        const Table& table = batch_.tables[r];
        const Column& column = table.columns[static_cast<std::size_t>(key)];
        keys_case_[r] = case_row_;
        for (const std::int32_t row : keys_[r].fill(column, first_row(r), static_cast<std::size_t>(table.rows))) {
            const auto i = static_cast<std::size_t>(row);
            const std::string text = column.kind == dsl::Kind::number ? format_number(column.numbers[i]) : std::string(column.texts[i]);
            finding("duplicate_key", pointer(number, row, key), table.row_places.empty() ? CellPlace{} : table.row_places[i],
                    fmt::format("two elements of {} have the key `{}`: references to it are not followed", schema_.records[r].name, text));
        }
    }
}

void CaseWriter::check_references(const ReferencePlan& references) {
    const auto of = static_cast<std::size_t>(references.of), t = static_cast<std::size_t>(references.table);
    Column& column = batch_.tables[t].columns[references.field < 0 ? 0 : static_cast<std::size_t>(references.field)];
    const auto begin = first_row(t), end = static_cast<std::size_t>(batch_.tables[t].rows);
    if (begin == end) return;
    std::int64_t* const numbers = column.numbers.data();
    if (keys_case_[of] != case_row_) {
        std::fill(numbers + begin, numbers + end, not_looked_up);
        return;
    }
    const KeyRows& keys = keys_[of];
    const std::string_view* const texts = column.texts.data();
    for (std::size_t i = begin; i < end; ++i) {
        numbers[i] = no_element;
        if (!column.present.get(i)) continue;
        bool known = false;
        numbers[i] = keys.find(texts[i], known);
        if (!known) report_dangling(references, static_cast<std::int32_t>(i));
    }
}

void CaseWriter::report_dangling(const ReferencePlan& references, std::int32_t row) {
    const auto [from, field, of] = references;
    const Table& table = batch_.tables[static_cast<std::size_t>(from)];
    const auto f = static_cast<std::size_t>(field < 0 ? 0 : field), i = static_cast<std::size_t>(row);
    CellPlace place = table.row_places.empty() ? CellPlace{} : table.row_places[i];
    if (field >= 0 && table.cell_places.size() > f && table.cell_places[f].size() > i && table.cell_places[f][i].line != 0) place = table.cell_places[f][i];
    finding("dangling_reference", pointer(from, row, field), place,
            fmt::format("no element of {} has the key `{}`", schema_.records[static_cast<std::size_t>(of)].name, table.columns[f].texts[i]));
}

}  // namespace kaoping::engine
