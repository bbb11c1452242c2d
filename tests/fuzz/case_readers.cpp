// JSON Lines, JSON and YAML case files, every kind of field, strict and lenient, in batches of any size.

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "fuzzers.hpp"
#include "invariants.hpp"
#include "tests/support/every_kind.hpp"

namespace fuzz_test {

using namespace kaoping;
using engine::CaseFormat;

namespace {

struct ReadCases {
    std::string dump;  ///< cases and unreadable cases, by ordinal
    std::size_t cases = 0, unreadable = 0;
};

ReadCases read_all(std::string_view text, CaseFormat format, const engine::ReadOptions& options) {
    const dsl::Schema& schema = kaoping_test::every_kind();
    const engine::ColumnMask mask = engine::ColumnMask::all(schema);
    const engine::CaseDecoder decoder(schema, kaoping_test::every_kind_zone(), mask, options);
    auto inputs = engine::InputSet::of_text("case", std::string(text), format, options);
    ReadCases out;
    engine::RawChunk chunk;
    std::vector<std::string> unreadable;
    while (inputs.next_chunk(chunk)) {
        demand(chunk.cases.size() <= options.batch_cases, "a chunk holds no more cases than it may");
        const engine::Decoded decoded = decoder.decode(chunk);
        check_batch(schema, decoder.layout(), mask, decoded.batch);
        out.cases += decoded.batch.cases();
        out.dump += kaoping_test::dump_cases(schema, decoder.layout(), decoded.batch);
        for (const engine::UnreadableCase& one : decoded.unreadable) {
            demand(!one.message.empty(), "an unreadable case has its reason");
            out.unreadable += one.counts ? 1 : 0;
            unreadable.push_back(fmt::format("{} {}:{}:{} {}\n", one.ordinal, one.file, one.line, one.column, one.message));
        }
    }
    for (const std::string& one : unreadable) out.dump += one;
    return out;
}

/// Reads in batches of several sizes, which must not matter.
ReadCases read_any_way(std::string_view text, CaseFormat format, bool strict) {
    engine::ReadOptions options;
    options.strict_json = options.strict_yaml = strict;
    options.as_of = 1'800'000'000'000'000;
    const ReadCases whole = read_all(text, format, options);
    options.batch_cases = 3;
    demand(read_all(text, format, options).dump == whole.dump, "batches of three cases give what one batch gives");
    options.batch_cases = 512;
    options.chunk_bytes = 40;
    demand(read_all(text, format, options).dump == whole.dump, "small chunks give what one chunk gives");
    return whole;
}

std::size_t lines_with_something(std::string_view text) {
    std::size_t out = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (text.substr(0, end).find_first_not_of(" \t\r") != std::string_view::npos) ++out;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// Lines that are JSON objects to simdjson too, which walks them in another way.
std::size_t json_objects(std::string_view text) {
    constexpr std::size_t depth = 60;  // of which the reader endures a little more
    simdjson::dom::parser parser;
    demand(parser.allocate(text.size() + 1, depth) == simdjson::SUCCESS, "there is memory");
    std::size_t out = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        simdjson::dom::object object;
        if (parser.parse(simdjson::padded_string(text.substr(begin, end - begin))).get(object) == simdjson::SUCCESS) ++out;
        begin = end + 1;
    }
    return out;
}

}  // namespace

int fuzz_json_lines(std::string_view text) {
    for (const bool strict : {false, true}) {
        const ReadCases read = read_any_way(text, CaseFormat::json_lines, strict);
        const std::size_t lines = lines_with_something(text);
        demand(read.cases + read.unreadable == std::max<std::size_t>(lines, 1), fmt::format("{} lines, {} cases and {} unreadable", lines, read.cases, read.unreadable));
        const std::size_t objects = json_objects(text);
        demand(read.cases >= objects, fmt::format("{} lines are JSON objects, but only {} were read", objects, read.cases));
    }
    return 0;
}

int fuzz_json_case(std::string_view text) {
    const ReadCases read = read_any_way(text, CaseFormat::json, false);
    demand(read.cases + read.unreadable >= 1, "an input that is there holds a case or a mistake");
    return 0;
}

int fuzz_yaml_case(std::string_view text) {
    for (const bool strict : {false, true}) {
        const ReadCases read = read_any_way(text, CaseFormat::yaml, strict);
        demand(read.cases + read.unreadable == 1, "a YAML file is one case");
    }
    return 0;
}

}  // namespace fuzz_test
