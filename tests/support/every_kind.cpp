// See every_kind.hpp.

#include "every_kind.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "dsl/diagnostic/render.hpp"
#include "dsl/load.hpp"
#include "project_file.hpp"

namespace kaoping_test {

using namespace kaoping;
using dsl::Kind;

const dsl::Schema& every_kind() {
    static const dsl::LoadResult loaded = [] {
        dsl::MemoryFiles files;
        for (const char* name : {"pack.yaml", "sources.yaml", "every-kind.schema"}) files.files.emplace_back(name, read_project_file(std::string("tests/data/every-kind/") + name));
        dsl::LoadResult out = dsl::load_memory_pack(files);
        if (!out.ok()) throw std::logic_error(dsl::render_text(out.sources, out.diagnostics, false));
        return out;
    }();
    return loaded.program.schema;
}

const engine::Zone& every_kind_zone() {
    static const auto zone = engine::Zone::find("Asia/Shanghai");
    return *zone;
}

std::string dump_cell(const engine::Column& column, std::size_t row) {
    if (!column.present.get(row)) return column.known.get(row) ? "-" : "?";
    switch (column.kind) {
        case Kind::text:
        case Kind::reference: return fmt::format("=\"{}\"", column.texts[row]);
        case Kind::list: return fmt::format("=[{}]", column.end[row] - column.begin[row]);
        case Kind::boolean: return column.truth.get(row) ? "=true" : "=false";
        case Kind::element: return "=";
        default: return "=" + std::to_string(column.numbers[row]);
    }
}

std::string finding_line(const engine::DataFinding& finding) {
    std::string out = finding.code + " " + finding.pointer;
    if (finding.place.line != 0) out += fmt::format(" {}:{}", finding.place.line, finding.place.column);
    return out;
}

std::string dump_cases(const dsl::Schema& schema, const engine::Layout& layout, const engine::CaseBatch& batch) {
    std::string out;
    std::size_t finding = 0;
    for (std::size_t c = 0; c < batch.cases(); ++c) {
        out += fmt::format("case {} {}:{}\n", batch.sources[c].ordinal, batch.sources[c].file, batch.sources[c].line);
        for (std::size_t t = 0; t < batch.tables.size(); ++t) {
            const engine::Table& table = batch.tables[t];
            for (auto row = static_cast<std::size_t>(table.case_begin[c]); row < static_cast<std::size_t>(table.case_begin[c + 1]); ++row) {
                out += fmt::format("  {} {}:", t, pointer_of(schema, layout, batch, static_cast<int>(t), static_cast<int>(row)));
                for (const engine::Column& column : table.columns) out += " " + dump_cell(column, row);
                out += "\n";
            }
        }
        for (; finding < batch.data_findings.size() && batch.data_findings[finding].case_row == static_cast<std::int32_t>(c); ++finding)
            out += "  " + finding_line(batch.data_findings[finding]) + ": " + batch.data_findings[finding].message + "\n";
    }
    return out;
}

}  // namespace kaoping_test
