// The layers above a tailoring: see layer_chain.hpp.

#include "dsl/tailoring/layer_chain.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "dsl/source/text_file.hpp"

namespace kaoping::dsl {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_layers = 4;

std::string below(const std::string& folder, const std::string& path) { return (fs::path(folder) / path).lexically_normal().string(); }

class ChainReader {
public:
    ChainReader(SourceMap& sources, Diagnostics& out) : sources_(sources), out_(out) {}

    LayerChain read(const std::string& folder) {
        std::string at = folder;
        while (!at.empty() && chain_.layers.size() < most_layers) at = layer(at);
        if (!at.empty()) out_.push_back({"K0905", DiagnosticLevel::error, chain_.layers.back().span, "there are more than four layers, or they stand on one another in a circle", {}, "a layer stands on one of a higher level, or on packs"});
        std::reverse(chain_.layers.begin(), chain_.layers.end());
        return std::move(chain_);
    }

private:
    /// Reads one layer; the folder of the layer that it stands on, or nothing if it stands on packs.
    std::string layer(const std::string& folder) {
        const std::string path = below(folder, "tailoring.yaml");
        auto text = read_text_file(path);
        const FileId id = sources_.add(path, text ? std::move(*text) : std::string());
        if (!text) out_.push_back({"K0501", DiagnosticLevel::error, {id, 0, 0}, fmt::format("cannot read the tailoring `{}`: {}", path, text.error()), {}, "a tailoring is a folder with a tailoring.yaml"});
        chain_.layers.push_back(read_tailoring(sources_, id, out_));
        std::string above;
        for (const LocatedText& base : chain_.layers.back().base) {
            const std::string target = below(folder, base.text);
            if (is_tailoring(target)) above = target;
            else chain_.packs.push_back(target);
        }
        return above;
    }

    SourceMap& sources_;
    Diagnostics& out_;
    LayerChain chain_;
};

}  // namespace

bool is_tailoring(const std::string& folder) {
    std::error_code error;
    return fs::is_regular_file(fs::path(folder) / "tailoring.yaml", error);
}

LayerChain read_layers(SourceMap& sources, const std::string& folder, Diagnostics& out) { return ChainReader(sources, out).read(folder); }

}  // namespace kaoping::dsl
