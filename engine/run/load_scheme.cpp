// A scoring scheme from its path: see load_scheme.hpp.

#include "engine/run/load_scheme.hpp"

#include <fmt/format.h>

#include "dsl/source/text_file.hpp"

namespace kaoping::engine {

Scheme load_scheme(dsl::SourceMap& sources, const std::string& path, const dsl::Program& program, dsl::Diagnostics& out) {
    auto text = dsl::read_text_file(path);
    if (!text) {
        const dsl::FileId file = sources.add(path, {});
        out.push_back({"K0501", dsl::DiagnosticLevel::error, {file, 0, 0}, fmt::format("cannot read the scheme `{}`: {}", path, text.error()), {},
                       "give the path of a scoring scheme, like rules/schemes/quarterly.yaml"});
        return {};
    }
    return read_scheme(sources, sources.add(path, std::move(*text)), program, out);
}

}  // namespace kaoping::engine
