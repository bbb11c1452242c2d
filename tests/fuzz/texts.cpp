// Small texts: messages with holes, patterns, times.

#include "dsl/registry/civil_date.hpp"
#include "dsl/registry/scalar_text.hpp"
#include "dsl/source/utf8.hpp"
#include "dsl/syntax/parser.hpp"
#include "dsl/typed/pattern.hpp"
#include "engine/casefile/case_writer.hpp"
#include "engine/time/timestamp.hpp"
#include "fuzzers.hpp"
#include "invariants.hpp"

namespace fuzz_test {

using namespace kaoping;

int fuzz_template(std::string_view text) {
    dsl::SourceMap sources;
    const std::string framed = "<" + std::string(text) + ">";  // what stands around it is none of its business
    const dsl::FileId file = sources.add("message", framed);
    const dsl::Span inside{file, 1, static_cast<std::uint32_t>(framed.size() - 1)};
    for (const bool hole : {false, true}) {
        dsl::Diagnostics found;
        dsl::syntax::Arena arena;
        if (hole) (void)dsl::parse_expression(sources, inside, arena, found);
        else (void)dsl::parse_template(sources, inside, arena, found);
        check_diagnostics(sources, found);
    }
    return 0;
}

int fuzz_pattern(std::string_view text) {
    const auto pattern = dsl::Pattern::compile(text);
    if (!pattern) return 0;
    const bool endless = !pattern->occurs_in(std::string(40, 'a') + "!").has_value();
    for (const std::string_view subject : {std::string_view("京A12345"), std::string_view(), text.substr(0, 200)})
        if (const auto occurs = pattern->occurs_in(subject); occurs && !endless) demand(occurs == pattern->occurs_in(subject), "matching twice gives the same");
    return 0;
}

namespace {

void check_datetime(std::string_view text, const engine::Zone& zone) {
    const auto instant = engine::parse_datetime(text, zone);
    if (!instant) {
        demand(!engine::timestamp_error_text(instant.error()).empty(), "a wrong time has its reason");
        return;
    }
    const std::string written = engine::format_datetime(*instant, zone);
    const bool year_is_read = written.find('-') == 4 && written.compare(0, 4, "0000") != 0;  // the zone may lead out of 0001–9999
    if (!year_is_read) return;
    const auto again = engine::parse_datetime(written, zone);
    demand(again && *again == *instant, "a time that was written is read again: " + written);
}

}  // namespace

int fuzz_timestamp(std::string_view text) {
    static const auto rome = engine::Zone::find("Europe/Rome"), shanghai = engine::Zone::find("Asia/Shanghai");
    for (const auto* zone : {&*rome, &*shanghai}) {
        check_datetime(text, *zone);
        if (const auto as_of = engine::parse_as_of(text, *zone)) demand(!engine::moment_text(*as_of, *zone).empty(), "a moment has a text");
    }
    const auto day = engine::parse_date(text);
    if (day) demand(engine::format_date(*day) == text, "a day that was written is the same text");
    const auto of_rules = dsl::parse_day(text);
    if (of_rules) demand(day && *day == *of_rules && dsl::day_text(*of_rules) == text, "a day of a rule is a day of a case");
    const auto instant = dsl::parse_instant(text);
    const auto of_case = engine::parse_datetime(text, *rome);
    if (instant && of_case) demand(*instant == *of_case, "an instant of a rule is an instant of a case");
    std::int64_t exact = 0;
    const auto decimal = dsl::parse_decimal(text);
    if (decimal) demand(engine::parse_exact(text, exact) && exact == *decimal, "a number of a rule is a number of a case");
    if (engine::parse_exact(text, exact)) demand(engine::parse_exact(engine::format_number(exact), exact), "a number that was written is read again");
    return 0;
}

}  // namespace fuzz_test
