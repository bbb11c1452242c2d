// What the decoder must read for a plan: see plan.hpp. A column needs its table's rows, so the lists and embedded records
// that lead to the table are read too; rows reached by key may stand in any list of their record.

#include "engine/plan/plan.hpp"

namespace kaoping::engine {

namespace {

class Marker {
public:
    Marker(const Plan& plan) : plan_(plan), wanted_tables_(static_cast<std::size_t>(plan.layout.table_count()), false) {
        mask_.columns.resize(wanted_tables_.size());
        for (std::size_t r = 0; r < plan.schema.records.size(); ++r) mask_.columns[r].assign(plan.schema.records[r].fields.size(), false);
        for (std::size_t t = plan.schema.records.size(); t < mask_.columns.size(); ++t) mask_.columns[t].assign(1, false);
    }

    void column(std::int32_t table, std::int32_t field) {
        mask_.columns[static_cast<std::size_t>(table)][static_cast<std::size_t>(field)] = true;
        this->table(table);
        const auto records = plan_.schema.records.size();
        if (static_cast<std::size_t>(table) >= records) return;
        const dsl::Type& type = plan_.schema.records[static_cast<std::size_t>(table)].fields[static_cast<std::size_t>(field)].type;
        if (type.is(dsl::Kind::element)) this->table(type.of);
        if (type.is(dsl::Kind::list)) this->table(plan_.layout.item_table(table, field));
    }

    /// The rows of a table: every field that holds such rows, and the rows that hold those fields.
    void table(std::int32_t number) {
        if (wanted_tables_[static_cast<std::size_t>(number)]) return;
        wanted_tables_[static_cast<std::size_t>(number)] = true;
        const std::size_t records = plan_.schema.records.size();
        if (static_cast<std::size_t>(number) >= records) mask_.columns[static_cast<std::size_t>(number)][0] = true;
        for (std::size_t r = 0; r < records; ++r) {
            const auto& fields = plan_.schema.records[r].fields;
            for (std::size_t f = 0; f < fields.size(); ++f) {
                const dsl::Type& type = fields[f].type;
                const bool list = type.is(dsl::Kind::list) && plan_.layout.item_table(static_cast<int>(r), static_cast<int>(f)) == number;
                if (!list && !(type.is(dsl::Kind::element) && type.of == number)) continue;
                mask_.columns[r][f] = true;
                table(static_cast<std::int32_t>(r));
            }
        }
    }

    /// Key and name of a record: what its elements are found by and called.
    void names(std::int32_t record) {
        const dsl::Record& shape = plan_.schema.records[static_cast<std::size_t>(record)];
        if (shape.key_field >= 0) column(record, shape.key_field);
        if (const int name = shape.field("name"); name >= 0) column(record, name);
    }

    ColumnMask take() { return std::move(mask_); }

private:
    const Plan& plan_;
    ColumnMask mask_;
    std::vector<bool> wanted_tables_;
};

}  // namespace

ColumnMask columns_read(const Plan& plan) {
    Marker marker(plan);
    for (const Instruction& instruction : plan.instructions) {
        if (instruction.op.kind == VertexKind::source) marker.column(instruction.op.second, instruction.op.index);
        if (instruction.op.kind == VertexKind::own_row) marker.table(instruction.op.second);
        if (instruction.op.kind == VertexKind::follow) {
            marker.table(instruction.op.index);
            marker.names(instruction.op.index);
        }
        if (!instruction.report || instruction.op.kind == VertexKind::nest) continue;
        const dsl::Type& type = instruction.op.type;
        const dsl::Kind kind = type.is(dsl::Kind::list) ? type.item : type.kind;
        if (kind == dsl::Kind::element || kind == dsl::Kind::reference) marker.names(type.of);
    }
    for (const PlanRule& rule : plan.rules)
        for (const Slot person : rule.responsible) {
            const dsl::Type& type = plan.at(person).op.type;
            const dsl::Kind kind = type.is(dsl::Kind::list) ? type.item : type.kind;
            if (kind == dsl::Kind::element || kind == dsl::Kind::reference) marker.names(type.of);
        }
    return marker.take();
}

}  // namespace kaoping::engine
