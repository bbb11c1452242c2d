// A case with thousands of documents and measures: joined by an equality or a membership it is evaluated; without one it runs into the
// budget of pairs, is said to have failed, and the other cases are unharmed. That the join is linear is measured in tests/bench.

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "tests/support/process.hpp"

using kaoping_test::Outcome;
using kaoping_test::scratch;
using kaoping_test::shell;

namespace {

constexpr const char* pairs_pack = R"(id: big
title: "Pairs"
version: "1"
language: 1
schema: case.schema
sources: sources.yaml
)";

constexpr const char* pairs_schema = R"(schema big "Pairs"
record Document {
    about  text
    at     datetime
}
record Measure {
    person  text
    at      datetime
}
case {
    id         text  key
    documents  [Document]
    measures   [Measure]
}
)";

std::string rule(const std::string& name, const std::string& requirement, const std::string& subjects = "m in measures") {
    return " rule " + name + " \"R\" {\n  basis LAW art 1\n  for each " + subjects + "\n  require " + requirement +
           "\n  severity flaw\n  deduct 1 per case\n  message \"m\"\n  remedy \"r\"\n }\n";
}

std::string case_of(const std::string& id, int size) {
    std::string documents, measures;
    for (int i = 0; i < size; ++i) {
        const std::string comma = i == 0 ? "" : ",", number = std::to_string(i);
        documents += comma + R"({"about":")" + number + R"(","at":"2026-03-02T10:00:00+08:00"})";
        measures += comma + R"({"person":")" + number + R"(","at":"2026-03-01T10:00:00+08:00"})";
    }
    return R"({"id":")" + id + R"(","documents":[)" + documents + R"(],"measures":[)" + measures + "]}\n";
}

void write_pairs(const std::string& name, const std::string& text) { std::ofstream(scratch() + "/pairs/" + name, std::ios::binary) << text; }

}  // namespace

TEST_CASE("pairs beyond the budget fail, and only they") {
    shell("mkdir -p $T/pairs");
    write_pairs("pack.yaml", pairs_pack);
    write_pairs("case.schema", pairs_schema);
    write_pairs("sources.yaml", "LAW: {title_en: \"Law\", effective: {from: 2000-01-01}, state: in force, verified: true}\n");
    write_pairs("big.rules", "standard s \"S\" points 10 {\n" + rule("joined", "some d in documents where d.about = m.person and d.at > m.at") +
                                 rule("member", "m.person in (d.about for d in documents where d.at > m.at)") +
                                 rule("crossed", "some d in documents where d.at > m.at and d.at < m.at") +
                                 rule("paired", "d.at > m.at", "m in measures, d in documents") + "}\n");
    write_pairs("cases.jsonl", case_of("small-1", 3) + case_of("large", 5000) + case_of("small-2", 4));
    const Outcome run = shell("cd $T/pairs && $K evaluate cases.jsonl --pack . --as-of 2026-12-31 --format json --fail-on none");
    CAPTURE(run.err);
    REQUIRE(run.status == 0);
    const auto counts = [&](const std::string& name) {
        const std::size_t begin = run.out.find("\"big.s." + name + "\"");
        REQUIRE(begin != std::string::npos);
        std::string text = run.out.substr(begin, run.out.find("}", run.out.find("\"cases\"", begin)) - begin);
        std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
        return text;
    };
    for (const std::string name : {"joined", "member"}) CHECK(counts(name).find("\"met\":3,") != std::string::npos);
    CHECK(counts("crossed").find("\"failed\":1") != std::string::npos);
    CHECK(counts("crossed").find("\"defect\":2") != std::string::npos);
    CHECK(counts("paired").find("\"failed\":1") != std::string::npos);
    CHECK(counts("paired").find("\"met\":25") != std::string::npos);
}
