// Every kind of scalar in every spelling: present, absent or a gap, and what is said of a gap.

#include "support.hpp"

using namespace casefile_test;

namespace {

struct Spelling {
    const char* field;
    const char* written;
    const char* cell;     ///< as dump_cell
    const char* finding;  ///< the code; "": none
};

std::string expected(const Spelling& one, const std::string& place) {
    return std::string(one.cell) + (*one.finding == '\0' ? std::string() : " " + std::string(one.finding) + " /" + one.field + place);
}

void check_json(const std::vector<Spelling>& spellings) {
    for (const Spelling& one : spellings) {
        const std::string text = std::string("{\"id\": \"A\", \"") + one.field + "\": " + one.written + "}";
        CAPTURE(text);
        CHECK(cell(text, CaseFormat::json_lines, one.field) == expected(one, ""));
        CHECK(cell(text, CaseFormat::json, one.field) == expected(one, ""));
    }
}

void check_yaml(const std::vector<Spelling>& spellings) {
    for (const Spelling& one : spellings) {
        const std::string text = std::string("# a case\nid: A\n") + one.field + ": " + one.written + "\n";
        CAPTURE(text);
        const bool null = std::string(one.written) == "~" || std::string(one.written) == "null" || *one.written == '\0';
        CHECK(cell(text, CaseFormat::yaml, one.field) == expected(one, null ? "" : " 3:" + std::to_string(std::string(one.field).size() + 3)));
    }
}

}  // namespace

TEST_CASE("JSON: truth values") {
    check_json({{"b", "true", "=true", ""}, {"b", "false", "=false", ""}, {"b", "\"true\"", "?", "wrong_type"}, {"b", "1", "?", "wrong_type"}, {"b", "true ", "=true", ""}, {"b", "false\t ", "=false", ""},
                {"b", "null", "?", "missing"},
                {"b", "[true]", "?", "wrong_type"}, {"b", "{}", "?", "wrong_type"}, {"b", "\"\"", "?", "missing"}, {"ob", "null", "-", ""}, {"ob", "false", "=false", ""}, {"ob", "0", "?", "wrong_type"}});
}

TEST_CASE("JSON: numbers are exact or a gap") {
    check_json({{"n", "12.5", "=12500000", ""}, {"n", "-0", "=0", ""}, {"n", "7 ", "=7000000", ""}, {"n", "0", "=0", ""}, {"n", "999999999", "=999999999000000", ""}, {"n", "1000000000", "=1000000000000000", ""},
                {"n", "1e3", "=1000000000", ""}, {"n", "1.5E-3", "=1500", ""}, {"n", "12e-6", "=12", ""}, {"n", "0.000001", "=1", ""},
                {"n", "0.00000100", "=1", ""}, {"n", "1000000000e-9", "=1000000", ""}, {"n", "9223372036854.775807", "=9223372036854775807", ""},
                {"n", "-9223372036854.775807", "=-9223372036854775807", ""}, {"n", "0.1234567", "?", "out_of_range"}, {"n", "1.5e-6", "?", "out_of_range"},
                {"n", "9223372036854.775808", "?", "out_of_range"}, {"n", "1e400", "?", "out_of_range"}, {"n", "1e-400", "?", "out_of_range"}, {"n", "1e99999999999999999999", "?", "out_of_range"},
                {"n", "123456789012345678901234567890123456789012345", "?", "out_of_range"}, {"n", "\"12\"", "?", "wrong_type"}, {"n", "true", "?", "wrong_type"}, {"n", "null", "?", "missing"},
                {"n", "[1]", "?", "wrong_type"}, {"on", "null", "-", ""}, {"on", "\" \"", "-", ""}, {"on", "\"1\"", "?", "wrong_type"}});
}

TEST_CASE("JSON: texts; a blank one is absent") {
    check_json({{"t", "\"x\"", "=\"x\"", ""}, {"t", "\" x \"", "=\" x \"", ""}, {"t", "\"\"", "?", "missing"}, {"t", "\" \\t\\r\\n\"", "?", "missing"}, {"t", "5", "?", "wrong_type"},
                {"t", "true", "?", "wrong_type"}, {"t", "{}", "?", "wrong_type"}, {"t", "\"\\u6587\\u5b57\\\"\"", "=\"文字\"\"", ""}, {"ot", "null", "-", ""}, {"ot", "\"\"", "-", ""},
                {"ot", "\"\\n\"", "-", ""}, {"ot", "5", "?", "wrong_type"}});
}

TEST_CASE("JSON: days and times; without an offset in the schema's zone") {
    check_json({{"d", "\"2026-03-02\"", "=20514", ""}, {"d", "\"2024-02-29\"", "=19782", ""}, {"d", "\"2026-02-29\"", "?", "bad_time"}, {"d", "\"2026-3-2\"", "?", "bad_time"},
                {"d", "\"2026-03-02T00:00\"", "?", "bad_time"}, {"d", "20260302", "?", "wrong_type"}, {"d", "\"\"", "?", "missing"}, {"od", "\"\"", "-", ""}, {"od", "\"x\"", "?", "bad_time"},
                {"m", "\"2026-03-02T10:20:00+08:00\"", "=1772418000000000", ""}, {"m", "\"2026-03-02T02:20Z\"", "=1772418000000000", ""}, {"m", "\"2026-03-02 10:20\"", "=1772418000000000", ""},
                {"m", "\"2026-03-02T10:20:00.000001\"", "=1772418000000001", ""}, {"m", "\"2026-03-02T10:20:00.0000001\"", "?", "bad_time"}, {"m", "\"2026-03-02\"", "?", "bad_time"},
                {"m", "\"2026-03-02T24:00\"", "?", "bad_time"}, {"m", "1772418000", "?", "wrong_type"}, {"om", "null", "-", ""}, {"om", "[]", "?", "wrong_type"}});
}

TEST_CASE("local times that the clocks skip or show twice are gaps") {
    check_json({{"m", "\"1991-04-14T02:30\"", "?", "bad_time"}, {"m", "\"1991-09-15T01:30\"", "?", "bad_time"}, {"m", "\"1991-09-15T01:30+08:00\"", "=684869400000000", ""}});
    const Read skipped = read(json_case("\"m\":\"1991-04-14T02:30\""), CaseFormat::json), doubled = read(json_case("\"m\":\"1991-09-15T01:30\""), CaseFormat::json);
    REQUIRE(skipped.messages.size() == 1);
    REQUIRE(doubled.messages.size() == 1);
    CHECK(skipped.messages[0] != doubled.messages[0]);
}

TEST_CASE("JSON: values of enums by their spelling in the data") {
    check_json({{"c", "\"R\"", "=0", ""}, {"c", "\"rouge\"", "=0", ""}, {"c", "\"green\"", "=1", ""}, {"c", "\"red\"", "?", "unlisted_value"}, {"c", "\"GREEN\"", "?", "unlisted_value"},
                {"c", "7", "?", "wrong_type"}, {"c", "\"\"", "?", "missing"}, {"oc", "null", "-", ""}, {"oc", "\"blue\"", "?", "unlisted_value"},
                {"s", "\"O\"", "=0", ""}, {"s", "\"square\"", "=1", ""}, {"s", "\"round\"", "=1", ""}, {"s", "7", "?", "wrong_type"}, {"s", "null", "?", "missing"}});
}

TEST_CASE("JSON: references hold keys, a number in one way only") {
    check_json({{"car", "7", "=\"7\" dangling_reference /car", ""}, {"car", "8.50", "=\"8.5\" dangling_reference /car", ""}, {"car", "\"7\"", "?", "wrong_type"}, {"car", "0.0000001", "?", "out_of_range"},
                {"car", "null", "-", ""}, {"car", "{}", "?", "wrong_type"}});
}

TEST_CASE("JSON: lists and objects") {
    check_json({{"acts", "[]", "=[0]", ""}, {"acts", "null", "?", "missing"}, {"acts", "{}", "?", "wrong_type"}, {"acts", "\"x\"", "?", "wrong_type"}, {"acts", "\"\"", "?", "wrong_type"},
                {"place", "{}", "=", ""}, {"place", "null", "-", ""}, {"place", "[]", "?", "wrong_type"}, {"place", "\"x\"", "?", "wrong_type"}});
    CHECK(cell("{\"id\":\"A\"}", CaseFormat::json, "acts") == "? missing /acts");
    CHECK(cell("{\"id\":\"A\"}", CaseFormat::json, "place") == "-");
    CHECK(cell("{\"id\":\"A\"}", CaseFormat::json, "ot") == "-");
    CHECK(cell("{\"id\":\"A\"}", CaseFormat::json, "t") == "? missing /t");
}

TEST_CASE("YAML: what has no quotes is what the field wants") {
    check_yaml({{"b", "true", "=true", ""}, {"b", "\"true\"", "?", "wrong_type"}, {"b", "yes", "?", "wrong_type"}, {"b", "~", "?", "missing"}, {"b", "null", "?", "missing"}, {"b", "", "?", "missing"},
                {"n", "12.5", "=12500000", ""}, {"n", "+3", "=3000000", ""}, {"n", ".5", "=500000", ""}, {"n", "5.", "=5000000", ""}, {"n", "1e3", "=1000000000", ""}, {"n", "\"12\"", "?", "wrong_type"},
                {"n", "0x1F", "?", "wrong_type"}, {"n", "1_000", "?", "wrong_type"}, {"n", ".inf", "?", "wrong_type"}, {"n", "1e 5", "?", "wrong_type"}, {"n", "1e+", "?", "out_of_range"},
                {"n", "0.0000001", "?", "out_of_range"}, {"n", "twelve", "?", "wrong_type"}, {"t", "x", "=\"x\"", ""}, {"t", "'5'", "=\"5\"", ""}, {"t", "5", "?", "wrong_type"}, {"t", "-1.5e3", "?", "wrong_type"},
                {"t", "5 km", "=\"5 km\"", ""}, {"t", "2026-03-02", "=\"2026-03-02\"", ""}, {"t", "true", "?", "wrong_type"}, {"t", "'~'", "=\"~\"", ""}, {"t", "''", "?", "missing"}, {"ot", "''", "-", ""},
                {"ot", "~", "-", ""}, {"ot", "[x]", "?", "wrong_type"}, {"d", "2026-03-02", "=20514", ""}, {"d", "'2026-03-02'", "=20514", ""}, {"d", "20260302", "?", "bad_time"}, {"d", "2026-02-30", "?", "bad_time"},
                {"m", "2026-03-02 10:20", "=1772418000000000", ""}, {"m", "soon", "?", "bad_time"}, {"c", "rouge", "=0", ""}, {"c", "blue", "?", "unlisted_value"}, {"c", "7", "?", "wrong_type"}, {"s", "square", "=1", ""},
                {"car", "\"7\"", "?", "wrong_type"}, {"car", "seven", "?", "wrong_type"}, {"acts", "[]", "=[0]", ""}, {"acts", "~", "?", "missing"}, {"acts", "x", "?", "wrong_type"}, {"place", "{}", "=", ""}});
    CHECK(cell("id: 007\n", CaseFormat::yaml, "id") == "=\"007\"");
    CHECK(cell("id: A\nt: |\n  two\n  lines\n", CaseFormat::yaml, "t") == "=\"two\nlines\n\"");
}

TEST_CASE("what lies after the moment of the evaluation is reported and kept") {
    ReadOptions options;
    options.as_of = 1772418000000000;  // 2026-03-02T10:20:00+08:00
    const auto of = [&](const char* field, const char* value) { return cell(std::string("{\"") + field + "\":\"" + value + "\"}", CaseFormat::json, field, options); };
    CHECK(of("m", "2026-03-02T10:20:00") == "=1772418000000000");
    CHECK(of("m", "2026-03-02T10:20:00.000001") == "=1772418000000001 after_as_of /m");
    CHECK(of("d", "2026-03-02") == "=20514");
    CHECK(of("d", "2026-03-03") == "=20515 after_as_of /d");
}
