// JSON cases: see decode_case.hpp.

#include "dsl/source/utf8.hpp"
#include "engine/casefile/decode_case.hpp"
#include "engine/casefile/json_walk.hpp"
#include "engine/casefile/record_decoder.hpp"

namespace kaoping::engine {

namespace {

DecodeProblem problem_at(std::string_view text, std::size_t offset, std::string message) {
    offset = std::min(offset, text.size());
    DecodeProblem out{1, 1, std::move(message)};
    std::size_t line_begin = 0;
    for (std::size_t i = 0; i < offset; ++i)
        if (text[i] == '\n') {
            ++out.line;
            line_begin = i + 1;
        }
    out.column = static_cast<std::uint32_t>(dsl::display_width(text.substr(line_begin, offset - line_begin))) + 1;
    return out;
}

}  // namespace

struct JsonDecoder::Impl {
    explicit Impl(CaseWriter& to) : writer(to), records(to) {}
    CaseWriter& writer;
    RecordDecoder<JsonNode> records;
    JsonEscapes escapes;
    StopMap stops;
};

JsonDecoder::JsonDecoder(CaseWriter& writer) : impl_(std::make_unique<Impl>(writer)) {}
JsonDecoder::~JsonDecoder() = default;

std::optional<DecodeProblem> JsonDecoder::decode(std::string_view text, bool strict, std::int32_t case_row) {
    const bool is_ascii = impl_->stops.mark(text);
    if (!is_ascii && !is_utf8(text)) return problem_at(text, dsl::first_invalid_utf8(text), "the text is not valid UTF-8");
    JsonWalk walk(impl_->escapes, impl_->stops.stops(), text, impl_->writer);
    if (walk.at_end(walk.begin())) return problem_at(text, text.size(), "there is no JSON value here");
    const JsonNode root(walk, walk.begin());
    if (!root.is_object()) return problem_at(text, 0, "a case is a JSON object");
    if (const JsonWalk::Place behind = impl_->records.whole_case(case_row, root, strict); behind != nullptr) {
        const JsonWalk::Place rest = behind_blanks(behind);
        if (walk.at_end(rest) && !walk.failed()) return std::nullopt;
        (void)walk.fail(rest, "something stands behind the JSON value");
    }
    return problem_at(text, walk.failure_offset(), walk.failure());
}

}  // namespace kaoping::engine
