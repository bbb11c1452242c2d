// See common_forms.hpp.

#include "engine/casefile/common_forms.hpp"

#include <cstring>
#include <string_view>

#include "engine/casefile/record_keys.hpp"
#include "engine/time/common_timestamp.hpp"

namespace kaoping::engine {

namespace {

using Place = const std::uint32_t*;

/// "2026-03-02T10:20:01+08:00".
Place read_instant(const RecordKey& key, std::int32_t row, const char* text, Place at, bool) {
    const char* const quote = text + *at;
    std::int64_t instant = 0;
    if (quote[0] != '"' || quote[26] != '"' || !parse_common_instant({quote + 1, 25}, instant) || instant > key.latest) return nullptr;
    key.cells->numbers[row] = instant;
    return at + 1;
}

/// "2026-03-02".
Place read_day(const RecordKey& key, std::int32_t row, const char* text, Place at, bool) {
    const char* const quote = text + *at;
    std::int64_t day = 0;
    if (quote[0] != '"' || quote[11] != '"' || !parse_common_day({quote + 1, 10}, day) || day > key.latest) return nullptr;
    key.cells->numbers[row] = day;
    return at + 1;
}

/// Blank, or not by far as it should be: the long way looks closer.
bool begins_blank(std::string_view text) { return static_cast<unsigned char>(text[0]) <= ' '; }

/// The text between the quotes, if it stands there as it is meant: no escapes, no blanks behind it, something in it.
bool plain_text(const char* text, Place at, bool escapes, std::string_view& out) {
    const char* const quote = text + at[0];
    const std::size_t size = at[1] - at[0];
    out = {quote + 1, size - 2};
    // The index has checked that there is a closing quote.
    return quote[0] == '"' && !escapes && size > 2 && quote[size - 1] == '"' && !begins_blank(out);
}

/// Without a branch that depends on which member it is.
Place take_member(const RecordKey& key, std::int32_t row, Place behind, int member) {
    member = member < 0 ? key.plan->anything_else : member;
    if (member < 0) return nullptr;
    key.cells->numbers[row] = member;
    return behind;
}

/// Apart, so that short names, which nearly all are, are read without a call.
[[gnu::noinline]] Place read_long_member(const RecordKey& key, std::int32_t row, Place behind, std::string_view name) {
    return take_member(key, row, behind, key.plan->members->find(name));
}

Place read_member(const RecordKey& key, std::int32_t row, const char* text, Place at, bool escapes) {
    std::string_view name;
    if (!plain_text(text, at, escapes, name)) return nullptr;
    if (name.size() > 16) return read_long_member(key, row, at + 1, name);
    return take_member(key, row, at + 1, key.plan->members->find_short(name));
}

Place read_text(const RecordKey& key, std::int32_t row, const char* text, Place at, bool escapes) {
    std::string_view value;
    if (!plain_text(text, at, escapes, value)) return nullptr;
    key.cells->texts[row] = value;
    return at + 1;
}

/// ["a", "b"]
Place read_texts(const RecordKey& key, std::int32_t row, const char* text, Place at, bool escapes) {
    if (text[*at] != '[') return nullptr;
    CaseWriter& writer = *key.writer;
    const int items = key.plan->items;
    const CellBuffers& cells = *writer.cells(items);
    const std::int32_t begin = writer.table(items).rows;
    std::int32_t end = begin;
    ++at;
    if (text[*at] == ']') {
        ++at;
    } else {
        for (char next = ','; next != ']'; at += 2) {
            std::string_view item;
            next = text[at[1]];
            if (!plain_text(text, at, escapes, item) || (next != ',' && next != ']')) {
                writer.take_back_rows(items, begin);
                return nullptr;
            }
            end = writer.add_row(items, {key.record, row, key.field, end - begin}, {}) + 1;
            cells.texts[end - 1] = item;
        }
    }
    key.cells->begin[row] = begin;
    key.cells->end[row] = end;
    return at;
}

/// Without blanks behind it.
Place read_truth(const RecordKey& key, std::int32_t row, const char* text, Place at, bool) {
    const char* const word = text + at[0];
    const std::size_t size = at[1] - at[0];
    const auto begins = [word](const char (&four)[5]) { return std::memcmp(word, four, 4) == 0; };
    const bool truth = begins("true");
    if (truth ? size != 4 : size != 5 || !begins("fals") || word[4] != 'e') return nullptr;
    const auto bit = static_cast<std::uint32_t>(row);
    key.cells->truth[bit / 64] |= std::uint64_t{truth} << (bit % 64);
    return at + 1;
}

/// A whole number from 0 to 999,999,999 without blanks behind it.
Place read_count(const RecordKey& key, std::int32_t row, const char* text, Place at, bool) {
    const std::string_view digits(text + at[0], at[1] - at[0]);
    if (digits.empty() || digits.size() > 9 || (digits[0] == '0' && digits.size() > 1)) return nullptr;
    std::int64_t value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return nullptr;
        value = value * 10 + (c - '0');
    }
    key.cells->numbers[row] = value * dsl::number_scale;
    return at + 1;
}

}  // namespace

CommonForm common_form(const FieldPlan& plan) {
    switch (plan.type.kind) {
        case dsl::Kind::datetime: return read_instant;
        case dsl::Kind::date: return read_day;
        case dsl::Kind::enumeration: return read_member;
        case dsl::Kind::text: return read_text;
        case dsl::Kind::reference: return plan.numeric_key ? nullptr : read_text;
        case dsl::Kind::boolean: return read_truth;
        case dsl::Kind::number: return read_count;
        case dsl::Kind::list: return plan.item.is(dsl::Kind::text) ? read_texts : nullptr;
        default: return nullptr;
    }
}

}  // namespace kaoping::engine
