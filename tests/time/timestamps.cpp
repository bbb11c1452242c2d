// Times as texts.

#include "engine/time/common_instant_avx2.hpp"
#include "engine/time/common_timestamp.hpp"
#include "tests/time/support.hpp"

using namespace time_test;
using engine::TimestampError;

namespace {

tl::expected<std::int64_t, TimestampError> parse(std::string_view text) { return engine::parse_datetime(text, china().zone); }

}  // namespace

TEST_CASE("datetimes that are read") {
    const std::int64_t expected = parse("2026-03-02T10:20:00+08:00").value();
    CHECK(expected == 1'772'418'000'000'000);
    for (const char* text : {"2026-03-02T10:20:00Z", "2026-03-02T10:20Z", "2026-03-02 10:20:00Z", "2026-03-02T10:20:00.0Z", "2026-03-02T10:20:00.000000000Z",
                             "2026-03-02T18:20", "2026-03-02T18:20:00", "2026-03-02 18:20:00+08:00", "2026-03-01T22:20:00-12:00"}) {
        CAPTURE(text);
        CHECK(parse(text) == expected + 8 * dsl::us_per_hour);
    }
    CHECK(parse("2026-03-02T10:20:01.5+08:00") == expected + 1'500'000);
    CHECK(parse("2026-03-02T10:20:00.000001+08:00") == expected + 1);
}

TEST_CASE("texts that are no datetimes") {
    for (const char* text : {"", "2026-03-02", "2026-03-02T", "2026-03-02T10", "2026-03-02T1:20", "2026-03-02X10:20", "2026-03-02T10:20:0", "2026-03-02T10:20:00.",
                             "2026-03-02T10:20:00.0000001", "2026-03-02T10:20:00+8:00", "2026-03-02T10:20:00+0800", "2026-03-02T10:20:00+08:00 ",
                             " 2026-03-02T10:20:00", "2026-03-02T10:20:00 +08:00", "20260302T102000Z", "2026/03/02T10:20:00", "soon, very soon indeed"}) {
        CAPTURE(text);
        CHECK(parse(text).error() == TimestampError::malformed);
    }
    for (const char* text : {"2026-02-29T10:20", "2026-13-01T10:20", "2026-00-01T10:20", "2026-01-00T10:20", "0000-01-01T10:20", "2026-03-02T24:00",
                             "2026-03-02T10:60", "2026-03-02T10:20:60", "2026-03-02T10:20:00+25:00", "2026-03-02T10:20:00+08:60"}) {
        CAPTURE(text);
        CHECK(parse(text).error() == TimestampError::out_of_range);
    }
    CHECK(engine::parse_datetime("2025-03-30T02:30:00", without_calendar("Europe/Rome").zone).error() == TimestampError::nonexistent_local);
    CHECK(engine::parse_datetime("2025-10-26T02:30:00", without_calendar("Europe/Rome").zone).error() == TimestampError::ambiguous_local);
}

TEST_CASE("dates") {
    CHECK(engine::parse_date("1970-01-01") == 0);
    CHECK(engine::parse_date("2024-02-29") == 19782);
    CHECK(engine::parse_date("9999-12-31").has_value());
    for (const char* text : {"2026-3-2", "2026-03-02 ", "26-03-02", "2026-03-02T00:00", "----------"}) CHECK(engine::parse_date(text).error() == TimestampError::malformed);
    for (const char* text : {"2025-02-29", "2025-04-31", "0000-01-01", "2025-00-10"}) CHECK(engine::parse_date(text).error() == TimestampError::out_of_range);
}

TEST_CASE("an as-of date means the end of that day") {
    CHECK(engine::parse_as_of("2026-03-02", china().zone) == at("2026-03-02T23:59:59.999999"));
    CHECK(engine::parse_as_of("2026-03-02T10:00:00+08:00", china().zone) == at("2026-03-02T10:00:00"));
    CHECK_FALSE(engine::parse_as_of("today", china().zone).has_value());
}

TEST_CASE("what is written is read again") {
    const auto rome = without_calendar("Europe/Rome").zone;
    for (const char* text : {"2026-03-02T10:20:00+01:00", "2025-10-26T02:30:00+02:00", "2025-10-26T02:30:00+01:00", "2026-07-02T10:20:00.25+02:00", "1969-12-31T23:59:59.999999+01:00"}) {
        const auto instant = engine::parse_datetime(text, rome);
        REQUIRE(instant.has_value());
        CHECK(engine::format_datetime(*instant, rome) == text);
    }
    SUBCASE("an offset with seconds is cut to minutes, the instant stays") {
        const std::string text = engine::format_datetime(at("1880-01-01T00:00:00Z"), china().zone);
        CHECK(text == "1880-01-01T08:05:00+08:05");
        CHECK(parse(text) == at("1880-01-01T00:00:00Z"));
    }
    for (std::int64_t d = day("0001-01-01"); d <= day("9999-12-31"); d += 97) CHECK(engine::parse_date(engine::format_date(d)) == d);
}

TEST_CASE("durations, numbers and deadlines as people read them") {
    CHECK(engine::format_duration(0) == "0 s");
    CHECK(engine::format_duration(7'500'000'000) == "2 h 5 min");
    CHECK(engine::format_duration(-3'000'000) == "-3 s");
    CHECK(engine::format_duration(3'600'000'001) == "1 h 0.000001 s");
    CHECK(engine::format_duration(INT64_MIN) == "-2562047788 h 54.775808 s");
    CHECK(engine::format_number(500'000) == "0.5");
    CHECK(engine::format_number(-12'000'000) == "-12");
    CHECK(engine::format_number(-1) == "-0.000001");
    CHECK(engine::format_number(INT64_MIN) == "-9223372036854.775808");
    CHECK(engine::format_deadline({true, 0, false}, china().zone) == "1970-01-01");
    CHECK(engine::format_deadline({false, 0, false}, china().zone) == "1970-01-01T08:00:00+08:00");
}

TEST_CASE("the common form and those next to it are read alike") {
    // Each text, and the same moment in a form that the quick way does not take.
    const std::pair<const char*, const char*> same[] = {
        {"2026-03-02T10:20:01+08:00", "2026-03-02 10:20:01+08:00"}, {"1970-01-01T00:00:00+00:00", "1970-01-01T00:00:00Z"},
        {"2024-02-29T23:59:59+08:00", "2024-02-29T23:59:59.0+08:00"}, {"2069-12-31T23:59:59+23:59", "2069-12-31 23:59:59+23:59"},
        {"2000-02-29T00:00:00+05:30", "2000-02-29 00:00:00+05:30"}, {"2026-12-31T00:00:00+08:00", "2026-12-31T00:00+08:00"},
    };
    for (const auto& [common, other] : same) {
        CAPTURE(common);
        REQUIRE(parse(common).has_value());
        CHECK(*parse(common) == *parse(other));
    }
    for (const char* wrong : {"2026-02-29T10:20:01+08:00", "2026-13-02T10:20:01+08:00", "2026-00-02T10:20:01+08:00", "2026-03-00T10:20:01+08:00", "2026-04-31T10:20:01+08:00",
                              "2026-03-02T24:20:01+08:00", "2026-03-02T10:60:01+08:00", "2026-03-02T10:20:60+08:00", "2026-03-02T10:20:01+24:00", "2026-03-02T10:20:01+08:60"})
        CHECK_MESSAGE(parse(wrong).error() == TimestampError::out_of_range, wrong);
    const std::string good = "2026-03-02T10:20:01+08:00";
    for (std::size_t at = 0; at < good.size(); ++at)
        for (const char c : {'a', '/', ':', ' ', '\xC3', '\0'}) {
            std::string text = good;
            text[at] = c;
            if (text == good || (at == 10 && c == ' ')) continue;
            CAPTURE(text);
            CHECK_FALSE(parse(text).has_value());
        }
}

TEST_CASE("instants of the common form are read as the long way reads them, whatever one sign of them is") {
    for (const std::string text : {"2024-02-29T23:59:50+08:00", "2026-12-31T00:00:09+08:00", "1999-10-01T12:34:56+05:30", "2069-11-30T19:08:37-08:00"})
        for (std::size_t at = 0; at < text.size(); ++at)
            for (int sign = 0; sign < 256; ++sign) {
                std::string changed = text;
                changed[at] = static_cast<char>(sign);
                std::int64_t quick = 0;
                if (!engine::parse_common_instant(changed, quick)) continue;
                CAPTURE(changed);
                const auto expected = parse(changed.substr(0, 19) + ".0" + changed.substr(19));  // which only the long way takes
                REQUIRE(expected.has_value());
                CHECK(quick == *expected);
            }
    std::int64_t instant = 0;
    for (const char* read : {"2024-02-29T23:59:50+08:00", "1970-01-01T00:00:00+00:00", "2069-12-31T23:59:59+23:59"}) CHECK_MESSAGE(engine::parse_common_instant(read, instant), read);
    for (const char* other : {"2023-02-29T23:59:50+08:00", "2026-03-02T10:20:01-08:00", "2026-03-02T10:20:01Z", "2026-03-02T10:20:01 08:00", "1969-12-31T23:59:59+08:00", "2070-01-01T00:00:00+08:00"})
        CHECK_MESSAGE(!engine::parse_common_instant(other, instant), other);
}

#if defined(__x86_64__)
TEST_CASE("instants of the common form read all at once are what they are read sign by sign, whatever two signs of them are") {
    if (!__builtin_cpu_supports("avx2")) return;
    const auto agree = [](const std::string& quoted) {
        std::int64_t instant = engine::no_common_instant;
        if (quoted.front() != '"' || quoted.back() != '"' || !engine::parse_common_instant(std::string_view(quoted).substr(1, 25), instant)) instant = engine::no_common_instant;
        CAPTURE(quoted);
        CHECK(engine::common_instant_with_avx2(quoted.data()) == instant);
    };
    const std::string signs("0123456789/:\" -+TtZz\0\x80\xB0\xFF", 24);
    for (const std::string text : {"\"2024-02-29T23:59:50+08:00\"", "\"2026-12-31T00:00:09+08:00\"", "\"1999-10-01T12:34:56+05:30\"", "\"2069-11-30T19:08:37+00:45\"", "\"1970-01-01T00:00:00+23:59\""}) {
        agree(text);
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::string changed = text;
            for (int sign = 0; sign < 256; ++sign) {
                changed[at] = static_cast<char>(sign);
                agree(changed);
            }
            for (const char sign : signs) {
                changed[at] = sign;
                for (std::size_t other = at + 1; other < text.size(); ++other)
                    for (const char another : signs) {
                        changed[other] = another;
                        agree(changed);
                        changed[other] = text[other];
                    }
            }
        }
    }
    for (std::int64_t day = -400; day < 36'600; ++day) agree('"' + engine::format_date(day) + "T12:00:00+08:00\"");
}
#endif

TEST_CASE("days of the common form are read as the long way reads them") {
    for (std::int64_t day = -400; day < 36'600; day += 13) {
        const std::string text = engine::format_date(day);
        const auto expected = engine::parse_date(text);
        std::int64_t quick = 0;
        CAPTURE(text);
        const bool read = engine::parse_common_day(text, quick);
        CHECK(read == (text >= "1970-01-01" && text <= "2069-12-31"));
        if (read) CHECK(quick == expected.value());
    }
    // One sign changed at a time: what the quick way takes, the long way takes too, and reads the same.
    for (const std::string day : {"2024-02-29", "2026-12-31", "1999-10-01"})
        for (std::size_t at = 0; at < day.size(); ++at)
            for (int sign = 1; sign < 256; ++sign) {
                std::string text = day;
                text[at] = static_cast<char>(sign);
                std::int64_t quick = 0;
                if (!engine::parse_common_day(text, quick)) continue;
                const auto expected = engine::parse_date(text);
                CAPTURE(text);
                REQUIRE(expected.has_value());
                CHECK(quick == *expected);
            }
    std::int64_t none = 0;
    for (const char* text : {"", "2026-03-2", "2026-03-022", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-04-00"}) CHECK_FALSE(engine::parse_common_day(text, none));
}
