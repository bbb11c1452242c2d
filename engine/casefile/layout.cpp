// Tables of a batch, its memory, and pointers into case files: see batch.hpp.

#include <algorithm>
#include <charconv>

#include "engine/casefile/batch.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/casefile/table_rows.hpp"

namespace kaoping::engine {

Layout::Layout(const dsl::Schema& schema) : count_(static_cast<int>(schema.records.size())) {
    for (const dsl::Record& record : schema.records) {
        std::vector<int> tables(record.fields.size(), -1);
        for (std::size_t f = 0; f < record.fields.size(); ++f) {
            const dsl::Type& type = record.fields[f].type;
            if (!type.is(dsl::Kind::list)) continue;
            tables[f] = type.item == dsl::Kind::element ? type.of : count_++;
        }
        items_.push_back(std::move(tables));
    }
}

ColumnMask ColumnMask::all(const dsl::Schema& schema) {
    ColumnMask out;
    for (const dsl::Record& record : schema.records) out.columns.emplace_back(record.fields.size(), true);
    return out;
}

std::string_view CaseBatch::keep(std::string_view text) {
    constexpr std::size_t block = 64U << 10;
    if (text.size() > room_) {
        room_ = std::max(block, text.size());
        arena_.push_back(std::unique_ptr<char[]>(new char[room_]));
        next_ = arena_.back().get();
        if (arena_.size() == 1) first_room_ = room_;
    }
    const std::string_view out(next_, text.size());
    std::copy(text.begin(), text.end(), next_);
    next_ += text.size();
    room_ -= text.size();
    return out;
}

void CaseBatch::clear() {
    for (Table& table : tables) clear_rows(table);
    sources.clear();
    data_findings.clear();
    memory.clear();
    if (arena_.size() > 1) arena_.resize(1);
    next_ = arena_.empty() ? nullptr : arena_[0].get();
    room_ = arena_.empty() ? 0 : first_room_;
}

namespace {

void append_part(std::string_view key, std::string& out) {
    if (key.find('~') == std::string_view::npos && key.find('/') == std::string_view::npos) {
        out += key;
        return;
    }
    for (const char c : key) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
}

}  // namespace

std::string pointer_part(std::string_view key) {
    std::string out;
    append_part(key, out);
    return out;
}

void append_pointer(const dsl::Schema& schema, const CaseBatch& batch, int table, int row, std::string& out) {
    if (table == schema.case_record) return;
    const RowOrigin& origin = batch.tables[static_cast<std::size_t>(table)].origin[static_cast<std::size_t>(row)];
    append_pointer(schema, batch, origin.parent_table, origin.parent_row, out);
    out += '/';
    append_part(schema.records[static_cast<std::size_t>(origin.parent_table)].fields[static_cast<std::size_t>(origin.field)].data_key, out);
    if (origin.position < 0) return;
    char digits[12] = "/";
    out.append(digits, std::to_chars(digits + 1, digits + sizeof digits, origin.position).ptr);
}

std::string pointer_of(const dsl::Schema& schema, const Layout&, const CaseBatch& batch, int table, int row, int field) {
    std::string out;
    append_pointer(schema, batch, table, row, out);
    if (field >= 0 && batch.tables[static_cast<std::size_t>(table)].record >= 0) {
        out += '/';
        out += pointer_part(schema.records[static_cast<std::size_t>(table)].fields[static_cast<std::size_t>(field)].data_key);
    }
    return out;
}

}  // namespace kaoping::engine
