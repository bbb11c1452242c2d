// One case out of the inputs: see one_case.hpp.

#include "cli/one_case.hpp"

#include <fmt/core.h>

#include "cli/commands.hpp"
#include "engine/run/case_text.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::cli {

std::optional<OneCase> find_case(const LoadedPacks& packs, const std::string& input, const std::string& id, std::int64_t as_of, int& status) {
    const dsl::Schema& schema = packs.packs.program.schema;
    engine::ReadOptions options;
    options.as_of = as_of;
    engine::InputSet inputs = engine::InputSet::open({input}, options);
    const engine::CaseDecoder decoder(schema, packs.time.zone, engine::ColumnMask::all(schema), options);
    const engine::CaseFields fields(schema, engine::Scheme{});
    std::optional<OneCase> found;
    std::size_t cases = 0;
    engine::RawChunk chunk;
    while (inputs.next_chunk(chunk)) {
        engine::Decoded decoded = decoder.decode(chunk);
        for (const engine::UnreadableCase& bad : decoded.unreadable) {
            print_error(fmt::format("{}{}: {}", bad.file, bad.line > 0 ? fmt::format(":{}", bad.line) : "", bad.message));
            status = not_all_read;
        }
        for (std::size_t row = 0; row < decoded.batch.cases(); ++row) {
            ++cases;
            if (found || (!id.empty() && fields.id(decoded.batch, row) != id)) continue;
            found = OneCase{std::move(decoded.batch), static_cast<int>(row)};
            if (!id.empty()) return found;
            break;
        }
        chunk = {};
    }
    if (found && cases == 1) return found;
    if (status != nothing_found) return std::nullopt;
    status = usage_error;
    if (!id.empty()) print_error(fmt::format("{} has no case `{}`", input, id));
    else if (cases == 0) print_error(fmt::format("{} has no case", input));
    else print_error(fmt::format("{} has several cases: say which by --case ID", input));
    return std::nullopt;
}

}  // namespace kaoping::cli
