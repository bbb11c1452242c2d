// See support.hpp.

#include "support.hpp"

#include <fmt/format.h>

namespace casefile_test {

using namespace kaoping;
using kaoping_test::every_kind;
using kaoping_test::every_kind_zone;

namespace {

Read read_all(engine::InputSet inputs, const ReadOptions& options) {
    const dsl::Schema& schema = every_kind();
    const engine::CaseDecoder decoder(schema, every_kind_zone(), engine::ColumnMask::all(schema), options);
    Read out;
    engine::RawChunk chunk;
    std::string unreadable;
    while (inputs.next_chunk(chunk)) {
        CHECK(chunk.number == out.chunks++);
        const engine::Decoded decoded = decoder.decode(chunk);
        out.dump += kaoping_test::dump_cases(schema, decoder.layout(), decoded.batch);
        for (const engine::DataFinding& finding : decoded.batch.data_findings) {
            out.findings.push_back(kaoping_test::finding_line(finding));
            out.messages.push_back(finding.message);
        }
        const engine::Table& cases = decoded.batch.tables[static_cast<std::size_t>(schema.case_record)];
        for (std::size_t c = 0; c < decoded.batch.cases(); ++c) out.cases.push_back(fmt::format("{} {}", cases.columns[0].texts[c], decoded.batch.sources[c].line));
        for (const engine::UnreadableCase& one : decoded.unreadable) {
            out.unreadable.push_back(fmt::format("{} {}:{} {}", one.ordinal, one.line, one.column, one.message));
            unreadable += out.unreadable.back() + "\n";
        }
    }
    out.dump += unreadable;
    return out;
}

/// Is the key there, outside of lists and objects?
bool names_at_top(const std::string& fields, const std::string& key) {
    int depth = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i] == '{' || fields[i] == '[') ++depth;
        else if (fields[i] == '}' || fields[i] == ']') --depth;
        else if (depth == 0 && fields.compare(i, key.size(), key) == 0) return true;
    }
    return false;
}

}  // namespace

Read read(const std::string& text, CaseFormat format, const ReadOptions& options) { return read_all(engine::InputSet::of_text("case", text, format, options), options); }

Read read_inputs(const std::vector<std::string>& arguments, const ReadOptions& options) { return read_all(engine::InputSet::open(arguments, options), options); }

std::string cell(const std::string& text, CaseFormat format, const std::string& field, const ReadOptions& options) {
    const dsl::Schema& schema = every_kind();
    const auto record = static_cast<std::size_t>(schema.case_record);
    const auto index = static_cast<std::size_t>(schema.records[record].field(field));
    engine::ColumnMask mask = engine::ColumnMask::all(schema);
    mask.columns[record].assign(schema.records[record].fields.size(), false);
    mask.columns[record][index] = true;
    ReadOptions lenient = options;
    lenient.strict_yaml = false;
    auto inputs = engine::InputSet::of_text("case", text, format, lenient);
    engine::RawChunk chunk;
    REQUIRE(inputs.next_chunk(chunk));
    const engine::Decoded decoded = engine::CaseDecoder(schema, every_kind_zone(), mask, lenient).decode(chunk);
    if (!decoded.unreadable.empty()) return "unreadable: " + decoded.unreadable[0].message;
    std::string out = kaoping_test::dump_cell(decoded.batch.tables[record].columns[index], 0);
    for (const engine::DataFinding& finding : decoded.batch.data_findings) out += " " + kaoping_test::finding_line(finding);
    return out;
}

std::string json_case(const std::string& fields) {
    std::string out = "{" + fields;
    const std::pair<const char*, const char*> whole[] = {{"id", "\"A\""}, {"b", "true"}, {"n", "1"}, {"t", "\"x\""}, {"d", "\"2026-03-02\""}, {"m", "\"2026-03-02T10:20\""},
                                                        {"c", "\"R\""}, {"s", "\"O\""}, {"persons", "[]"}, {"cars", "[]"}, {"acts", "[]"}};
    for (const auto& [key, value] : whole)
        if (!names_at_top(fields, fmt::format("\"{}\":", key))) out += fmt::format("{}\"{}\":{}", out == "{" ? "" : ",", key, value);
    return out + "}";
}

}  // namespace casefile_test
