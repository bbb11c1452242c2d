// See common_forms.hpp.

#include "engine/casefile/common_forms.hpp"

#include "engine/casefile/record_keys.hpp"
#include "engine/time/common_timestamp.hpp"

namespace kaoping::engine {

namespace {

using Place = const std::uint32_t*;

/// "2026-03-02T10:20:01+08:00".
Place read_instant(const RecordKey& key, std::int32_t row, JsonPlace place, bool) {
    const char* const quote = place.begin();
    std::int64_t instant = 0;
    if (quote[0] != '"' || quote[26] != '"' || !parse_common_form({quote + 1, 25}, instant) || instant > key.latest) return nullptr;
    key.cells->numbers[row] = instant;
    return place.at + 1;
}

/// "2026-03-02".
Place read_day(const RecordKey& key, std::int32_t row, JsonPlace place, bool) {
    const char* const quote = place.begin();
    std::int64_t day = 0;
    if (quote[0] != '"' || quote[11] != '"' || !parse_common_day({quote + 1, 10}, day) || day > key.latest) return nullptr;
    key.cells->numbers[row] = day;
    return place.at + 1;
}

/// Blank, or not by far as it should be: the long way looks closer.
bool begins_blank(std::string_view text) { return text.empty() || static_cast<unsigned char>(text[0]) <= ' '; }

/// The text between the quotes, if it stands there as it is meant: no escapes, no blanks behind it.
bool plain_text(JsonPlace place, bool escapes, std::string_view& out) {
    const char* const quote = place.begin();
    const std::size_t size = place.size();
    out = {quote + 1, size - 2};
    // The index has checked that there is a closing quote.
    return quote[0] == '"' && !escapes && size >= 2 && quote[size - 1] == '"';
}

/// Without a branch that depends on which member it is.
Place take_member(const RecordKey& key, std::int32_t row, JsonPlace place, int member) {
    member = member < 0 ? key.plan->anything_else : member;
    if (member < 0) return nullptr;
    key.cells->numbers[row] = member;
    return place.at + 1;
}

/// Apart, so that short names, which nearly all are, are read without a call.
[[gnu::noinline]] Place read_long_member(const RecordKey& key, std::int32_t row, JsonPlace place, std::string_view text) {
    return take_member(key, row, place, key.plan->members->find(text));
}

Place read_member(const RecordKey& key, std::int32_t row, JsonPlace place, bool escapes) {
    std::string_view text;
    if (!plain_text(place, escapes, text) || begins_blank(text)) return nullptr;
    if (text.size() > 16) return read_long_member(key, row, place, text);
    return take_member(key, row, place, key.plan->members->find_short(text));
}

Place read_text(const RecordKey& key, std::int32_t row, JsonPlace place, bool escapes) {
    std::string_view text;
    if (!plain_text(place, escapes, text) || begins_blank(text)) return nullptr;
    key.cells->texts[row] = text;
    return place.at + 1;
}

/// ["a", "b"]
Place read_texts(const RecordKey& key, std::int32_t row, JsonPlace place, bool escapes) {
    if (*place.begin() != '[') return nullptr;
    CaseWriter& writer = *key.writer;
    const int items = key.plan->items;
    const CellBuffers& cells = *writer.cells(items);
    const std::int32_t begin = writer.table(items).rows;
    std::int32_t end = begin;
    JsonPlace item{place.text, place.at + 1};
    if (*item.begin() == ']') {
        ++item.at;
    } else {
        for (char next = ','; next != ']'; item.at += 2) {
            std::string_view text;
            next = place.text[item.at[1]];
            if (!plain_text(item, escapes, text) || begins_blank(text) || (next != ',' && next != ']')) {
                writer.take_back_rows(items, begin);
                return nullptr;
            }
            const std::int32_t added = writer.add_row(items, {key.record, row, key.field, end - begin}, {});
            cells.texts[added] = text;
            end = added + 1;
        }
    }
    key.cells->begin[row] = begin;
    key.cells->end[row] = end;
    return item.at;
}

/// Without blanks behind it.
Place read_truth(const RecordKey& key, std::int32_t row, JsonPlace place, bool) {
    const std::string_view text(place.begin(), place.size());
    const bool truth = text[0] == 't';
    if (text != (truth ? "true" : "false")) return nullptr;
    key.cells->truth[row / 64] |= std::uint64_t{truth} << (row % 64);
    return place.at + 1;
}

/// A whole number from 0 to 999,999,999 without blanks behind it.
Place read_count(const RecordKey& key, std::int32_t row, JsonPlace place, bool) {
    const std::string_view digits(place.begin(), place.size());
    if (digits.empty() || digits.size() > 9 || (digits[0] == '0' && digits.size() > 1)) return nullptr;
    std::int64_t value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return nullptr;
        value = value * 10 + (c - '0');
    }
    key.cells->numbers[row] = value * dsl::number_scale;
    return place.at + 1;
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
