// 10,000 random periods computed by ../shared/design/period_reference.py (tests/data/make_periods.py wrote them).

#include <fstream>
#include <sstream>

#include "dsl/registry/calendar_file.hpp"
#include "dsl/source/text_file.hpp"
#include "tests/time/support.hpp"

using namespace time_test;

namespace {

std::string data_file(const char* name) { return std::string(KAOPING_SOURCE_DIR) + "/tests/data/" + name; }

engine::TimeContext data_context() {
    const auto text = dsl::read_text_file(data_file("periods-calendar.yaml"));
    REQUIRE(text.has_value());
    dsl::SourceMap sources;
    dsl::Diagnostics mistakes;
    const auto calendar = dsl::read_calendar(sources, sources.add("periods-calendar.yaml", *text), "CN", mistakes);
    REQUIRE(mistakes.empty());
    return {china().zone, engine::WorkCalendar(calendar)};
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    return cells;
}

dsl::Unit unit_of(const std::string& name) {
    if (name == "day") return dsl::Unit::day;
    if (name == "month") return dsl::Unit::month;
    if (name == "year") return dsl::Unit::year;
    REQUIRE(name == "working_day");
    return dsl::Unit::working_day;
}

std::vector<engine::TimeSpan> spans_of(const std::string& text) {
    std::vector<engine::TimeSpan> out;
    std::istringstream in(text);
    for (std::string one; in >> one;) out.push_back(span(one.substr(0, 10), one.substr(11)));
    return out;
}

}  // namespace

TEST_CASE("10,000 random periods end where the reference computation says") {
    const auto context = data_context();
    std::ifstream in(data_file("periods.csv"));
    std::string line;
    REQUIRE(std::getline(in, line));
    int compared = 0, different = 0;
    while (std::getline(in, line)) {
        const auto cells = cells_of(line);
        REQUIRE(cells.size() == 7);
        const dsl::PeriodValue period{std::stoll(cells[1]), unit_of(cells[2]), cells[3] == "1" ? dsl::Rolling::strict : dsl::Rolling::rolling};
        const auto spans = spans_of(cells[5]);
        const auto end = last(period, cells[0], spans, cells[4] == "1" ? dsl::month_end_sticky : dsl::count_plain, context);
        if (end != cells[6]) CHECK_MESSAGE(end == cells[6], line);
        // An act at any time of the first day counts from that day.
        const auto evening = last(period, cells[0] + "T23:59:59.999999", spans, cells[4] == "1" ? dsl::month_end_sticky : dsl::count_plain, context);
        if (evening != cells[6]) CHECK_MESSAGE(evening == cells[6], line);
        ++compared;
        different += end == cells[6] ? 0 : 1;
    }
    CHECK(compared == 10'000);
    CHECK(different == 0);
}
