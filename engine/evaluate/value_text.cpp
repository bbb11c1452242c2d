// Values for people: see value_text.hpp.

#include "engine/evaluate/value_text.hpp"

#include <fmt/format.h>

#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

namespace {

bool chinese(const std::string& language) { return language.rfind("zh", 0) == 0; }

std::string period_text(std::int64_t encoded, const std::string& language) {
    static constexpr const char* english[] = {"microsecond", "second", "minute", "hour", "day", "month", "year", "working day"};
    static constexpr const char* mandarin[] = {"微秒", "秒", "分钟", "小时", "日", "个月", "年", "个工作日"};
    const auto period = dsl::PeriodValue::decode(encoded);
    const auto unit = static_cast<std::size_t>(period.unit);
    if (chinese(language)) return fmt::format("{}{}", period.count, mandarin[unit]);
    return fmt::format("{} {}{}", period.count, english[unit], period.count == 1 ? "" : "s");
}

}  // namespace

std::string value_text(const dsl::Schema& schema, const Zone& zone, dsl::Type type, std::int64_t number, const std::string& language) {
    switch (type.kind) {
        case dsl::Kind::boolean: return chinese(language) ? (number != 0 ? "是" : "否") : (number != 0 ? "yes" : "no");
        case dsl::Kind::number: return format_number(number);
        case dsl::Kind::date: return format_date(number);
        case dsl::Kind::datetime: return format_datetime(number, zone);
        case dsl::Kind::duration: return format_duration(number);
        case dsl::Kind::period: return period_text(number, language);
        case dsl::Kind::deadline: {
            const auto deadline = dsl::DeadlineValue::decode(number);
            return deadline.never && chinese(language) ? "尚未届满" : format_deadline(deadline, zone);
        }
        case dsl::Kind::enumeration: {
            const dsl::EnumMember& member = schema.enums[static_cast<std::size_t>(type.of)].members[static_cast<std::size_t>(number)];
            return language.empty() || member.label.empty() ? member.name : member.label;
        }
        default: return {};
    }
}

std::string element_name(const dsl::Schema& schema, const Layout& layout, const CaseBatch& batch, std::int32_t record, std::int32_t row) {
    const dsl::Record& of = schema.records[static_cast<std::size_t>(record)];
    const auto& columns = batch.tables[static_cast<std::size_t>(record)].columns;
    const auto i = static_cast<std::size_t>(row);
    for (const int field : {of.field("name"), of.key_field}) {
        if (field < 0) continue;
        const Column& column = columns[static_cast<std::size_t>(field)];
        if (column.present.size() <= i || !column.present.get(i)) continue;
        if (column.kind == dsl::Kind::text) return std::string(column.texts[i]);
        if (column.kind == dsl::Kind::number) return format_number(column.numbers[i]);
    }
    return pointer_of(schema, layout, batch, record, row);
}

std::string_view absent_text(const std::string& language) { return chinese(language) ? "未记录" : "not recorded"; }
std::string_view unknown_text(const std::string& language) { return chinese(language) ? "不明" : "unknown"; }

}  // namespace kaoping::engine
