// JSON cases: see decode_case.hpp.

#include <fmt/format.h>

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

DecodeProblem index_problem(std::string_view text, simdjson::error_code error) {
    switch (error) {
        case simdjson::UTF8_ERROR: return problem_at(text, dsl::first_invalid_utf8(text), "the text is not valid UTF-8");
        case simdjson::EMPTY: return problem_at(text, text.size(), "there is no JSON value here");
        case simdjson::UNCLOSED_STRING: return problem_at(text, text.size(), "the JSON is cut off inside a text");
        default: return problem_at(text, text.size(), fmt::format("this is not JSON ({})", simdjson::error_message(error)));
    }
}

}  // namespace

struct JsonDecoder::Impl {
    explicit Impl(CaseWriter& to) : writer(to), records(to) {}
    CaseWriter& writer;
    RecordDecoder<JsonNode> records;
    JsonIndex index;
};

JsonDecoder::JsonDecoder(CaseWriter& writer) : impl_(std::make_unique<Impl>(writer)) {}
JsonDecoder::~JsonDecoder() = default;

std::optional<DecodeProblem> JsonDecoder::decode(std::string_view text, bool strict, std::int32_t case_row) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    if (const auto error = impl_->index.read(text); error != simdjson::SUCCESS) return index_problem(text, error);
    JsonWalk walk(impl_->index, text, impl_->writer);
    JsonNode root(walk, walk.begin());
    if (!root.is_object()) return problem_at(text, 0, "a case is a JSON object");
    if (impl_->records.whole_case(case_row, root, strict) && walk.at_end(root.place_behind()) && !walk.failed()) return std::nullopt;
    (void)walk.fail(root.place_behind(), "something stands behind the JSON value");
    return problem_at(text, walk.failure_offset(), walk.failure());
}

}  // namespace kaoping::engine
