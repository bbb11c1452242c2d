// See base_pack.hpp.

#include "base_pack.hpp"

#include <algorithm>
#include <filesystem>

#include "dsl/diagnostic/render.hpp"
#include "dsl/tailoring/tailor.hpp"
#include "engine/run/time_context.hpp"
#include "engine/score/combination.hpp"
#include "engine/score/scheme.hpp"
#include "project_file.hpp"

namespace kaoping_test {

using namespace kaoping::dsl;

namespace {

const char* const scheme_file = "scheme.yaml";
const char* const combination_file = "year-end.yaml";

/// Not part of the pack itself.
bool is_scheme(const Block& block) { return block.file == scheme_file || block.file == combination_file; }
bool is_example(const Block& block) { return block.file.rfind("examples/", 0) == 0; }

/// Layers of tailoring, in the order of the page.
bool is_layer(const Block& block) { return block.file == "province.yaml" || block.file == "county.yaml"; }

}  // namespace

std::string file_of(const std::string& info) {
    if (info == "rules") return "handling.rules";
    if (info == "schema") return "casefile.schema";
    const std::size_t space = info.find(' ');
    return space == std::string::npos ? info : info.substr(space + 1);
}

MemoryFiles base_with(const std::vector<Block>& blocks) {
    MemoryFiles out;
    for (const Block& block : blocks)
        if (!is_scheme(block) && !is_layer(block) && !is_example(block)) out.files.emplace_back(block.file, block.text);
    for (const auto& entry : std::filesystem::directory_iterator(KAOPING_SOURCE_DIR "/tests/diagnostics/base")) {
        const std::string name = entry.path().filename().string();
        const bool given = std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) { return block.file == name; });
        if (!given) out.files.emplace_back(name, read_project_file("tests/diagnostics/base/" + name));
    }
    return out;
}

Raised raised_by(const SourceMap& sources, const Diagnostics& diagnostics) {
    Raised out;
    for (const Diagnostic& one : diagnostics)
        if (out.codes.find(one.code) == std::string::npos) out.codes += (out.codes.empty() ? "" : " ") + one.code;
    out.text = render_text(sources, diagnostics, false);
    return out;
}

Raised raised_by_pack(const std::vector<Block>& blocks, const LoadBudget& budget) {
    LoadResult loaded = load_memory_pack(base_with(blocks), budget);
    for (const Block& block : blocks) {
        if (!is_scheme(block)) continue;
        const FileId file = loaded.sources.add(block.file, block.text);
        if (block.file == scheme_file) (void)kaoping::engine::read_scheme(loaded.sources, file, loaded.program, loaded.diagnostics);
        else (void)kaoping::engine::read_combination(loaded.sources, file, loaded.diagnostics);
    }
    if (loaded.ok()) (void)examples_in(loaded, blocks);
    std::vector<TailoringFile> layers;
    for (const Block& block : blocks)
        if (is_layer(block)) layers.push_back(read_tailoring(loaded.sources, loaded.sources.add(block.file, block.text), loaded.diagnostics));
    if (loaded.ok()) tailor(loaded.program, layers, loaded.diagnostics);
    return raised_by(loaded.sources, loaded.diagnostics);
}

std::vector<kaoping::engine::Example> examples_in(LoadResult& loaded, const std::vector<Block>& blocks) {
    const auto base_text = [&blocks](const std::string& name) -> tl::expected<std::string, std::string> {
        for (const Block& block : blocks)
            if (block.file == "examples/" + name) return block.text;
        std::string text = read_project_file("tests/diagnostics/base/" + name);
        if (text.empty()) return tl::unexpected<std::string>("there is no such file");
        return text;
    };
    std::vector<kaoping::engine::Example> out;
    const auto time = kaoping::engine::make_time_context(loaded.program);
    for (const Block& block : blocks) {
        if (!is_example(block) || !time) continue;
        const FileId file = loaded.sources.add(block.file, block.text);
        for (auto& one : kaoping::engine::read_example_file(loaded.sources, file, base_text, loaded.program, time->zone, loaded.diagnostics)) out.push_back(std::move(one));
    }
    return out;
}

}  // namespace kaoping_test
