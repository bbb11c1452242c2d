// Texts of the case record: see case_text.hpp.

#include "engine/run/case_text.hpp"

#include "dsl/source/hash.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

void append_cell(const dsl::Schema& schema, const dsl::Field& field, const Column& column, std::size_t row, std::string& out) {
    if (column.state(row) != CellState::present) return;
    switch (field.type.kind) {
        case dsl::Kind::text:
        case dsl::Kind::reference: out += column.texts[row]; return;
        case dsl::Kind::number: append_number(out, column.numbers[row]); return;
        case dsl::Kind::boolean: out += column.truth.get(row) ? "true" : "false"; return;
        case dsl::Kind::enumeration:
            out += schema.enums[static_cast<std::size_t>(field.type.of)].members[static_cast<std::size_t>(column.numbers[row])].name;
            return;
        default: return;
    }
}

CaseFields::CaseFields(const dsl::Schema& schema, const Scheme& scheme)
    : schema_(schema), key_(schema.records[static_cast<std::size_t>(schema.case_record)].key_field) {
    for (const std::string& name : scheme.aggregate_by)
        if (const int field = aggregate_field(schema, name); field >= 0) group_.push_back(field);
}

std::vector<std::string> CaseFields::group(const CaseBatch& batch, std::size_t case_row) const {
    std::vector<std::string> out;
    for (const int field : group_) out.push_back(text(batch, field, case_row));
    return out;
}

void CaseFields::group_key(const CaseBatch& batch, std::size_t case_row, std::string& cell, std::string& out) const {
    out.clear();
    for (const int field : group_) {
        cell.clear();
        append(batch, field, case_row, cell);
        dsl::append_part(out, cell);  // so that no two groups run together
    }
}

void CaseFields::want(ColumnMask& mask) const {
    for (std::size_t r = 0; r < schema_.records.size(); ++r)
        if (const int key = schema_.records[r].key_field; key >= 0) mask.columns[r][static_cast<std::size_t>(key)] = true;
    auto& of_case = mask.columns[static_cast<std::size_t>(schema_.case_record)];
    for (const int field : {schema_.unit_field, schema_.kind_field})
        if (field >= 0) of_case[static_cast<std::size_t>(field)] = true;
    for (const int field : group_) of_case[static_cast<std::size_t>(field)] = true;
}

std::string CaseFields::text(const CaseBatch& batch, int field, std::size_t case_row) const {
    std::string out;
    append(batch, field, case_row, out);
    return out;
}

void CaseFields::append(const CaseBatch& batch, int field, std::size_t case_row, std::string& out) const {
    if (field < 0) return;
    const auto f = static_cast<std::size_t>(field);
    const dsl::Field& declared = schema_.records[static_cast<std::size_t>(schema_.case_record)].fields[f];
    append_cell(schema_, declared, batch.tables[static_cast<std::size_t>(schema_.case_record)].columns[f], case_row, out);
}

}  // namespace kaoping::engine
