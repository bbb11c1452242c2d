// Counts over whole logs, compared with those that other programs found in the same data.

#include <doctest/doctest.h>

#include <simdjson.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "tests/support/process.hpp"
#include "tests/support/project_file.hpp"

using kaoping_test::Outcome;
using kaoping_test::shell;

namespace {

struct Count {
    std::uint64_t applicable = 0, defects = 0;
    bool operator==(const Count&) const = default;
};
using Counts = std::map<std::string, Count>;

/// By the rule's own id: cases that are not `not applicable`, and cases with a defect.
Counts counts_of(const std::string& summary) {
    Counts out;
    simdjson::dom::parser parser;
    const simdjson::dom::element document = parser.parse(simdjson::padded_string(summary));
    for (const auto rule : simdjson::dom::object(document["rules"])) {
        const std::string id(rule.key.substr(rule.key.rfind('.') + 1));
        for (const auto verdict : simdjson::dom::object(rule.value["cases"])) {
            const std::uint64_t cases = verdict.value.get_uint64();
            if (verdict.key != "not_applicable") out[id].applicable += cases;
            if (verdict.key == "defect") out[id].defects = cases;
        }
    }
    return out;
}

/// A folder beside the project, or where an environment variable says.
std::filesystem::path beside(const char* variable, const char* folder) {
    const char* given = std::getenv(variable);
    return given != nullptr ? std::filesystem::path(given) : std::filesystem::path(KAOPING_SOURCE_DIR) / "../shared" / folder;
}

Outcome evaluate_log(const std::string& file, const std::string& options = "") {
    Outcome run = shell("exec $K evaluate " + file + " --pack examples/road-fines --as-of 2014-01-01 --findings none --format json --fail-on none " + options);
    CHECK(run.status == 0);
    return run;
}

#ifdef KAOPING_SANITIZED
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

/// What a one-pass script in another language counted (data page of the log).
const Counts log_counts{
    {"sent_within_90_days", {103987, 49772}},        {"sent_within_2160_hours", {103987, 50036}},
    {"penalty_after_60_days", {79860, 0}},           {"penalty_after_1440_hours", {79860, 6386}},
    {"prefecture_appeal_in_time", {4043, 582}},      {"prefecture_appeal_after_notice", {4188, 187}},
    {"judge_appeal_after_notice", {555, 17}},        {"collection_only_if_underpaid", {59013, 3}},
    {"payments_add_up", {69715, 50}},                {"penalty_after_notice", {79860, 0}},
    {"notice_after_sending", {79860, 0}},            {"appeal_is_forwarded", {4188, 51}},
    {"notice_within_90_days_of_sending", {79860, 393}}, {"penalty_raises_the_amount", {79860, 18}},
};

}  // namespace

TEST_CASE("the synthetic road fines give the counts of the script beside them") {
    simdjson::dom::parser parser;
    const std::string text = kaoping_test::read_project_file("tests/data/road-fines-small.expected.json");
    const simdjson::dom::element expected = parser.parse(simdjson::padded_string(text))["rules"];
    const Counts counts = counts_of(evaluate_log("tests/data/road-fines-small.jsonl").out);
    CHECK(counts.size() == 14);
    for (const auto& [rule, count] : counts) {
        CAPTURE(rule);
        CHECK(count.applicable == std::uint64_t(expected[rule]["applicable"]));
        CHECK(count.defects == std::uint64_t(expected[rule]["violating"]));
    }
}

TEST_CASE("the real log of 150,370 cases gives exactly the known counts, in bounded memory, on any number of threads") {
    const auto packed = beside("KAOPING_DATA", "data") / "road-traffic-fines.jsonl.xz";
    if (!std::filesystem::exists(packed) || sanitized) {
        MESSAGE("skipped: ", sanitized ? "too slow under sanitizers" : "there is no " + packed.string());
        return;
    }
    REQUIRE(shell("xz -dc '" + packed.string() + "' > $T/log.jsonl").status == 0);
    const Outcome once = evaluate_log("$T/log.jsonl");
    const Counts counts = counts_of(once.out);
    CHECK(counts.size() == log_counts.size());
    for (const auto& [rule, count] : log_counts) {
        CAPTURE(rule);
        REQUIRE(counts.count(rule) == 1);
        CHECK(counts.at(rule).applicable == count.applicable);
        CHECK(counts.at(rule).defects == count.defects);
    }
    CHECK(evaluate_log("$T/log.jsonl", "--threads 2").out == once.out);
    CHECK(evaluate_log("$T/log.jsonl", "--threads 7").out == once.out);
    CHECK(evaluate_log("$T/log.jsonl", "--batch 64").out == once.out);

    shell("cat $T/log.jsonl $T/log.jsonl $T/log.jsonl $T/log.jsonl > $T/four.jsonl");
    const Outcome four = evaluate_log("$T/four.jsonl");
    MESSAGE("peak memory: ", once.peak_kib, " KiB for the log, ", four.peak_kib, " KiB for four of it");
    CHECK(four.peak_kib - once.peak_kib <= 8 * 1024);
    CHECK(counts_of(four.out).at("payments_add_up") == Count{4 * 69715, 4 * 50});
    shell("rm $T/log.jsonl $T/four.jsonl");
}

TEST_CASE("findings of the real log are the same bytes for 1, 2 and 7 threads and batches of 64") {
    const auto packed = beside("KAOPING_DATA", "data") / "road-traffic-fines.jsonl.xz";
    if (!std::filesystem::exists(packed) || sanitized) {
        MESSAGE("skipped, as above");
        return;
    }
    shell("xz -dc '" + packed.string() + "' | head -30000 > $T/part.jsonl");
    const auto run = [](const std::string& name, const std::string& options) {
        shell("$K evaluate $T/part.jsonl --pack examples/road-fines --as-of 2014-01-01 --out $T/" + name + " " + options);
    };
    run("t1", "");
    run("t2", "--threads 2");
    run("t7", "--threads 7");
    run("b64", "--batch 64 --threads 2");
    CHECK(shell("wc -l < $T/t1/findings.jsonl").out != "0\n");
    CHECK(shell("diff -r $T/t1 $T/t2 && diff -r $T/t1 $T/t7 && diff -r $T/t1 $T/b64").status == 0);
    shell("rm -r $T/part.jsonl $T/t1 $T/t2 $T/t7 $T/b64");
}

TEST_CASE("the 20 checks of the bench give exactly the counts that five other implementations agree on") {
    const auto generator = beside("KAOPING_BENCH", "bench") / "gen_cases.py";
    if (!std::filesystem::exists(generator)) {
        MESSAGE("skipped: there is no ", generator.string());
        return;
    }
    simdjson::dom::parser parser;
    const std::string text = kaoping_test::read_project_file("tests/bench/checks/expected.json");
    const simdjson::dom::array expected = parser.parse(simdjson::padded_string(text))["20000"];
    const std::string cases = sanitized ? "1000" : "20000";
    REQUIRE(shell("python3 '" + generator.string() + "' 20000 $T/cases.jsonl && head -" + cases + " $T/cases.jsonl > $T/some.jsonl").status == 0);
    const Outcome run = shell("$K evaluate $T/some.jsonl --pack tests/bench/checks --as-of 2026-01-01 --findings none --format json --fail-on none");
    CHECK(run.status == 0);
    const Counts counts = counts_of(run.out);
    CHECK(counts.size() == 20);
    std::size_t number = 0;
    for (const auto& [rule, count] : counts) {  // r01 … r20
        CAPTURE(rule);
        const std::uint64_t known = expected.at(number++);
        if (sanitized) CHECK(count.defects <= known);
        else CHECK(count.defects == known);
    }
    shell("rm $T/cases.jsonl $T/some.jsonl");
}

TEST_CASE("versions of a rule that are about different records have different subjects, though their rows have the same numbers") {
    const std::filesystem::path pack = std::filesystem::path(kaoping_test::scratch()) / "versions";
    std::filesystem::copy(KAOPING_SOURCE_DIR "/tests/diagnostics/base", pack);
    const auto version = [](const char* period, const char* list, const char* on) {
        return std::string("    rule begun \"R\" {\n        basis CPL art 85(2)\n        effective ") + period + "\n        for each x in " + list + "\n        on " + on +
               "\n        require x.person.name = \"nobody\"\n        severity fault\n        deduct 5 each\n        message \"M\"\n    }\n";
    };
    std::ofstream(pack / "handling.rules") << "standard handling \"Handling\" points 10 {\n"
                                           << version("until 2025-12-31", "measures", "x.starts_at") << version("from 2026-01-01", "interviews", "x.starts_at") << "}\n";
    // One measure under the old version, one interview under the new one: each is row 0 of its record.
    std::ofstream(pack / "cases.jsonl") << R"({"id": "1", "kind": "theft", "persons": [{"id": "p", "name": "N"}], "officers": [], "documents": [], "stops": [],)"
                                        << R"( "measures": [{"kind": "bail", "person": "p", "starts_at": "2025-05-01T10:00:00+08:00", "officers": []}],)"
                                        << R"( "interviews": [{"person": "p", "starts_at": "2026-05-01T10:00:00+08:00", "officers": []}]})" << "\n";
    const Outcome run = shell("exec $K evaluate $T/versions/cases.jsonl --pack $T/versions --as-of 2026-09-30 --format json --fail-on none --findings none");
    CAPTURE(run.err);
    REQUIRE(run.status == 0);
    simdjson::dom::parser parser;
    const simdjson::dom::element document = parser.parse(simdjson::padded_string(run.out));
    CHECK(document["rules"]["sample.handling.begun"]["subjects"]["defect"].get_uint64().value() == 2);
    CHECK(document["rules"]["sample.handling.begun"]["cases"]["defect"].get_uint64().value() == 1);
}

TEST_CASE("versions of a rule are counted once, also where none of them applies to anything") {
    const std::filesystem::path pack = std::filesystem::path(kaoping_test::scratch()) / "kept";
    std::filesystem::copy(KAOPING_SOURCE_DIR "/tests/diagnostics/base", pack);
    const auto version = [](const char* period) {
        return std::string("    rule kept \"R\" {\n        basis CPL art 85(2)\n        effective ") + period +
               "\n        for each m in measures\n        on m.starts_at\n        when m.kind = detention\n"
               "        require m.person.name = \"nobody\"\n        severity fault\n        deduct 5 each\n        message \"M\"\n    }\n";
    };
    std::ofstream(pack / "handling.rules") << "standard handling \"Handling\" points 10 {\n" << version("until 2025-12-31") << version("from 2026-01-01") << "}\n";
    const auto summary = [&](const std::vector<std::string>& measures) {
        std::ofstream cases(pack / "cases.jsonl");
        for (const std::string& of_case : measures)
            cases << R"({"id": "1", "kind": "theft", "persons": [{"id": "p", "name": "N"}], "officers": [], "documents": [], "stops": [], "interviews": [], "measures": [)"
                  << of_case << "]}\n";
        cases.close();
        const Outcome run = shell("exec $K evaluate $T/kept/cases.jsonl --pack $T/kept --as-of 2026-09-30 --format json --fail-on none --findings none");
        CAPTURE(run.err);
        REQUIRE(run.status == 0);
        simdjson::dom::parser parser;
        const simdjson::dom::element rule = parser.parse(simdjson::padded_string(run.out))["rules"]["sample.handling.kept"];
        std::string out;
        for (const char* what : {"subjects", "cases"})
            for (const char* verdict : {"not_applicable", "met", "defect"}) out += std::to_string(rule[what][verdict].get_uint64().value()) + (std::string_view(verdict) == "defect" ? ";" : " ");
        return out;
    };
    const auto measure = [](const char* kind, const char* day) {
        return std::string(R"({"kind": ")") + kind + R"(", "person": "p", "starts_at": ")" + day + R"(T10:00:00+08:00", "officers": []})";
    };
    const std::string bail = measure("bail", "2025-05-01"), old = measure("detention", "2025-05-01"), fresh = measure("detention", "2026-05-01");
    CHECK(summary({bail, "", bail + ", " + bail}) == "3 0 0;3 0 0;");
    CHECK(summary({bail, old + ", " + bail, ""}) == "2 0 1;2 0 1;");
    CHECK(summary({fresh + ", " + old, bail}) == "1 0 2;1 0 1;");
}

TEST_CASE("verdicts of one batch are counted exactly, however many they are") {
    // More subjects than sixteen bytes can count, in one case; every seventh is a defect.
    constexpr std::uint64_t documents = 10'003, unsigned_ones = (documents + 6) / 7;
    const std::string head = R"({"id":"C1","kind":"criminal","unit":"U1","accepted_at":"2025-01-01T00:00:00+08:00","urgent":false,"measures":[],"interviews":[],)"
                             R"("evidence":[],"approvals":[],"documents":[)";
    std::string text = head;
    for (std::uint64_t i = 0; i < documents; ++i)
        text += std::string(i == 0 ? "" : ",") + R"({"type":"summons","issued_at":"2025-01-02T00:00:00+08:00","subject":"1","stage":"filing","signed_by":[)" +
                (i % 7 == 0 ? "" : R"("P1")") + "]}";
    text += "]}\n";
    std::ofstream(kaoping_test::scratch() + "/many.jsonl", std::ios::binary) << text;
    const Outcome run = shell("exec $K evaluate $T/many.jsonl --pack tests/bench/checks --as-of 2026-01-01 --findings none --format json --fail-on none");
    REQUIRE(run.status == 0);
    simdjson::dom::parser parser;
    const simdjson::dom::element subjects = parser.parse(simdjson::padded_string(run.out))["rules"]["bench.checks.r15"]["subjects"];
    CHECK(std::uint64_t(subjects["defect"]) == unsigned_ones);
    CHECK(std::uint64_t(subjects["met"]) == documents - unsigned_ones);
}
