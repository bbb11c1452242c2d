// Runs every fuzzer for a fixed number of broken texts. KAOPING_FUZZ_RUNS: that many for each reader; KAOPING_FUZZ_SEED: others;
// KAOPING_FUZZ_KEEP: a file that holds the input at hand, for what kills the program; KAOPING_FUZZ_SEEDS: a folder that gets the corpus of
// each reader in a folder of its own, for libFuzzer to begin from.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>

#include "corpus.hpp"
#include "fuzzers.hpp"
#include "invariants.hpp"
#include "mutator.hpp"

namespace fuzz_test {

const std::vector<Fuzzer>& fuzzers() {
    static const std::vector<Fuzzer> all = {
        {"rules", fuzz_rules, 2000, rule_texts},
        {"pack", fuzz_pack, 4000, pack_bundles},
        {"yaml_document", fuzz_yaml_document, 3000, yaml_texts},
        {"pack_file", fuzz_pack_file, 8000, pack_files},
        {"sources", fuzz_sources, 5000, source_files},
        {"calendar", fuzz_calendar, 5000, calendar_files},
        {"catalogue", fuzz_catalogue, 6000, catalogue_files},
        {"table", fuzz_table, 3000, table_files},
        {"scheme", fuzz_scheme, 5000, scheme_files},
        {"examples", fuzz_examples, 200, example_files},
        {"json_lines", fuzz_json_lines, 2000, json_line_files},
        {"json_case", fuzz_json_case, 5000, json_cases},
        {"yaml_case", fuzz_yaml_case, 2000, yaml_cases},
        {"evaluation", fuzz_evaluation, 2000, quarterly_cases},
        {"template", fuzz_template, 3000, message_texts},
        {"pattern", fuzz_pattern, 6000, patterns},
        {"timestamp", fuzz_timestamp, 20000, timestamps},
    };
    return all;
}

namespace {

#ifdef KAOPING_SANITIZED
constexpr unsigned slower = 10;
#else
constexpr unsigned slower = 1;
#endif

constexpr double seconds_per_input = 2.0 * slower;

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

/// What is wrong with one input; empty: nothing.
std::string problem_of(const Fuzzer& fuzzer, const std::string& input) {
    if (const char* keep = std::getenv("KAOPING_FUZZ_KEEP")) std::ofstream(keep, std::ios::binary) << input;
    const std::clock_t begin = std::clock();
    try {
        (void)fuzzer.entry(input);
    } catch (const std::exception& error) {
        return error.what();
    }
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    return seconds > seconds_per_input ? fmt::format("it took {:.1f} s", seconds) : std::string();
}

void report(const Fuzzer& fuzzer, const std::string& input, const std::string& problem, std::uint64_t run) {
    const std::string name = fmt::format("fuzz-{}-{}.input", fuzzer.name, run);
    std::ofstream(name, std::ios::binary) << input;
    FAIL_CHECK(fmt::format("{}: {} (the input is in {})", fuzzer.name, problem, name));
}

void write_seeds(const Fuzzer& fuzzer, const std::vector<std::string>& corpus) {
    const char* seeds = std::getenv("KAOPING_FUZZ_SEEDS");
    if (seeds == nullptr) return;
    const std::filesystem::path folder = std::filesystem::path(seeds) / fuzzer.name;
    std::filesystem::create_directories(folder);
    for (std::size_t i = 0; i < corpus.size(); ++i) std::ofstream(folder / fmt::format("seed-{}", i), std::ios::binary) << corpus[i];
}

}  // namespace

TEST_CASE("inputs that once broke a reader") {
    for (const Fuzzer& fuzzer : fuzzers())
        for (const std::string& input : regressions(fuzzer.name)) {
            INFO(std::string(fuzzer.name) << "\n" << input);
            CHECK(problem_of(fuzzer, input) == "");
        }
}

TEST_CASE("the corpus itself is read") {
    for (const Fuzzer& fuzzer : fuzzers()) {
        const std::vector<std::string> corpus = fuzzer.corpus();
        INFO(std::string(fuzzer.name));
        CHECK(!corpus.empty());
        write_seeds(fuzzer, corpus);
        for (std::size_t i = 0; i < corpus.size(); i += slower)
            if (const std::string problem = problem_of(fuzzer, corpus[i]); !problem.empty()) report(fuzzer, corpus[i], problem, i);
    }
}

TEST_CASE("broken texts break no promise") {
    for (const Fuzzer& fuzzer : fuzzers()) {
        const std::vector<std::string> corpus = fuzzer.corpus();
        Mutator mutator(corpus, number_from("KAOPING_FUZZ_SEED", 1));
        const std::uint64_t runs = number_from("KAOPING_FUZZ_RUNS", fuzzer.runs / slower);
        unsigned problems = 0;
        const std::clock_t begin = std::clock();
        for (std::uint64_t run = 0; run < runs && problems < 5; ++run) {
            const std::string input = mutator.next();
            const std::string problem = problem_of(fuzzer, input);
            if (problem.empty()) continue;
            ++problems;
            report(fuzzer, input, problem, run);
        }
        MESSAGE(std::string(fuzzer.name) << ": " << runs << " runs in " << static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC << " s");
    }
}

}  // namespace fuzz_test
