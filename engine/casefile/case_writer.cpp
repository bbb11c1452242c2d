// Rows and cells: see case_writer.hpp.

#include "engine/casefile/case_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/casefile/table_rows.hpp"

namespace kaoping::engine {

using dsl::Kind;

CaseWriter::CaseWriter(const dsl::Schema& schema, const Layout& layout, const Zone& zone, const ReadOptions& options, CaseBatch& batch)
    : schema_(schema), layout_(layout), zone_(zone), options_(options), batch_(batch) {
    batch_.tables.resize(static_cast<std::size_t>(layout.table_count()));
    room_.resize(batch_.tables.size());
    cells_.resize(batch_.tables.size());
    present_.resize(batch_.tables.size());
    keys_.resize(schema.records.size());
    as_of_day_ = options.as_of == INT64_MAX ? INT64_MAX : zone.local_date(options.as_of);
    for (std::size_t r = 0; r < schema.records.size(); ++r) {
        Table& table = batch_.tables[r];
        table.record = static_cast<std::int32_t>(r);
        table.columns.resize(schema.records[r].fields.size());
        for (std::size_t f = 0; f < table.columns.size(); ++f) {
            const dsl::Type type = schema.records[r].fields[f].type;
            table.columns[f].kind = type.kind;
            if (!type.is(Kind::list) || type.item == Kind::element) continue;
            Table& items = batch_.tables[static_cast<std::size_t>(layout.item_table(static_cast<int>(r), static_cast<int>(f)))];
            items.columns.resize(1);
            items.columns[0].kind = type.item;
        }
    }
    for (std::size_t t = 0; t < cells_.size(); ++t) {
        cells_[t].resize(batch_.tables[t].columns.size());
        present_[t].resize(batch_.tables[t].columns.size());
    }
}

// ---- batches and cases --------------------------------------------------------------------------------------------------------

std::span<const std::int32_t> CaseWriter::columns_of(std::size_t table) const {
    static constexpr std::int32_t only[] = {0};  // of the items of a scalar list
    return table < plan_->records.size() ? std::span<const std::int32_t>(plan_->records[table].columns) : only;
}

void CaseWriter::start_batch(const DecodePlan& plan) {
    batch_.clear();
    plan_ = &plan;
    case_row_ = -1;
    checked_ = 0;
    out_of_order_ = false;
    std::fill(room_.begin(), room_.end(), 0);
}

void CaseWriter::finish_batch() {
    cross_check();
    if (out_of_order_)
        std::stable_sort(batch_.data_findings.begin(), batch_.data_findings.end(), [](const DataFinding& a, const DataFinding& b) { return a.case_row < b.case_row; });
    for (std::size_t t = 0; t < batch_.tables.size(); ++t) {
        Table& table = batch_.tables[t];
        cut_rows(table, columns_of(t));
        table.case_begin.push_back(table.rows);
    }
}

std::int32_t CaseWriter::begin_case(CaseSource source) {
    if (case_row_ + 1 - checked_ == checked_together) cross_check();
    for (Table& table : batch_.tables) table.case_begin.push_back(table.rows);
    findings_before_ = batch_.data_findings.size();
    batch_.sources.push_back(source);
    case_row_ = static_cast<std::int32_t>(batch_.sources.size()) - 1;
    return add_row(schema_.case_record, {}, {});
}

void CaseWriter::drop_case() {
    batch_.sources.pop_back();
    batch_.data_findings.resize(findings_before_);
    for (std::size_t t = 0; t < batch_.tables.size(); ++t) {
        drop_rows(batch_.tables[t], columns_of(t), first_row(t));
        batch_.tables[t].case_begin.pop_back();
    }
    --case_row_;
}

// ---- rows ---------------------------------------------------------------------------------------------------------------------

namespace {

CellBuffers buffers_of(Column& column, const NameTable* members) {
    CellBuffers out;
    switch (column.kind) {
        case Kind::boolean: out.truth = column.truth.data(); break;
        case Kind::list:
            out.begin = column.begin.data();
            out.end = column.end.data();
            break;
        case Kind::text: out.texts = column.texts.data(); break;
        case Kind::reference:
            out.numbers = column.numbers.data();
            out.texts = column.texts.data();
            break;
        default:
            out.numbers = column.numbers.data();
            out.members = members;
    }
    return out;
}

}  // namespace

void CaseWriter::make_room(int number, std::int32_t more_than) {
    const auto t = static_cast<std::size_t>(number);
    Table& to = batch_.tables[t];
    const std::size_t rows = std::max<std::size_t>({64, to.case_of.size(), 2 * static_cast<std::size_t>(more_than)});
    grow_rows(to, columns_of(t), rows);
    room_[t] = static_cast<std::int32_t>(rows);
    for (const std::int32_t column_number : columns_of(t)) {
        const auto f = static_cast<std::size_t>(column_number);
        Column& column = to.columns[f];
        present_[t][f] = column.present.data();
        cells_[t][f] = buffers_of(column, t < plan_->records.size() ? plan_->records[t].fields[f].members : nullptr);
    }
}

void CaseWriter::keep_row_place(Table& to, std::int32_t row, CellPlace place) {
    to.row_places.resize(static_cast<std::size_t>(row));
    to.row_places.push_back(place);
}

void CaseWriter::finish_row(int record, std::int32_t row, std::span<const std::uint64_t> seen) {
    const RecordPlan& plan = plan_->records[static_cast<std::size_t>(record)];
    std::uint64_t* const* const present = present_[static_cast<std::size_t>(record)].data();
    const std::size_t word = static_cast<std::size_t>(row) / 64;
    const std::uint64_t others = ~(std::uint64_t{1} << (row % 64));
    for (std::size_t w = 0; w < plan.wanted.size(); ++w) {
        // Most of what a row lacks is optional.
        for_each_bit(plan.wanted[w] & ~seen[w], [&](std::size_t place) { present[w * 64 + place][word] &= others; });
        for_each_bit(plan.needed[w] & ~seen[w], [&](std::size_t place) { report_missing(record, row, static_cast<int>(w * 64 + place)); });
    }
}

void CaseWriter::report_missing(int record, std::int32_t row, int field) {
    Table& of = table(record);
    const auto f = static_cast<std::size_t>(field), i = static_cast<std::size_t>(row);
    of.columns[f].known.reset(i);
    finding("missing", pointer(record, row, field), of.row_places.empty() ? CellPlace{} : of.row_places[i],
            fmt::format("`{}` is not there: what rests on it stays undetermined", schema_.records[static_cast<std::size_t>(record)].fields[f].data_key));
}

void CaseWriter::unknown_row(int record, std::int32_t row) {
    for (const std::int32_t field : columns_of(static_cast<std::size_t>(record))) unknown_cell(table(record).columns[static_cast<std::size_t>(field)], row);
}

// ---- cells --------------------------------------------------------------------------------------------------------------------

void CaseWriter::absent_cell(Column& column, std::int32_t row) {
    column.present.reset(static_cast<std::size_t>(row));
}

void CaseWriter::unknown_cell(Column& column, std::int32_t row) {
    column.known.reset(static_cast<std::size_t>(row));
    absent_cell(column, row);
}

void CaseWriter::keep_place(int record, std::int32_t row, int field, CellPlace place) {
    Table& of = table(record);
    const auto f = static_cast<std::size_t>(field), i = static_cast<std::size_t>(row);
    of.cell_places.resize(of.columns.size());
    of.cell_places[f].resize(i + 1);
    of.cell_places[f][i] = place;
}

void CaseWriter::scalar(int record, std::int32_t row, int field, const Scalar& value) {
    const auto f = static_cast<std::size_t>(field), i = static_cast<std::size_t>(row);
    const FieldPlan& plan = plan_->records[static_cast<std::size_t>(record)].fields[f];
    Column& column = table(record).columns[f];
    if (value.place.line != 0) keep_place(record, row, field, value.place);
    const Wrong wrong = decode(plan.type, column, i, value, plan.key);
    if (wrong == Wrong::none) {
        if (plan.type.is(Kind::datetime) || plan.type.is(Kind::date)) check_late(record, row, field, column, value);
    } else if (wrong == Wrong::blank && plan.type.optional) {
        absent_cell(column, row);
    } else {
        unknown_cell(column, row);
        report_cell(wrong, record, row, field, value);
    }
}

void CaseWriter::item(const FieldPlan& plan, std::int32_t row, const Scalar& value) {
    const int t = plan.items;
    Column& column = table(t).columns[0];
    const Wrong wrong = decode(plan.item, column, static_cast<std::size_t>(row), value, false);
    if (wrong == Wrong::none) return;
    unknown_cell(column, row);
    if (wrong == Wrong::blank) {
        finding("missing", pointer(t, row, -1), value.place, "this item is blank: what rests on it stays undetermined");
    } else {
        report(wrong, plan.item, value, pointer(t, row, -1));
    }
}

// ---- what is wrong ------------------------------------------------------------------------------------------------------------

std::string CaseWriter::pointer(int record, std::int32_t row, int field) const { return pointer_of(schema_, layout_, batch_, record, row, field); }

void CaseWriter::finding_in(std::int32_t of_case, const char* code, std::string pointer, CellPlace place, std::string message) {
    batch_.data_findings.push_back({of_case, code, std::move(pointer), place, std::move(message)});
}

}  // namespace kaoping::engine
