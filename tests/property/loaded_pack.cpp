// See loaded_pack.hpp.

#include "tests/property/loaded_pack.hpp"

#include "dsl/diagnostic/render.hpp"
#include "engine/run/time_context.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::test {

namespace {

/// Lines of JSON as they are read from a file; false: there are none.
bool read_chunk(const std::vector<std::string>& cases, const engine::ReadOptions& options, engine::RawChunk& into) {
    std::string lines;
    for (const std::string& one : cases) lines += one + "\n";
    return engine::InputSet::of_text("cases", lines, engine::CaseFormat::json_lines, options).next_chunk(into);
}

}  // namespace

std::unique_ptr<LoadedPack> LoadedPack::load(const GeneratedPack& from, std::string& why) {
    std::unique_ptr<LoadedPack> out(new LoadedPack);
    out->loaded_ = dsl::load_memory_pack(from.files);
    if (!out->loaded_.ok()) {
        why = dsl::render_text(out->loaded_.sources, out->loaded_.diagnostics, false);
        return nullptr;
    }
    auto time = engine::make_time_context(out->program());
    if (!time) {
        why = time.error();
        return nullptr;
    }
    out->time_ = std::make_unique<engine::TimeContext>(std::move(*time));
    out->now_ = engine::parse_as_of(from.as_of, out->time_->zone).value();
    const engine::ReadOptions options;
    out->decoder_ = std::make_unique<engine::CaseDecoder>(out->program().schema, out->time_->zone, engine::ColumnMask::all(out->program().schema), options);
    engine::RawChunk chunk, before;
    const auto middle = from.cases.rbegin() + static_cast<std::ptrdiff_t>((from.cases.size() + 1) / 2);
    if (!read_chunk(from.cases, options, chunk) || !read_chunk({from.cases.rbegin(), middle}, options, before)) {
        why = "no chunk of cases";
        return nullptr;
    }
    out->decoded_ = out->decoder_->decode(chunk);
    if (!out->decoded_.unreadable.empty() || out->batch().cases() != from.cases.size()) {
        why = out->decoded_.unreadable.empty() ? "cases are lost" : out->decoded_.unreadable[0].message;
        return nullptr;
    }
    out->plan_ = std::make_unique<engine::Plan>(engine::make_plan(out->program()));
    out->plan_->pair_budget = INT64_MAX;  // the reference has none: a case that uses it up would only seem to differ
    const engine::CaseDecoder lean(out->program().schema, out->time_->zone, engine::columns_read(*out->plan_), options);
    out->columns_read_ = lean.decode(chunk);
    out->before_ = lean.decode(before);
    return out;
}

const std::vector<std::vector<std::vector<engine::ReferenceSubject>>>& LoadedPack::reference() {
    if (!reference_.empty()) return reference_;
    reference_.resize(program().rules.size());
    for (std::size_t r = 0; r < reference_.size(); ++r)
        for (std::size_t c = 0; c < batch().cases(); ++c)
            reference_[r].push_back(engine::evaluate_rule(program(), time(), now_, batch(), static_cast<int>(c), static_cast<int>(r), language()));
    return reference_;
}

}  // namespace kaoping::test
