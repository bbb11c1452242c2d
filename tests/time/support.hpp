#pragma once
// Short forms for the tests of legal time: days and times as texts, contexts with and without calendar.

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/time/legal_time.hpp"
#include "engine/time/timestamp.hpp"

namespace time_test {

namespace engine = kaoping::engine;
namespace dsl = kaoping::dsl;

[[nodiscard]] engine::Zone zone(const std::string& name);

/// China 2025 as in semantics § 5, and 2026 as an ordinary week; other years are missing.
[[nodiscard]] dsl::CalendarData china_2025();
[[nodiscard]] const engine::TimeContext& china();
[[nodiscard]] engine::TimeContext without_calendar(const std::string& zone = "Asia/Shanghai");

[[nodiscard]] std::int64_t day(std::string_view text);
/// An instant; without offset in Shanghai.
[[nodiscard]] std::int64_t at(std::string_view text);
/// A day or an instant, as written.
[[nodiscard]] engine::Moment moment(std::string_view text);
[[nodiscard]] engine::TimeSpan span(std::string_view from, std::string_view to = {});

[[nodiscard]] dsl::PeriodValue days(std::int64_t n, dsl::Rolling rolling = dsl::Rolling::rolling);
[[nodiscard]] dsl::PeriodValue strict_days(std::int64_t n);
[[nodiscard]] dsl::PeriodValue strict_months(std::int64_t n);
[[nodiscard]] dsl::PeriodValue working_days(std::int64_t n);
[[nodiscard]] dsl::PeriodValue hours(std::int64_t n);

/// The deadline as a report shows it, or "missing year 2027", "out of range".
[[nodiscard]] std::string last(dsl::PeriodValue period, std::string_view from, const std::vector<engine::TimeSpan>& spans = {},
                               std::int32_t flags = dsl::count_plain, const engine::TimeContext& context = china());

}  // namespace time_test
