// Chunks into batches: see reader.hpp.

#include "engine/casefile/decode_case.hpp"
#include "engine/casefile/reader.hpp"

namespace kaoping::engine {

struct CaseDecoder::Impl {
    const dsl::Schema& schema;
    const Zone& zone;
    ColumnMask mask, all;
    ReadOptions options;
    Layout layout;

    Impl(const dsl::Schema& s, const Zone& z, ColumnMask m, ReadOptions o)
        : schema(s), zone(z), mask(std::move(m)), all(ColumnMask::all(s)), options(o), layout(s) {}
};

CaseDecoder::CaseDecoder(const dsl::Schema& schema, const Zone& zone, ColumnMask mask, ReadOptions options)
    : impl_(std::make_unique<const Impl>(schema, zone, std::move(mask), options)) {}
CaseDecoder::~CaseDecoder() = default;

const Layout& CaseDecoder::layout() const { return impl_->layout; }

namespace {

/// case_begin of every table, when all rows are there.
void index_cases(CaseBatch& batch) {
    const std::size_t cases = batch.cases();
    for (Table& table : batch.tables) {
        table.case_begin.assign(cases + 1, table.rows);
        for (std::int32_t row = table.rows; row-- > 0;) table.case_begin[static_cast<std::size_t>(table.case_of[static_cast<std::size_t>(row)])] = row;
        for (std::size_t c = cases; c-- > 0;) table.case_begin[c] = std::min(table.case_begin[c], table.case_begin[c + 1]);
    }
}

}  // namespace

Decoded CaseDecoder::decode(const RawChunk& chunk) const {
    Decoded out;
    out.batch.memory.push_back(chunk.text);
    out.unreadable = chunk.unreadable;
    bool strict_any = false;
    for (const RawCase& raw : chunk.cases) strict_any = strict_any || (raw.format == CaseFormat::yaml ? impl_->options.strict_yaml : impl_->options.strict_json);
    CaseWriter writer(impl_->schema, impl_->layout, impl_->zone, strict_any ? impl_->all : impl_->mask, impl_->options, out.batch);
    static thread_local JsonDecoder json;
    for (const RawCase& raw : chunk.cases) {
        const std::string& file = chunk.files[raw.file];
        const std::string_view text = std::string_view(*chunk.text).substr(raw.begin, raw.end - raw.begin);
        const std::int32_t row = writer.begin_case({file, raw.line, raw.ordinal});
        const bool yaml = raw.format == CaseFormat::yaml;
        const auto problem = yaml ? decode_yaml(text, impl_->options.strict_yaml, impl_->options, writer, row, out.batch)
                                  : json.decode(text, impl_->options.strict_json, writer, row, out.batch);
        if (!problem) {
            writer.finish_case();
            continue;
        }
        writer.drop_case();
        out.unreadable.push_back({file, problem->line == 0 ? 0 : raw.line + problem->line - 1, problem->column, problem->message, raw.ordinal, true});
    }
    std::stable_sort(out.unreadable.begin(), out.unreadable.end(), [](const UnreadableCase& a, const UnreadableCase& b) { return a.ordinal < b.ordinal; });
    index_cases(out.batch);
    return out;
}

}  // namespace kaoping::engine
