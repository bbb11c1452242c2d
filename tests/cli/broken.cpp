// Broken inputs: a clear message, the right exit code, and the other cases are evaluated all the same.

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "tests/support/process.hpp"

using kaoping_test::Outcome;
using kaoping_test::scratch;
using kaoping_test::shell;

namespace {

const std::string good = "{\"id\":\"G1\",\"events\":[]}\n";

void write(const std::string& name, const std::string& text) { std::ofstream(scratch() + "/" + name, std::ios::binary) << text; }

Outcome evaluate(const std::string& inputs, const std::string& options = "") {
    return shell("cd $T && $K evaluate " + inputs + " --pack " KAOPING_SOURCE_DIR "/examples/road-fines --as-of 2014-01-01 " + options);
}

/// Evaluates the file together with one good case before and behind it.
void refused(const std::string& name, const std::string& text, const std::string& message) {
    CAPTURE(name);
    write(name, text);
    write("good.jsonl", good);
    const Outcome run = evaluate("good.jsonl " + name + " good.jsonl");
    CAPTURE(run.err);
    CHECK(run.status == 3);
    CHECK(run.err.find("error: " + name) != std::string::npos);
    CHECK(run.err.find(message) != std::string::npos);
    CHECK(run.out.find("2 cases evaluated, 1 could not be read") == 0);
    CHECK(run.peak_kib < 1024 * 1024);
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

}  // namespace

TEST_CASE("inputs that are no case files") {
    refused("truncated.json", "{\"id\":\"A2\",\"events\":[\n", "the JSON is cut off: a list or object is not closed");
    refused("words.yaml", "just words\n", "");
    refused("quote.yaml", "id: \"A\n", "");
    refused("empty.jsonl", "", "the file is empty");
    refused("empty.yaml", "", "the file is empty");
    refused("comment.yaml", "# nothing\n", "");
    refused("list.json", "[]", "");
}

TEST_CASE("bytes that are no UTF-8") {
    refused("latin.json", "{\"id\":\"A\xE9\",\"events\":[]}", "not valid UTF-8");
    refused("latin.yaml", "id: \"A\xE9\"\nevents: []\n", "UTF-8");
}

TEST_CASE("a bad line among good ones is named with its number") {
    write("lines.jsonl", good + "{\"id\":\"A2\",\"events\":[\n" + good);
    const Outcome run = evaluate("lines.jsonl");
    CHECK(run.status == 3);
    CHECK(run.err.find("lines.jsonl:2") != std::string::npos);
    CHECK(run.out.find("2 cases evaluated, 1 could not be read") == 0);
}

TEST_CASE("a line of 100 MB") {
    refused("long.json", "{\"id\":\"" + std::string(100'000'000, 'x') + "\",\"events\":[]}", "longer than 16777216 bytes");
    shell("rm $T/long.json");
}

TEST_CASE("nesting of 10,000") {
    refused("deep.yaml", "id: A\nevents: " + std::string(10'000, '[') + "\n", "nested deeper than 64");
    write("deep.jsonl", good + "{\"id\":\"A2\",\"events\":" + std::string(10'000, '[') + std::string(10'000, ']') + "}\n" + good);
    const Outcome run = evaluate("deep.jsonl", "--format jsonl");
    CHECK(run.out.find("\"kind\":\"data\"") != std::string::npos);
    CHECK(run.out.find("A2") != std::string::npos);
    CHECK(evaluate("deep.jsonl").out.find("3 cases evaluated") == 0);
    shell("mkdir -p $T/deep && cp tests/diagnostics/base/* $T/deep/");
    write("deep/handling.rules", "standard s \"S\" points 1 {\n rule r \"R\" {\n basis CPL art 86\n require " + std::string(10'000, '(') + "true" + std::string(10'000, ')') +
                                     "\n severity flaw\n deduct 1 per case\n message \"m\"\n }\n}\n");
    const Outcome rules = shell("$K check $T/deep");
    CHECK(rules.status == 2);
    CHECK(rules.err.find("K070") != std::string::npos);
}

TEST_CASE("a YAML alias bomb") {
    std::string bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + repeated(before + ",", 8) + before + "]\n";
    }
    refused("bomb.yaml", bomb, "aliases");
}

TEST_CASE("duplicate keys are data findings, and the first one counts") {
    for (const std::string name : {"dup.jsonl", "dup.yaml"}) {
        CAPTURE(name);
        write("dup.jsonl", "{\"id\":\"A1\",\"id\":\"A2\",\"events\":[]}\n");
        write("dup.yaml", "id: A1\nid: A2\nevents: []\n");
        const Outcome run = evaluate(name, "--format jsonl");
        CHECK(run.status == 0);
        CHECK(run.out.find("\"case\":\"A1\",\"kind\":\"data\",\"code\":\"duplicate_key\"") != std::string::npos);
    }
}

TEST_CASE("folders and patterns that hold nothing, files that cannot be opened") {
    shell("mkdir -p $T/none");
    for (const auto& [input, message] : {std::pair{"none", "holds no case files"}, {"'*.nothing'", "no file matches"}, {"nowhere.json", "there is no such file"}, {"/proc/1/mem", "cannot be read"}}) {
        CAPTURE(input);
        const Outcome run = evaluate(std::string(input));
        CHECK(run.status == 3);
        CHECK(run.err.find(message) != std::string::npos);
    }
}

TEST_CASE("a calendar without the year, and a zone that does not exist") {
    shell("mkdir -p $T/zone && cp tests/diagnostics/base/* $T/zone/ && sed -i 's/Shanghai/Shangai/' $T/zone/casefile.schema");
    const Outcome zone = shell("$K evaluate x.yaml --pack $T/zone");
    CHECK(zone.status == 2);
    CHECK(zone.err.find("there is no time zone `Asia/Shangai`") != std::string::npos);
    CHECK(zone.err.find("Asia/Shanghai") != std::string::npos);

    shell("mkdir -p $T/year && cp tests/diagnostics/base/* $T/year/");
    write("year/handling.rules",
          "standard s \"S\" points 1 {\n rule r \"R\" {\n basis CPL art 86\n due 5 working days after opened_at\n done decided_at\n severity flaw\n"
          " deduct 1 per case\n message \"m\"\n }\n}\n");
    write("year.jsonl", "{\"id\":\"A1\",\"opened_at\":\"2051-03-01T10:00:00+08:00\",\"decided_at\":\"2051-03-02T10:00:00+08:00\"}\n"
                        "{\"id\":\"A2\",\"opened_at\":\"2026-03-02T10:00:00+08:00\",\"decided_at\":\"2026-03-03T10:00:00+08:00\"}\n");
    const Outcome year = shell("$K evaluate $T/year.jsonl --pack $T/year --as-of 2051-12-31 --format jsonl");
    CHECK(year.status == 0);
    CHECK(year.out.find("\"verdict\":\"undetermined\"") != std::string::npos);
    CHECK(year.out.find("calendar CN has no 2051") != std::string::npos);
    CHECK(shell("$K evaluate $T/year.jsonl --pack $T/year --as-of 2051-12-31").out.find("1 met, 1 undetermined") != std::string::npos);
}

TEST_CASE("a broken catalogue stops the runs that write in its language, and the check of the pack; no other") {
    shell("mkdir -p $T/spoken/rules && cp -r examples/quarterly $T/spoken/examples && cp -r rules/sources.yaml rules/calendars $T/spoken/rules/");
    shell("cd $T/spoken && sed -i 's#../../../rules#../../rules#' examples/criminal/pack.yaml && sed -i '/remedy:/d' examples/criminal/messages.zh-CN.yaml");
    const std::string run = "cd $T/spoken && $K evaluate examples/cases --pack examples/criminal --as-of 2026-09-30 --fail-on none --format jsonl";
    const Outcome english = shell(run), same = shell(run + " --lang en"), chinese = shell(run + " --lang zh-CN"), check = shell("cd $T/spoken && $K check examples/criminal");
    CAPTURE(english.err);
    CHECK(english.status == 0);
    CHECK(english.out.find("\"remedy\":\"") != std::string::npos);
    CHECK(same.out == english.out);
    for (const Outcome& refused : {chinese, check}) {
        CHECK(refused.status == 2);
        CHECK((refused.out + refused.err).find("K0612") != std::string::npos);
    }
}
