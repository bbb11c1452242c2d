// See decode_plan.hpp.

#include "engine/casefile/decode_plan.hpp"

namespace kaoping::engine {

namespace {

bool has_numeric_key(const dsl::Schema& schema, std::int32_t number) {
    const dsl::Record& record = schema.records[static_cast<std::size_t>(number)];
    return record.key_field >= 0 && record.fields[static_cast<std::size_t>(record.key_field)].type.is(dsl::Kind::number);
}

RecordPlan plan_record(const dsl::Schema& schema, const Layout& layout, const ColumnMask& mask, const std::vector<NameTable>& enums, int number) {
    const dsl::Record& record = schema.records[static_cast<std::size_t>(number)];
    RecordPlan out;
    out.wanted.resize(record.fields.size() / 64 + 1);
    out.needed.resize(out.wanted.size());
    for (std::size_t f = 0; f < record.fields.size(); ++f) {
        const dsl::Field& field = record.fields[f];
        FieldPlan plan;
        plan.type = field.type;
        const bool wanted = mask.columns[static_cast<std::size_t>(number)][f];
        plan.key = field.key;
        if (field.type.is(dsl::Kind::enumeration)) plan.members = &enums[static_cast<std::size_t>(field.type.of)];
        if (field.type.is(dsl::Kind::reference)) plan.numeric_key = has_numeric_key(schema, field.type.of);
        if (field.type.is(dsl::Kind::list)) {
            plan.item = field.type.element_type();
            plan.items = layout.item_table(number, static_cast<int>(f));
        }
        out.names.add(field.data_key, wanted ? static_cast<int>(f) : not_read);
        out.fields.push_back(plan);
        if (!wanted) continue;
        out.wanted[f / 64] |= std::uint64_t{1} << (f % 64);
        if (!field.type.optional) out.needed[f / 64] |= std::uint64_t{1} << (f % 64);
        out.columns.push_back(static_cast<std::int32_t>(f));
    }
    return out;
}

void add_references(std::int32_t number, const RecordPlan& record, std::vector<ReferencePlan>& out) {
    for (const std::int32_t f : record.columns) {
        const FieldPlan& field = record.fields[static_cast<std::size_t>(f)];
        if (field.type.is(dsl::Kind::reference)) out.push_back({number, f, field.type.of});
        if (field.item.is(dsl::Kind::reference)) out.push_back({field.items, -1, field.item.of});
    }
}

NameTable spellings_of(const dsl::Enum& of) {
    NameTable out(of.anything_else);
    for (std::size_t m = 0; m < of.members.size(); ++m)
        for (const std::string& spelling : of.members[m].spellings) out.add(spelling, static_cast<int>(m));
    out.spread();
    return out;
}

}  // namespace

DecodePlan::DecodePlan(const dsl::Schema& schema, const Layout& layout, const ColumnMask& mask) {
    for (const dsl::Enum& of : schema.enums) enums.push_back(spellings_of(of));
    for (std::size_t r = 0; r < schema.records.size(); ++r) {
        records.push_back(plan_record(schema, layout, mask, enums, static_cast<int>(r)));
        const auto number = static_cast<std::int32_t>(r);
        numeric_key.push_back(has_numeric_key(schema, number));
        add_references(number, records[r], references);
        const int key = schema.records[r].key_field;
        if (key >= 0 && number != schema.case_record && records[r].wants(key)) keyed.push_back(number);
    }
}

}  // namespace kaoping::engine
