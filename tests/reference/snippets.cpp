// The snippets of the reference that are files of a pack: all load without a word, those that must fail raise their code.

#include <doctest/doctest.h>

#include <set>

#include "engine/example/example_run.hpp"
#include "engine/run/time_context.hpp"
#include "pages.hpp"
#include "tests/support/base_pack.hpp"

using namespace reference_test;
using kaoping_test::Fence;

namespace {

bool of_kind(const Fence& fence, const std::string& kind) { return fence.info == kind || fence.info.rfind(kind + " ", 0) == 0; }
bool is_file(const Fence& fence) { return of_kind(fence, "rules") || of_kind(fence, "schema") || of_kind(fence, "yaml") || of_kind(fence, "csv"); }

/// "K0216" behind the fence's kind or file; empty: the snippet must load.
std::string expected_code(const Fence& fence) {
    const std::size_t at = fence.info.find(" K0");
    return at == std::string::npos ? std::string() : fence.info.substr(at + 1);
}

kaoping_test::Block block_of(const Fence& fence) {
    const std::string code = expected_code(fence);
    const std::string info = code.empty() ? fence.info : fence.info.substr(0, fence.info.size() - code.size() - 1);
    return {kaoping_test::file_of(info), info == "rules" ? whole_rules(fence.text) : info == "schema" ? whole_schema(fence.text) : fence.text};
}

/// Blocks of different files without a word between them are one pack: the number of blocks from the first on.
std::size_t pack_size(const std::vector<Fence>& fences, std::size_t first) {
    std::set<std::string> files{block_of(fences[first]).file};
    std::size_t size = 1;
    while (first + size < fences.size()) {
        const Fence& next = fences[first + size];
        if (!next.joined || !is_file(next) || !files.insert(block_of(next).file).second) break;
        ++size;
    }
    return size;
}

/// Runs the examples of a pack that loaded: both evaluators must give what each expects.
std::size_t run_examples(const std::vector<kaoping_test::Block>& pack) {
    kaoping::dsl::LoadResult loaded = kaoping::dsl::load_memory_pack(kaoping_test::base_with(pack));
    const std::vector<kaoping::engine::Example> examples = kaoping_test::examples_in(loaded, pack);
    if (examples.empty()) return 0;
    const auto time = kaoping::engine::make_time_context(loaded.program);
    REQUIRE(time.has_value());
    const kaoping::engine::ExampleRunner runner(loaded.program, loaded.sources, *time);
    for (const kaoping::engine::Example& example : examples) {
        INFO(example.name.text);
        std::string problems;
        for (const std::string& problem : runner.run(example).problems) problems += problem + "\n";
        CHECK(problems == "");
    }
    return examples.size();
}

}  // namespace

TEST_CASE("every snippet of the reference is one that a test runs") {
    for (const Page& page : reference_pages())
        for (const Fence& fence : page.fences) {
            INFO(page.name << ":" << fence.line);
            CHECK((is_file(fence) || fence.info == "expression"));
        }
}

TEST_CASE("files of a pack load without a diagnostic, or raise the code that they name; their examples give what they say") {
    std::size_t good = 0, bad = 0, examples = 0;
    for (const Page& page : reference_pages())
        for (std::size_t first = 0, size = 0; first < page.fences.size(); first += size) {
            size = 1;
            if (!is_file(page.fences[first])) continue;
            size = pack_size(page.fences, first);
            std::vector<kaoping_test::Block> pack;
            std::string code;
            for (std::size_t i = first; i < first + size; ++i) {
                pack.push_back(block_of(page.fences[i]));
                code += expected_code(page.fences[i]);
            }
            INFO(page.name << ":" << page.fences[first].line);
            const kaoping_test::Raised raised = kaoping_test::raised_by_pack(pack);
            INFO(raised.text);
            CHECK(raised.codes == code);
            if (raised.codes.empty()) examples += run_examples(pack);
            ++(code.empty() ? good : bad);
        }
    CHECK(good >= 30);
    CHECK(bad >= 12);
    CHECK(examples >= 20);
}
