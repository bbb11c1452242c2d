#pragma once
// One entry per reader: takes any bytes as a text of its kind and demands what must hold of every text. A broken promise is
// thrown (invariants.hpp); the entries give 0, as libFuzzer wants it.

#include <string>
#include <string_view>
#include <vector>

namespace fuzz_test {

int fuzz_rules(std::string_view text);          ///< one rule or schema text: tokens, tree
int fuzz_pack(std::string_view text);           ///< a bundle of files (corpus.hpp): loads, lowers, evaluates its case
int fuzz_yaml_document(std::string_view text);
int fuzz_pack_file(std::string_view text);
int fuzz_sources(std::string_view text);
int fuzz_calendar(std::string_view text);
int fuzz_catalogue(std::string_view text);
int fuzz_table(std::string_view text);          ///< CSV
int fuzz_scheme(std::string_view text);
int fuzz_examples(std::string_view text);       ///< read and run
int fuzz_json_lines(std::string_view text);
int fuzz_json_case(std::string_view text);
int fuzz_yaml_case(std::string_view text);
int fuzz_evaluation(std::string_view text);     ///< YAML case files of the quarterly example against its rules
int fuzz_template(std::string_view text);
int fuzz_pattern(std::string_view text);
int fuzz_timestamp(std::string_view text);

/// A reader with the texts to start from.
struct Fuzzer {
    const char* name;
    int (*entry)(std::string_view);
    unsigned runs;  ///< by default, so that each takes about a second of an optimised build
    std::vector<std::string> (*corpus)();
};

[[nodiscard]] const std::vector<Fuzzer>& fuzzers();

}  // namespace fuzz_test
