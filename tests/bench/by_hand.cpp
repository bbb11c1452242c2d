// The twenty checks of the bench as an expert would write them by hand in C++ on simdjson: what `kaoping evaluate` is measured against.
// usage: kaoping-bench-by-hand --any-order|--file-order|--dom CASES.jsonl
// Prints the violating cases per check, R01 … R20. --dom only parses, and prints the number of cases: the floor.
// No findings, no positions, no missing data beyond null, one form of timestamps.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string_view>

#include <simdjson.h>

#include "tests/bench/by_hand_any_order.hpp"
#include "tests/bench/by_hand_blocks.hpp"
#include "tests/bench/by_hand_checks.hpp"
#include "tests/bench/by_hand_file_order.hpp"

namespace {

using by_hand::Blocks;
using by_hand::Case;
using by_hand::Counts;

template <void (*read_case)(simdjson::ondemand::object, Case&)>
void count_violations(const char* path) {
    simdjson::ondemand::parser parser;
    Blocks blocks(path);
    Counts counts{};
    Case current{};
    for (std::string_view block = blocks.next(); !block.empty(); block = blocks.next()) {
        const char* const end = block.data() + block.size() + simdjson::SIMDJSON_PADDING;
        for (std::size_t at = 0; at < block.size();) {
            const std::size_t stop = std::min(block.find('\n', at), block.size());
            const char* line = block.data() + at;
            simdjson::ondemand::document document = parser.iterate(simdjson::padded_string_view(line, stop - at, static_cast<std::size_t>(end - line)));
            current.clear();
            read_case(document.get_object(), current);
            check(current, counts);
            at = stop + 1;
        }
    }
    for (std::size_t i = 0; i < counts.size(); ++i) std::printf("%s%llu", i == 0 ? "" : " ", static_cast<unsigned long long>(counts[i]));
    std::puts("");
}

void parse_only(const char* path) {
    simdjson::dom::parser parser;
#ifdef SIMDJSON_THREADS_ENABLED
    parser.threaded = false;  // one thread, as every row
#endif
    Blocks blocks(path);
    std::size_t cases = 0;
    for (std::string_view block = blocks.next(); !block.empty(); block = blocks.next()) {
        simdjson::dom::document_stream stream = parser.parse_many(block.data(), block.size(), Blocks::size);
        for (const simdjson::dom::element document : stream) cases += document.is_object();
    }
    std::printf("%zu\n", cases);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view way = argc == 3 ? argv[1] : "";
    try {
        if (way == "--any-order") count_violations<by_hand::any_order::read_case>(argv[2]);
        else if (way == "--file-order") count_violations<by_hand::file_order::read_case>(argv[2]);
        else if (way == "--dom") parse_only(argv[2]);
        else {
            std::fputs("usage: kaoping-bench-by-hand --any-order|--file-order|--dom CASES.jsonl\n", stderr);
            return 2;
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "kaoping-bench-by-hand: %s\n", error.what());
        return 1;
    }
    return 0;
}
