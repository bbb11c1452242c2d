// What a scalar of the data is for a field's type: see case_writer.hpp.

#include <fmt/format.h>

#include <algorithm>

#include "engine/casefile/case_writer.hpp"

namespace kaoping::engine {

using dsl::Kind;

namespace {

bool is_blank(std::string_view text) {
    if (!text.empty() && static_cast<unsigned char>(text[0]) > ' ') return false;
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

CaseWriter::Wrong CaseWriter::decode_time(dsl::Type type, Column& column, std::size_t row, const Scalar& value) {
    if (value.kind != Scalar::Kind::text && value.kind != Scalar::Kind::plain) return Wrong::type;
    const auto moment = type.is(Kind::date) ? parse_date(value.text) : parse_datetime(value.text, zone_);
    if (!moment) return Wrong::time;
    column.numbers[row] = *moment;
    return Wrong::none;
}

CaseWriter::Wrong CaseWriter::decode_number(Column& column, std::size_t row, const Scalar& value) {
    if (value.kind != Scalar::Kind::number && value.kind != Scalar::Kind::plain) return Wrong::type;
    if (parse_exact(value.text, column.numbers[row])) return Wrong::none;
    return value.kind == Scalar::Kind::plain && value.text.find_first_not_of("+-.0123456789eE") != std::string_view::npos ? Wrong::type : Wrong::range;
}

CaseWriter::Wrong CaseWriter::decode_member(dsl::Type type, Column& column, std::size_t row, const Scalar& value) {
    if (value.kind != Scalar::Kind::text && (value.kind != Scalar::Kind::plain || plain_is_no_text(value.text))) return Wrong::type;
    const int member = plan_->enums[static_cast<std::size_t>(type.of)].find(value.text);
    if (member < 0) return Wrong::unlisted;
    column.numbers[row] = member;
    return Wrong::none;
}

/// Keys are texts for everyone; a number that serves as a key is written in one way only.
CaseWriter::Wrong CaseWriter::decode_key(dsl::Type type, Column& column, std::size_t row, const Scalar& value) {
    if (!plan_->numeric_key[static_cast<std::size_t>(type.of)]) {
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
    if (value.kind == K::other || type.is(Kind::list) || type.is(Kind::element)) return Wrong::type;
    if ((value.kind == K::text || value.kind == K::plain) && is_blank(value.text)) return Wrong::blank;
    switch (type.kind) {
        case Kind::text:
            if (value.kind != K::text && (value.kind != K::plain || (!key && plain_is_no_text(value.text)))) return Wrong::type;
            column.texts[row] = value.text;
            return Wrong::none;
        case Kind::number: return decode_number(column, row, value);
        case Kind::boolean:
            if (value.kind != K::boolean && (value.kind != K::plain || (value.text != "true" && value.text != "false"))) return Wrong::type;
            column.truth.put(row, value.text == "true");
            return Wrong::none;
        case Kind::date:
        case Kind::datetime: return decode_time(type, column, row, value);
        case Kind::reference: return decode_key(type, column, row, value);
        case Kind::enumeration: return decode_member(type, column, row, value);
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

void CaseWriter::report_cell(Wrong wrong, int record, std::int32_t row, int field, const Scalar& value) {
    const dsl::Field& declared = schema_.records[static_cast<std::size_t>(record)].fields[static_cast<std::size_t>(field)];
    if (wrong != Wrong::blank) return report(wrong, declared.type, value, pointer(record, row, field));
    finding("missing", pointer(record, row, field), value.place, fmt::format("`{}` is blank: what rests on it stays undetermined", declared.data_key));
}

void CaseWriter::check_late(int record, std::int32_t row, int field, const Column& column, const Scalar& value) {
    const auto i = static_cast<std::size_t>(row);
    if (column.numbers[i] <= (column.kind == Kind::date ? as_of_day_ : options_.as_of)) return;
    finding("after_as_of", pointer(record, row, field), value.place, fmt::format("`{}` lies after the moment of the evaluation", shortened(value.text)));
}

}  // namespace kaoping::engine
