// What only the whole case shows: keys that occur twice, references that lead nowhere. See case_writer.hpp.

#include <fmt/format.h>

#include <set>

#include "engine/casefile/case_writer.hpp"

namespace kaoping::engine {

namespace {

/// Key of a row as references write it; empty: not known.
std::string key_text(const Column& column, std::size_t row) {
    if (!column.present.get(row)) return {};
    return column.kind == dsl::Kind::number ? format_number(column.numbers[row]) : std::string(column.texts[row]);
}

}  // namespace

void CaseWriter::finish_case() {
    check_keys();
    check_references();
}

void CaseWriter::check_keys() {
    for (std::size_t r = 0; r < schema_.records.size(); ++r) {
        const int key = schema_.records[r].key_field;
        if (key < 0 || static_cast<int>(r) == schema_.case_record || !wanted(static_cast<int>(r), key)) continue;
        const Column& column = batch_.tables[r].columns[static_cast<std::size_t>(key)];
        std::set<std::string> keys;
        for (std::int32_t row = first_row_[r]; row < batch_.tables[r].rows; ++row) {
            const std::string text = key_text(column, static_cast<std::size_t>(row));
            if (text.empty() || keys.insert(text).second) continue;
            const auto& places = batch_.tables[r].row_places;
            finding("duplicate_key", pointer(static_cast<int>(r), row, key), places.empty() ? CellPlace{} : places[static_cast<std::size_t>(row)],
                    fmt::format("two elements of {} have the key `{}`: references to it are not followed", schema_.records[r].name, text));
        }
    }
}

void CaseWriter::check_references() {
    // Keys of each record of this case, gathered when the first reference to it is met.
    std::vector<std::set<std::string, std::less<>>> keys(schema_.records.size());
    std::vector<bool> gathered(schema_.records.size(), false);
    const auto known = [&](std::size_t record, std::string_view key) {
        const int field = schema_.records[record].key_field;
        if (field < 0 || !wanted(static_cast<int>(record), field)) return true;
        if (!gathered[record]) {
            gathered[record] = true;
            const Column& column = batch_.tables[record].columns[static_cast<std::size_t>(field)];
            for (std::int32_t row = first_row_[record]; row < batch_.tables[record].rows; ++row) keys[record].insert(key_text(column, static_cast<std::size_t>(row)));
        }
        return keys[record].count(key) != 0;
    };
    const auto check = [&](int table_number, int field, dsl::Type type) {
        Table& from = table(table_number);
        const Column& column = from.columns[field < 0 ? 0 : static_cast<std::size_t>(field)];
        for (std::int32_t row = first_row_[static_cast<std::size_t>(table_number)]; row < from.rows; ++row) {
            const auto i = static_cast<std::size_t>(row);
            if (!column.present.get(i) || known(static_cast<std::size_t>(type.of), column.texts[i])) continue;
            const auto f = static_cast<std::size_t>(field < 0 ? 0 : field);
            CellPlace place = from.row_places.empty() ? CellPlace{} : from.row_places[i];
            if (field >= 0 && from.cell_places.size() > f && from.cell_places[f].size() > i && from.cell_places[f][i].line != 0) place = from.cell_places[f][i];
            finding("dangling_reference", pointer(table_number, row, field), place,
                    fmt::format("no element of {} has the key `{}`", schema_.records[static_cast<std::size_t>(type.of)].name, column.texts[i]));
        }
    };
    for (std::size_t r = 0; r < schema_.records.size(); ++r)
        for (std::size_t f = 0; f < schema_.records[r].fields.size(); ++f) {
            const dsl::Type type = schema_.records[r].fields[f].type;
            if (!wanted(static_cast<int>(r), static_cast<int>(f))) continue;
            if (type.is(dsl::Kind::reference)) check(static_cast<int>(r), static_cast<int>(f), type);
            if (type.is(dsl::Kind::list) && type.item == dsl::Kind::reference) check(layout_.item_table(static_cast<int>(r), static_cast<int>(f)), -1, type.element_type());
        }
}

}  // namespace kaoping::engine
