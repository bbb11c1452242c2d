// Values as text: see value_text.hpp.

#include "engine/evaluate/value_text.hpp"

#include <algorithm>
#include <array>

#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

namespace {

bool chinese(const std::string& language) { return language.starts_with("zh"); }

std::string enum_text(const TextContext& context, int number, std::int64_t member) {
    const dsl::EnumMember& named = context.schema.enums[static_cast<std::size_t>(number)].members[static_cast<std::size_t>(member)];
    const bool own = context.language.empty() || context.language == "en";
    return own || named.label.empty() ? named.name : named.label;
}

std::string period_text(dsl::PeriodValue period, const std::string& language) {
    constexpr std::array<std::string_view, 8> english{"microsecond", "second", "minute", "hour", "day", "month", "year", "working day"};
    constexpr std::array<std::string_view, 8> words{"微秒", "秒", "分钟", "小时", "日", "个月", "年", "个工作日"};
    const auto unit = static_cast<std::size_t>(period.unit);
    if (chinese(language)) return std::to_string(period.count) + std::string(words[unit]);
    std::string out = std::to_string(period.count) + ' ' + std::string(english[unit]);
    if (period.count != 1) out += 's';
    return out;
}

std::string deadline_text(const TextContext& context, dsl::DeadlineValue deadline) {
    if (deadline.never) return chinese(context.language) ? "尚未届满" : "no end yet";
    return format_deadline(deadline, context.time.zone);
}

std::string present_text(const TextContext& context, const ShownValue& value) {
    switch (value.type.kind) {
        case dsl::Kind::boolean:
            if (chinese(context.language)) return value.number != 0 ? "是" : "否";
            return value.number != 0 ? "yes" : "no";
        case dsl::Kind::number: return format_number(value.number);
        case dsl::Kind::text:
        case dsl::Kind::reference: return std::string(value.text);
        case dsl::Kind::date: return format_date(value.number);
        case dsl::Kind::datetime: return format_datetime(value.number, context.time.zone);
        case dsl::Kind::duration: return format_duration(value.number);
        case dsl::Kind::period: return period_text(dsl::PeriodValue::decode(value.number), context.language);
        case dsl::Kind::deadline: return deadline_text(context, dsl::DeadlineValue::decode(value.number));
        case dsl::Kind::enumeration: return enum_text(context, value.type.of, value.number);
        case dsl::Kind::element: return element_text(context, value.type.of, static_cast<std::int32_t>(value.number));
        default: return {};
    }
}

}  // namespace

std::string value_text(const TextContext& context, const ShownValue& value) {
    if (value.state == CellState::absent) return chinese(context.language) ? "未记录" : "not recorded";
    if (value.state == CellState::unknown) return chinese(context.language) ? "不明" : "unknown";
    return present_text(context, value);
}

std::string_view list_separator(const std::string& language) { return chinese(language) ? "、" : ", "; }

std::string_view empty_list_text(const std::string& language) { return chinese(language) ? "无" : "none"; }

std::string element_text(const TextContext& context, int record, std::int32_t row) {
    const dsl::Record& shape = context.schema.records[static_cast<std::size_t>(record)];
    const Table& table = context.batch.tables[static_cast<std::size_t>(record)];
    const auto r = static_cast<std::size_t>(row);
    const auto cell = [&](int field) -> std::string {
        const Column& column = table.columns[static_cast<std::size_t>(field)];
        if (column.present.size() <= r || column.state(r) != CellState::present) return {};
        const dsl::Kind kind = shape.fields[static_cast<std::size_t>(field)].type.kind;
        return kind == dsl::Kind::number ? format_number(column.numbers[r]) : std::string(column.texts[r]);
    };
    const int name = shape.field("name");
    if (name >= 0 && shape.fields[static_cast<std::size_t>(name)].personal && shape.fields[static_cast<std::size_t>(name)].type.is(dsl::Kind::text))
        if (std::string text = cell(name); !text.empty()) return text;
    if (shape.key_field >= 0)
        if (std::string text = cell(shape.key_field); !text.empty()) return text;
    return path_text(pointer_of(context.schema, context.layout, context.batch, record, row));
}

std::string path_text(std::string_view pointer) {
    if (pointer.empty()) return "the case";
    std::string out;
    std::size_t at = 1;
    while (at <= pointer.size()) {
        const std::size_t end = std::min(pointer.find('/', at), pointer.size());
        const std::string_view part = pointer.substr(at, end - at);
        const bool position = !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (position && !out.empty()) {
            out += '[';
            out += part;
            out += ']';
        } else {
            if (!out.empty()) out += '.';
            out += part;
        }
        at = end + 1;
    }
    return out;
}

}  // namespace kaoping::engine
