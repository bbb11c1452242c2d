// Chunks into batches: see reader.hpp.

#include <algorithm>
#include <optional>

#include "engine/casefile/chunk_text.hpp"
#include "engine/casefile/decode_case.hpp"
#include "engine/casefile/reader.hpp"

namespace kaoping::engine {

struct CaseDecoder::Impl {
    const dsl::Schema& schema;
    const Zone& zone;
    ReadOptions options;
    Layout layout;
    DecodePlan wanted, all;

    Impl(const dsl::Schema& s, const Zone& z, const ColumnMask& mask, ReadOptions o)
        : schema(s), zone(z), options(o), layout(s), wanted(s, layout, mask), all(s, layout, ColumnMask::all(s)) {}
};

CaseDecoder::CaseDecoder(const dsl::Schema& schema, const Zone& zone, ColumnMask mask, ReadOptions options)
    : impl_(std::make_unique<const Impl>(schema, zone, mask, options)) {}
CaseDecoder::~CaseDecoder() = default;

const Layout& CaseDecoder::layout() const { return impl_->layout; }

struct ChunkDecoder::Impl {
    const CaseDecoder::Impl& common;
    Decoded out;
    CaseWriter writer;
    JsonDecoder json;

    explicit Impl(const CaseDecoder::Impl& c) : common(c), writer(c.schema, c.layout, c.zone, c.options, out.batch), json(writer) {}

    [[nodiscard]] bool strict(const RawCase& raw) const { return raw.format == CaseFormat::yaml ? common.options.strict_yaml : common.options.strict_json; }

    void decode_case(const RawChunk& chunk, const RawCase& raw) {
        const std::string_view text = view(*chunk.text).substr(raw.begin, raw.end - raw.begin);
        const std::int32_t row = writer.begin_case({*chunk.files[raw.file], raw.line, raw.ordinal});
        const std::optional<DecodeProblem> problem = raw.format == CaseFormat::yaml
            ? decode_yaml(text, strict(raw), common.options, writer, row, out.batch) : json.decode(text, strict(raw), row);
        if (!problem) return;
        writer.drop_case();
        const std::uint32_t line = problem->line == 0 ? 0 : raw.line + problem->line - 1;
        out.unreadable.push_back({*chunk.files[raw.file], line, problem->column, problem->message, raw.ordinal, true});
    }
};

ChunkDecoder::ChunkDecoder(const CaseDecoder& common) : impl_(std::make_unique<Impl>(*common.impl_)) {}
ChunkDecoder::~ChunkDecoder() = default;

const Decoded& ChunkDecoder::decode(const RawChunk& chunk) {
    Impl& self = *impl_;
    const bool any_strict = std::any_of(chunk.cases.begin(), chunk.cases.end(), [&](const RawCase& raw) { return self.strict(raw); });
    self.writer.start_batch(any_strict ? self.common.all : self.common.wanted);
    self.out.unreadable = chunk.unreadable;
    for (const RawCase& raw : chunk.cases) self.decode_case(chunk, raw);
    std::stable_sort(self.out.unreadable.begin(), self.out.unreadable.end(), [](const UnreadableCase& a, const UnreadableCase& b) { return a.ordinal < b.ordinal; });
    self.writer.finish_batch();
    return self.out;
}

Decoded CaseDecoder::decode(const RawChunk& chunk) const {
    ChunkDecoder once(*this);
    (void)once.decode(chunk);
    std::vector<std::shared_ptr<const void>>& memory = once.impl_->out.batch.memory;
    memory.push_back(chunk.text);
    memory.insert(memory.end(), chunk.files.begin(), chunk.files.end());
    return std::move(once.impl_->out);
}

}  // namespace kaoping::engine
