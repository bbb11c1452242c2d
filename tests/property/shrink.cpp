// See shrink.hpp.

#include "tests/property/shrink.hpp"

#include <fmt/format.h>

#include <optional>
#include <sstream>

namespace kaoping::test {

namespace {

std::optional<Mismatch> mismatch_of(const GeneratedPack& pack, const engine::KernelSet& kernels) {
    std::string why;
    const auto loaded = LoadedPack::load(pack, why);
    return loaded ? compare_evaluators(*loaded, kernels) : std::nullopt;
}

std::string& file_of(GeneratedPack& pack, const std::string& wanted) {
    for (auto& [name, text] : pack.files.files)
        if (name == wanted) return text;
    return pack.files.files.front().second;
}

std::string& rules_of(GeneratedPack& pack) { return file_of(pack, "t.rules"); }

/// Without the catalogue, which names every rule, if the difference is still there.
void drop_catalogue(GeneratedPack& pack, Mismatch& mismatch, const engine::KernelSet& kernels) {
    GeneratedPack smaller = pack;
    std::string& manifest = file_of(smaller, "pack.yaml");
    const std::string line = "languages: [zh-CN]\n";
    if (const std::size_t at = manifest.find(line); at != std::string::npos) manifest.erase(at, line.size());
    if (const auto still = mismatch_of(smaller, kernels)) {
        mismatch = *still;
        pack = std::move(smaller);
    }
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

/// A rule, parameter or define that begins at a line: how many lines it has; a clause is one line.
std::size_t piece_at(const std::vector<std::string>& lines, std::size_t at) {
    const bool block = lines[at].rfind("rule ", 0) == 0 || lines[at].rfind("parameter ", 0) == 0;
    if (!block) return 1;
    std::size_t end = at;
    while (end < lines.size() && lines[end] != "}") ++end;
    return end - at + 1;
}

/// Leaves out whatever can be left out, once from the end to the beginning.
void drop_lines(GeneratedPack& pack, Mismatch& mismatch, const engine::KernelSet& kernels) {
    std::vector<std::string> lines = lines_of(rules_of(pack));
    for (std::size_t at = lines.size(); at-- > 0;) {
        std::vector<std::string> fewer = lines;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at), fewer.begin() + static_cast<std::ptrdiff_t>(at + piece_at(lines, at)));
        GeneratedPack smaller = pack;
        rules_of(smaller) = fmt::format("{}\n", fmt::join(fewer, "\n"));
        if (const auto still = mismatch_of(smaller, kernels)) {
            mismatch = *still;
            pack = std::move(smaller);
            lines = std::move(fewer);
        }
    }
}

}  // namespace

std::string report(const GeneratedPack& pack, const Mismatch& mismatch, const engine::KernelSet& kernels) {
    GeneratedPack small = pack;
    Mismatch shown = mismatch;
    small.cases = {pack.cases[static_cast<std::size_t>(mismatch.case_row)]};
    if (const auto still = mismatch_of(small, kernels)) {
        shown = *still;
        drop_catalogue(small, shown, kernels);
        drop_lines(small, shown, kernels);
        drop_lines(small, shown, kernels);
    } else {
        small = pack;
    }
    std::string out = fmt::format("seed {}, as of {}\n", pack.seed, pack.as_of);
    for (const auto& [name, text] : small.files.files) out += "--- " + name + "\n" + text;
    out += "--- case\n" + small.cases[static_cast<std::size_t>(shown.case_row)] + "\n";
    return out + fmt::format("--- {}\n{}", shown.rule < 0 ? "score" : fmt::format("rule number {}", shown.rule), shown.text);
}

}  // namespace kaoping::test
