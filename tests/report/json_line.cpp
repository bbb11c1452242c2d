// Lines of JSON and rows of CSV that are written by the million: the same bytes as RapidJSON gives, whatever the texts hold.

#include <rapidjson/document.h>

#include <cstdint>
#include <limits>
#include <random>

#include "engine/report/csv.hpp"
#include "engine/report/findings_json.hpp"
#include "engine/report/json.hpp"
#include "engine/report/json_line.hpp"
#include "tests/report/html_support.hpp"

using namespace kaoping;
using namespace kaoping::test;
using engine::json::LineBuffer;

namespace {

std::string by_rapidjson(const std::string& text) {
    rapidjson::StringBuffer buffer;
    engine::json::Line to(buffer);
    engine::json::text(to, text);
    return {buffer.GetString(), buffer.GetSize()};
}

std::string by_line(LineBuffer& line, const std::string& text) {
    std::string out;
    line.text(text).move_to(out);
    return out;
}

/// A line read and written again by RapidJSON.
std::string again(const std::string& line) {
    rapidjson::Document document;
    document.Parse(line.data(), line.size());
    REQUIRE_FALSE(document.HasParseError());
    rapidjson::StringBuffer buffer;
    engine::json::Line to(buffer);
    document.Accept(to);
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string cell(const std::string& text) {
    std::string out;
    engine::csv::cell(out, text);
    return out;
}

}  // namespace

TEST_CASE("every byte at every place of a text is escaped, or replaced where it is no UTF-8") {
    LineBuffer line;
    for (std::size_t size = 1; size <= 20; ++size)
        for (std::size_t place = 0; place < size; ++place)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(size, 'x');
                text[place] = static_cast<char>(byte);
                REQUIRE_MESSAGE(by_line(line, text) == by_rapidjson(text), size << " bytes, " << byte << " at " << place);
            }
    CHECK(by_line(line, "") == "\"\"");
    CHECK(by_line(line, "a\"b\\c\n\x01\x1F\x7F") == "\"a\\\"b\\\\c\\n\\u0001\\u001F\x7F\"");
}

TEST_CASE("long texts and mixed ones") {
    const std::vector<std::string> parts{"plain", "\"", "\\", "\n", std::string(1, '\0'), "\x1F", "讯问笔录", "é", "\xF0\x9F\x9A\x93", "\xE8\xAE", "\x80", "\xFF"};
    std::mt19937 random(7);
    LineBuffer line;
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        const std::size_t count = random() % 60;
        for (std::size_t k = 0; k < count; ++k) text += parts[random() % parts.size()];
        REQUIRE(by_line(line, text) == by_rapidjson(text));
    }
    for (const std::string& part : parts) {
        std::string text;
        while (text.size() < 100'000) text += part;
        CHECK(by_line(line, text) == by_rapidjson(text));
    }
}

TEST_CASE("amounts and counts") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max(), least = std::numeric_limits<std::int64_t>::min();
    for (const std::int64_t amount : {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, std::int64_t{4'500'000}, std::int64_t{100'000'000}, std::int64_t{-3'000'000}, most, least}) {
        std::string out;
        LineBuffer line;
        line.amount(amount).move_to(out);
        CHECK(out == engine::format_number(amount));
    }
    std::string out;
    LineBuffer line;
    line.put("[").count(0).put(",").count(std::numeric_limits<std::uint64_t>::max()).put("]").interval({4'500'000, 5'000'000}).move_to(out);
    CHECK(out == R"([0,18446744073709551615]{"low":4.5,"high":5})");
}

TEST_CASE("a line with a broken text does not change the next one") {
    LineBuffer line;
    std::string out;
    line.put("[").text("\xFF").put(",").text("讯问").put("]\n").move_to(out);
    line.text("plain").move_to(out);
    CHECK(out == "[\"\xEF\xBF\xBD\",\"讯问\"]\n\"plain\"");
}

TEST_CASE("a finding is one line with its keys in order, whatever its texts hold") {
    const ReportRun run(rule("one", "veto") + rule("two", "flaw"));
    engine::FindingsJson lines(run.program());
    for (const std::string& text : hostile) {
        engine::Finding finding;
        finding.case_id = finding.message = finding.at.file = finding.at.pointer = finding.subject = finding.due = finding.overdue = finding.reason = finding.remedy = text;
        finding.shown = {{text, text}, {"a", "b"}};
        finding.responsible = {text, "李四"};
        finding.missing = {{engine::FactKind::calendar_year, text, text}, {engine::FactKind::fault, "", ""}};
        finding.code = text;
        finding.at.line = 7;
        finding.deduct = {4'500'000, 5'000'000};
        finding.fingerprint = std::string(32, 'f');
        for (const engine::Verdict verdict : engine::all_verdicts) {
            finding.rule = 1;
            finding.verdict = verdict;
            finding.possible = engine::VerdictSet{0xFF};
            std::string line;
            lines.append(line, finding);
            CHECK(line == again(line));
        }
        for (const auto kind : {engine::FindingKind::data, engine::FindingKind::input}) {
            finding.kind = kind;
            std::string line;
            lines.append(line, finding);
            CHECK(line == again(line));
        }
    }
}

TEST_CASE("the lines of many findings are those of each, whatever their texts hold") {
    const ReportRun run(rule("one", "veto"));
    engine::FindingsJson lines(run.program());
    engine::KeptList<engine::Finding> findings;
    std::string each;
    for (const std::string& text : hostile) {
        engine::Finding& finding = findings.add();
        finding.rule = 0;
        finding.message = text;
        lines.append(each, finding);
    }
    CHECK(lines.lines(findings) == each);
    CHECK(lines.lines({}) == "");
}

TEST_CASE("what does not apply to a finding is null or an empty list") {
    const ReportRun run(rule("one", "veto"));
    engine::FindingsJson lines(run.program());
    std::string out;
    engine::Finding finding;
    finding.rule = 0;
    lines.append(out, finding);
    CHECK(out ==
          R"json({"case":null,"kind":"rule","rule":"p.s.one","version":1,"subject":"","verdict":"defect","possible":[],"severity":"veto","deduct":{"low":0,"high":0},)json"
          R"json("message":"","basis":["A art 1(1)","A art 2","B art 1"],"at":{"file":"","line":null,"column":null,"pointer":""},"shown":[],"responsible":[],)json"
          R"json("due":null,"overdue":null,"missing":[],"reason":null,"remedy":"","fingerprint":""})json"
          "\n");
}

TEST_CASE("cells of CSV are quoted where they must be, and no formula is left") {
    CHECK(cell("") == ",");
    CHECK(cell("plain 讯问") == "plain 讯问,");
    CHECK(cell("a,b") == "\"a,b\",");
    CHECK(cell("say \"no\"") == "\"say \"\"no\"\"\",");
    CHECK(cell("two\r\nlines") == "\"two\r\nlines\",");
    for (const std::string first : {"=", "+", "-", "@", "\t"}) CHECK(cell(first + "1") == "'" + first + "1,");
    CHECK(cell("=a,b") == "\"'=a,b\",");
    CHECK(cell("\r") == "\"'\r\",");
    CHECK(cell("1=2") == "1=2,");
}
