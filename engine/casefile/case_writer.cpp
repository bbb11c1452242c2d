// Cells into columns: see case_writer.hpp.

#include "engine/casefile/case_writer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kaoping::engine {

using dsl::Kind;

namespace {

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

/// YAML's core schema reads these without quotes as numbers and truth values, not as texts.
bool plain_is_no_text(std::string_view text) {
    if (text == "true" || text == "false") return true;
    const auto skip_digits = [&] {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(digits);
        return digits > 0;
    };
    if (text.front() == '-' || text.front() == '+') text.remove_prefix(1);
    bool digits = skip_digits();
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        digits = skip_digits() || digits;
    }
    if (!digits) return false;
    if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
        text.remove_prefix(1);
        if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
        if (!skip_digits()) return false;
    }
    return text.empty();
}

/// What a message shows of a value: 60 bytes, whole characters.
std::string shortened(std::string_view text) {
    std::size_t end = std::min<std::size_t>(text.size(), 60);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end));
}

const char* expected_text(dsl::Type type) {
    switch (type.kind) {
        case Kind::boolean: return "true or false";
        case Kind::number: return "a number";
        case Kind::text: return "a text";
        case Kind::date: return "a day like 2026-03-02";
        case Kind::datetime: return "a time like 2026-03-02T10:20:00+08:00";
        case Kind::enumeration: return "one of the listed values";
        case Kind::reference: return "a key";
        case Kind::element: return "an object";
        case Kind::list: return "a list";
        default: return "a value";
    }
}

}  // namespace

CaseWriter::CaseWriter(const dsl::Schema& schema, const Layout& layout, const Zone& zone, const ColumnMask& mask, const ReadOptions& options, CaseBatch& batch)
    : schema_(schema), layout_(layout), zone_(zone), mask_(mask), options_(options), batch_(batch) {
    batch_.tables.resize(static_cast<std::size_t>(layout.table_count()));
    seen_.resize(schema.records.size());
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
}

void CaseWriter::add_column_row(Column& column) {
    column.known.push_back(false);
    column.present.push_back(false);
    switch (column.kind) {
        case Kind::boolean: column.truth.push_back(false); break;
        case Kind::text:
        case Kind::reference: column.texts.emplace_back(); break;
        case Kind::list:
            column.begin.push_back(0);
            column.end.push_back(0);
            break;
        default: column.numbers.push_back(0); break;
    }
}

std::int32_t CaseWriter::begin_case(CaseSource source) {
    first_row_.clear();
    for (const Table& table : batch_.tables) first_row_.push_back(table.rows);
    for (auto& rows : seen_) rows.clear();
    findings_before_ = batch_.data_findings.size();
    batch_.sources.push_back(std::move(source));
    case_row_ = static_cast<std::int32_t>(batch_.sources.size()) - 1;
    return add_row(schema_.case_record, {}, {});
}

void CaseWriter::drop_case() {
    batch_.sources.pop_back();
    batch_.data_findings.resize(findings_before_);
    for (std::size_t t = 0; t < batch_.tables.size(); ++t) {
        Table& table = batch_.tables[t];
        const auto rows = static_cast<std::size_t>(first_row_[t]);
        table.rows = first_row_[t];
        table.case_of.resize(rows);
        if (!table.origin.empty()) table.origin.resize(rows);
        if (!table.row_places.empty()) table.row_places.resize(rows);
        for (auto& places : table.cell_places)
            if (places.size() > rows) places.resize(rows);
        for (Column& column : table.columns) {
            const auto cut_bits = [&](Bits& bits) {
                if (bits.size() <= rows) return;
                Bits kept;
                for (std::size_t i = 0; i < rows; ++i) kept.push_back(bits.get(i));
                bits = std::move(kept);
            };
            cut_bits(column.known);
            cut_bits(column.present);
            cut_bits(column.truth);
            if (column.numbers.size() > rows) column.numbers.resize(rows);
            if (column.texts.size() > rows) column.texts.resize(rows);
            if (column.begin.size() > rows) column.begin.resize(rows);
            if (column.end.size() > rows) column.end.resize(rows);
        }
    }
    --case_row_;
}

std::int32_t CaseWriter::add_row(int t, RowOrigin origin, CellPlace place) {
    Table& to = table(t);
    const std::int32_t row = to.rows++;
    to.case_of.push_back(case_row_);
    if (t != schema_.case_record) to.origin.push_back(origin);
    if (place.line != 0 || !to.row_places.empty()) {
        to.row_places.resize(static_cast<std::size_t>(row));
        to.row_places.push_back(place);
    }
    for (std::size_t f = 0; f < to.columns.size(); ++f)
        if (to.record < 0 || wanted(to.record, static_cast<int>(f))) add_column_row(to.columns[f]);
    if (to.record >= 0) seen_[static_cast<std::size_t>(to.record)].emplace_back(to.columns.size(), false);
    return row;
}

bool CaseWriter::first_time(int record, std::int32_t row, int field) {
    const auto r = static_cast<std::size_t>(record);
    auto seen = seen_[r][static_cast<std::size_t>(row - first_row_[r])].begin() + field;
    if (*seen) return false;
    *seen = true;
    return true;
}

std::string CaseWriter::pointer(int record, std::int32_t row, int field) const { return pointer_of(schema_, layout_, batch_, record, row, field); }

void CaseWriter::finding(const char* code, std::string pointer, CellPlace place, std::string message) {
    batch_.data_findings.push_back({case_row_, code, std::move(pointer), place, std::move(message)});
}

void CaseWriter::finish_row(int record, std::int32_t row) {
    const auto& fields = schema_.records[static_cast<std::size_t>(record)].fields;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        if (!wanted(record, static_cast<int>(f))) continue;
        Column& column = table(record).columns[f];
        const auto i = static_cast<std::size_t>(row);
        if (column.known.get(i)) continue;
        const bool written = seen_[static_cast<std::size_t>(record)][static_cast<std::size_t>(row - first_row_[static_cast<std::size_t>(record)])][f];
        if (written) continue;  // what was wrong with it has been reported
        if (fields[f].type.optional) column.known.set(i);
        else
            finding("missing", pointer(record, row, static_cast<int>(f)), table(record).row_places.empty() ? CellPlace{} : table(record).row_places[i],
                    fmt::format("`{}` is not there: what rests on it stays undetermined", fields[f].data_key));
    }
}

// ---- values -------------------------------------------------------------------------------------------------------------------

CaseWriter::Wrong CaseWriter::decode_time(dsl::Type type, Column& column, std::size_t row, const Scalar& value) {
    if (value.kind != Scalar::Kind::text && value.kind != Scalar::Kind::plain) return Wrong::type;
    const auto moment = type.is(Kind::date) ? parse_date(value.text) : parse_datetime(value.text, zone_);
    if (!moment) return Wrong::time;
    column.numbers[row] = *moment;
    return Wrong::none;
}

/// Keys are texts for everyone; a number that serves as a key is written in one way only.
CaseWriter::Wrong CaseWriter::decode_key(dsl::Type type, Column& column, std::size_t row, const Scalar& value) {
    const dsl::Record& record = schema_.records[static_cast<std::size_t>(type.of)];
    const bool numeric = record.key_field >= 0 && record.fields[static_cast<std::size_t>(record.key_field)].type.is(Kind::number);
    if (!numeric) {
        if (value.kind != Scalar::Kind::text && value.kind != Scalar::Kind::plain) return Wrong::type;
        column.texts[row] = value.text;
        return Wrong::none;
    }
    std::int64_t number = 0;
    if (value.kind != Scalar::Kind::number && value.kind != Scalar::Kind::plain) return Wrong::type;
    if (!parse_exact(value.text, number)) return value.kind == Scalar::Kind::plain ? Wrong::type : Wrong::range;
    column.texts[row] = batch_.keep(format_number(number));
    return Wrong::none;
}

CaseWriter::Wrong CaseWriter::decode(dsl::Type type, Column& column, std::size_t row, const Scalar& value, bool key) {
    using K = Scalar::Kind;
    if (value.kind == K::other) return Wrong::type;
    if ((value.kind == K::text || value.kind == K::plain) && is_blank(value.text)) return Wrong::blank;
    switch (type.kind) {
        case Kind::text:
            if (value.kind != K::text && (value.kind != K::plain || (!key && plain_is_no_text(value.text)))) return Wrong::type;
            column.texts[row] = value.text;
            return Wrong::none;
        case Kind::number:
            if (value.kind != K::number && value.kind != K::plain) return Wrong::type;
            if (parse_exact(value.text, column.numbers[row])) return Wrong::none;
            return value.kind == K::plain && value.text.find_first_not_of("+-.0123456789eE") != std::string_view::npos ? Wrong::type : Wrong::range;
        case Kind::boolean:
            if (value.kind != K::boolean && (value.kind != K::plain || (value.text != "true" && value.text != "false"))) return Wrong::type;
            column.truth.put(row, value.text == "true");
            return Wrong::none;
        case Kind::date:
        case Kind::datetime: return decode_time(type, column, row, value);
        case Kind::reference: return decode_key(type, column, row, value);
        case Kind::enumeration: {
            if (value.kind != K::text && (value.kind != K::plain || plain_is_no_text(value.text))) return Wrong::type;
            const dsl::Enum& of = schema_.enums[static_cast<std::size_t>(type.of)];
            for (std::size_t m = 0; m < of.members.size(); ++m)
                for (const std::string& spelling : of.members[m].spellings)
                    if (spelling == value.text) {
                        column.numbers[row] = static_cast<std::int64_t>(m);
                        return Wrong::none;
                    }
            if (of.anything_else < 0) return Wrong::unlisted;
            column.numbers[row] = of.anything_else;
            return Wrong::none;
        }
        default: return Wrong::type;
    }
}

void CaseWriter::report(Wrong wrong, dsl::Type type, const Scalar& value, std::string where) {
    const std::string shown = shortened(value.text);
    switch (wrong) {
        case Wrong::none:
        case Wrong::blank: return;
        case Wrong::type: return finding("wrong_type", std::move(where), value.place, fmt::format("expected {}, found {}", expected_text(type), value.kind == Scalar::Kind::other ? std::string("a list or an object") : "`" + shown + "`"));
        case Wrong::time: return finding("bad_time", std::move(where), value.place, fmt::format("`{}`: {}", shown, timestamp_error_text(type.is(Kind::date) ? parse_date(value.text).error() : parse_datetime(value.text, zone_).error())));
        case Wrong::range:
        case Wrong::value: return finding("out_of_range", std::move(where), value.place, fmt::format("`{}` is beyond what can be held exactly (six places behind the point)", shown));
        case Wrong::unlisted: return finding("unlisted_value", std::move(where), value.place, fmt::format("`{}` is none of the values of {}", shown, schema_.enums[static_cast<std::size_t>(type.of)].name));
    }
}

void CaseWriter::scalar(int record, std::int32_t row, int field, const Scalar& value) {
    const auto f = static_cast<std::size_t>(field), i = static_cast<std::size_t>(row);
    const dsl::Field& declared = schema_.records[static_cast<std::size_t>(record)].fields[f];
    Table& to = table(record);
    Column& column = to.columns[f];
    if (value.place.line != 0) {
        to.cell_places.resize(to.columns.size());
        to.cell_places[f].resize(i + 1);
        to.cell_places[f][i] = value.place;
    }
    const bool scalar_type = !declared.type.is(Kind::list) && !declared.type.is(Kind::element);
    const Wrong wrong = scalar_type ? decode(declared.type, column, i, value, declared.key) : Wrong::type;
    if (wrong == Wrong::none) {
        column.known.set(i);
        column.present.set(i);
        const bool late = declared.type.is(Kind::datetime) ? column.numbers[i] > options_.as_of : declared.type.is(Kind::date) && column.numbers[i] > as_of_day_;
        if (late) finding("after_as_of", pointer(record, row, field), value.place, fmt::format("`{}` lies after the moment of the evaluation", shortened(value.text)));
    } else if (wrong == Wrong::blank && declared.type.optional) {
        column.known.set(i);
    } else if (wrong == Wrong::blank) {
        finding("missing", pointer(record, row, field), value.place, fmt::format("`{}` is blank: what rests on it stays undetermined", declared.data_key));
    } else {
        report(wrong, declared.type, value, pointer(record, row, field));
    }
}

void CaseWriter::element(int record, std::int32_t row, int field, std::int32_t element_row) {
    Column& column = table(record).columns[static_cast<std::size_t>(field)];
    column.numbers[static_cast<std::size_t>(row)] = element_row;
    column.known.set(static_cast<std::size_t>(row));
    column.present.set(static_cast<std::size_t>(row));
}

void CaseWriter::list(int record, std::int32_t row, int field, std::int32_t begin, std::int32_t end, CellPlace place) {
    Table& to = table(record);
    const auto f = static_cast<std::size_t>(field), i = static_cast<std::size_t>(row);
    Column& column = to.columns[f];
    column.begin[i] = begin;
    column.end[i] = end;
    column.known.set(i);
    column.present.set(i);
    if (place.line == 0) return;
    to.cell_places.resize(to.columns.size());
    to.cell_places[f].resize(i + 1);
    to.cell_places[f][i] = place;
}

void CaseWriter::item(int record, std::int32_t row, int field, int position, const Scalar& value) {
    const int t = layout_.item_table(record, field);
    const std::int32_t at = add_row(t, {record, row, field, position}, value.place);
    dsl::Type type = schema_.records[static_cast<std::size_t>(record)].fields[static_cast<std::size_t>(field)].type.element_type();
    Column& column = table(t).columns[0];
    const Wrong wrong = decode(type, column, static_cast<std::size_t>(at), value, false);
    if (wrong == Wrong::none) {
        column.known.set(static_cast<std::size_t>(at));
        column.present.set(static_cast<std::size_t>(at));
    } else if (wrong == Wrong::blank) {
        finding("missing", pointer(t, at, -1), value.place, "this item is blank: what rests on it stays undetermined");
    } else {
        report(wrong, type, value, pointer(t, at, -1));
    }
}

}  // namespace kaoping::engine
