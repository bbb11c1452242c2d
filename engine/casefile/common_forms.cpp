// See common_forms.hpp.

#include "engine/casefile/common_forms.hpp"

#include <cstring>
#include <string_view>

#include "engine/casefile/json_text.hpp"
#include "engine/casefile/record_keys.hpp"
#include "engine/casefile/wide_ways.hpp"
#include "engine/time/common_timestamp.hpp"

namespace kaoping::engine {

namespace {

using Place = const char*;

/// "2026-03-02".
Place read_day(const FormText& text, const RecordKey& key, std::int32_t row, Place at) {
    std::int64_t day = 0;
    if (at[0] != '"' || at[11] != '"' || !parse_common_day({at + 1, 10}, day) || day > text.writer.latest_day()) return nullptr;
    key.cells->numbers[row] = day;
    return at + 12;
}

/// The place behind a text, if it stands there as it is meant: no escapes, no blanks before it, something in it. (What begins blank, or
/// not by far as it should, the long way looks at closer.)
[[gnu::always_inline]] inline Place plain_text(const StringStops& stops, Place at, std::string_view& out) {
    if (at[0] != '"') return nullptr;
    const Place stop = stops.from(at + 1);
    out = {at + 1, stop};
    return *stop == '"' && !out.empty() && static_cast<unsigned char>(at[1]) > ' ' ? stop + 1 : nullptr;
}

Place take_member(const RecordKey& key, std::int32_t row, Place behind, int member) {
    if (member < 0) return nullptr;
    key.cells->numbers[row] = member;
    return behind;
}

/// Apart, so that what nearly all are is read without a call, and without room for one.
[[gnu::noinline]] Place look_member_up(const RecordKey& key, std::int32_t row, Place behind, std::string_view name) {
    return take_member(key, row, behind, key.cells->members->find(name));
}

Place read_member(const FormText& text, const RecordKey& key, std::int32_t row, Place at) {
    std::string_view name;
    const Place behind = plain_text(text.stops, at, name);
    if (behind == nullptr) return nullptr;
    const NameTable& members = *key.cells->members;
    int member = 0;
    const bool found = name.size() <= 16 ? members.find_short(name, member) : name.size() <= 32 && members.find_long(name, member);
    return found ? take_member(key, row, behind, member) : look_member_up(key, row, behind, name);
}

Place read_text(const FormText& text, const RecordKey& key, std::int32_t row, Place at) {
    std::string_view value;
    const Place behind = plain_text(text.stops, at, value);
    if (behind == nullptr) return nullptr;
    key.cells->texts[row] = value;
    return behind;
}

/// ["a", "b"]
Place read_texts(const FormText& text, const RecordKey& key, std::int32_t row, Place at) {
    if (*at != '[') return nullptr;
    CaseWriter& writer = text.writer;
    const int items = key.plan->items;
    const CellBuffers& cells = *writer.cells(items);
    const std::int32_t begin = writer.table(items).rows;
    CaseWriter::Room room = writer.room(items);
    std::int32_t end = begin;
    at = behind_blanks(at + 1);
    if (*at == ']') {
        ++at;
    } else {
        for (char next = ','; next != ']';) {
            std::string_view item;
            at = plain_text(text.stops, behind_blanks(at), item);
            if (at != nullptr) at = behind_blanks(at);
            if (at == nullptr || ((next = *at) != ',' && next != ']')) return nullptr;
            ++at;
            if (end == room.rows) [[unlikely]] {
                writer.make_room(items, end);
                room = writer.room(items);
            }
            room.case_of[end] = writer.case_row();
            room.origin[end] = {key.record, row, key.field, end - begin};
            cells.texts[end++] = item;
        }
    }
    writer.add_rows(items, end);
    key.cells->begin[row] = begin;
    key.cells->end[row] = end;
    return at;
}

/// Without a branch that depends on which of the two it is.
Place read_truth(const FormText&, const RecordKey& key, std::int32_t row, Place at) {
    const auto four_bytes = [](const char* from) {
        std::uint32_t out;
        std::memcpy(&out, from, sizeof(out));
        return out;
    };
    // What it begins with says which word it must be. Compilers make branches of truth values that are joined.
    const std::uint32_t truth = *at == 't', lie = truth - 1;  // `lie`: all bits or none
    const std::uint32_t wrong = (four_bytes(at) ^ four_bytes("true") ^ ((four_bytes("true") ^ four_bytes("fals")) & lie)) | (static_cast<unsigned char>(at[4] ^ 'e') & lie);
    if (wrong != 0) return nullptr;
    const auto bit = static_cast<std::uint32_t>(row);
    key.cells->truth[bit / 64] |= std::uint64_t{truth} << (bit % 64);
    return at + 5 - truth;
}

/// A whole number from 0 to 999,999,999, without blanks behind it.
Place read_count(const FormText&, const RecordKey& key, std::int32_t row, Place at) {
    const Place first = at;
    std::uint64_t value = 0;
    for (; *at >= '0' && *at <= '9'; ++at) value = value * 10 + static_cast<std::uint64_t>(*at - '0');  // what is too long is thrown away
    const std::ptrdiff_t digits = at - first;
    if (digits == 0 || digits > 9 || (*first == '0' && digits > 1) || (*at != ',' && *at != '}')) return nullptr;
    key.cells->numbers[row] = static_cast<std::int64_t>(value) * dsl::number_scale;
    return at;
}

}  // namespace

const char* no_common_form(const FormText&, const RecordKey&, std::int32_t, const char*) { return nullptr; }

CommonForm common_form(const FieldPlan& plan) {
    switch (plan.type.kind) {
        case dsl::Kind::datetime: return wide_ways().read_instant;
        case dsl::Kind::date: return read_day;
        case dsl::Kind::enumeration: return read_member;
        case dsl::Kind::text: return read_text;
        case dsl::Kind::reference: return plan.numeric_key ? no_common_form : read_text;
        case dsl::Kind::boolean: return read_truth;
        case dsl::Kind::number: return read_count;
        case dsl::Kind::list: return plan.item.is(dsl::Kind::text) ? read_texts : no_common_form;
        default: return no_common_form;
    }
}

}  // namespace kaoping::engine
