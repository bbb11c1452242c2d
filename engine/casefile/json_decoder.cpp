// JSON cases through simdjson On-Demand: see decode_case.hpp.

#include <fmt/format.h>
#include <simdjson.h>

#include "dsl/source/utf8.hpp"
#include "engine/casefile/decode_case.hpp"
#include "engine/casefile/record_decoder.hpp"

namespace kaoping::engine {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::size_t max_depth = 64;

/// Where a parse went wrong, kept for the message.
struct Failure {
    simdjson::error_code code = simdjson::SUCCESS;
    std::size_t depth = 0;
    bool too_deep = false;
};

/// By the grammar of RFC 8259, whatever its size: what no double holds is a matter of the field, not of the format.
bool is_json_number(std::string_view token) {
    const auto skip_digits = [&] {
        const std::size_t digits = std::min(token.find_first_not_of("0123456789"), token.size());
        token.remove_prefix(digits);
        return digits;
    };
    const auto skip_one_of = [&](std::string_view set) {
        const bool found = !token.empty() && set.find(token[0]) != std::string_view::npos;
        if (found) token.remove_prefix(1);
        return found;
    };
    (void)skip_one_of("-");
    const bool zero = !token.empty() && token[0] == '0';
    const std::size_t whole = skip_digits();
    if (whole == 0 || (zero && whole > 1)) return false;
    if (skip_one_of(".") && skip_digits() == 0) return false;
    if (skip_one_of("eE")) {
        (void)skip_one_of("+-");
        if (skip_digits() == 0) return false;
    }
    return token.empty();
}

/// A value of a document; visited once.
class JsonNode {
public:
    JsonNode(ondemand::value value, CaseBatch& batch, Failure& failure) : value_(value), batch_(batch), failure_(failure) {
        if (value_.type().get(type_) != simdjson::SUCCESS) {
            failure_.code = simdjson::TAPE_ERROR;
            type_ = ondemand::json_type::null;
        }
    }

    bool is_null() {
        if (type_ != ondemand::json_type::null) return false;
        bool null = false;
        if (failure_.code == simdjson::SUCCESS && (value_.is_null().get(null) != simdjson::SUCCESS || !null)) failure_.code = simdjson::N_ATOM_ERROR;
        return true;
    }
    [[nodiscard]] bool is_object() const { return type_ == ondemand::json_type::object; }
    [[nodiscard]] bool is_list() const { return type_ == ondemand::json_type::array; }
    [[nodiscard]] static CellPlace place() { return {}; }

    Scalar scalar() {
        Scalar out;
        switch (type_) {
            case ondemand::json_type::string: {
                std::string_view text;
                note(value_.get_string().get(text));
                out.text = batch_.keep(text);  // the next case overwrites the parser's buffer
                return out;
            }
            case ondemand::json_type::number: {
                out.kind = Scalar::Kind::number;
                std::string_view token = value_.raw_json_token();
                token = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
                if (!is_json_number(token)) note(simdjson::NUMBER_ERROR);
                out.text = token;
                return out;
            }
            case ondemand::json_type::boolean: {
                bool truth = false;
                note(value_.get_bool().get(truth));
                out.kind = Scalar::Kind::boolean;
                out.text = truth ? "true" : "false";
                return out;
            }
            default: out.kind = Scalar::Kind::other; return out;
        }
    }

    template <typename Use>
    bool each_field(Use use) {
        if (!enter()) return false;
        ondemand::object object;
        if (!note(value_.get_object().get(object))) return false;
        for (auto entry : object) {
            ondemand::field field;
            if (!note(std::move(entry).get(field))) return false;
            std::string_view key;
            if (!note(field.unescaped_key().get(key))) return false;
            JsonNode child(field.value(), batch_, failure_);
            if (failure_.code != simdjson::SUCCESS || !use(key, child) || failure_.code != simdjson::SUCCESS) return false;
        }
        --failure_.depth;
        return true;
    }

    template <typename Use>
    bool each_item(Use use) {
        if (!enter()) return false;
        ondemand::array array;
        if (!note(value_.get_array().get(array))) return false;
        for (auto entry : array) {
            ondemand::value item;
            if (!note(std::move(entry).get(item))) return false;
            JsonNode child(item, batch_, failure_);
            if (failure_.code != simdjson::SUCCESS || !use(child) || failure_.code != simdjson::SUCCESS) return false;
        }
        --failure_.depth;
        return true;
    }

private:
    bool note(simdjson::error_code code) {
        if (code != simdjson::SUCCESS && failure_.code == simdjson::SUCCESS) failure_.code = code;
        return code == simdjson::SUCCESS;
    }
    bool enter() {
        if (++failure_.depth <= max_depth) return true;
        failure_.too_deep = true;
        return false;
    }

    ondemand::value value_;
    CaseBatch& batch_;
    Failure& failure_;
    ondemand::json_type type_ = ondemand::json_type::null;
};

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

std::string failure_text(const Failure& failure) {
    if (failure.too_deep) return fmt::format("the JSON is nested more than {} deep", max_depth);
    switch (failure.code) {
        case simdjson::UTF8_ERROR: return "the text is not valid UTF-8";
        case simdjson::EMPTY: return "there is no JSON value here";
        case simdjson::UNCLOSED_STRING: return "the JSON is cut off inside a text";
        case simdjson::INCOMPLETE_ARRAY_OR_OBJECT: return "the JSON is cut off: a list or object is not closed";
        case simdjson::DEPTH_ERROR: return "the JSON is nested too deeply";
        case simdjson::TRAILING_CONTENT: return "something stands behind the JSON value";
        case simdjson::INCORRECT_TYPE: return "a case is a JSON object";
        default: return fmt::format("this is not JSON ({})", simdjson::error_message(failure.code));
    }
}

}  // namespace

struct JsonDecoder::Impl {
    ondemand::parser parser;
};

JsonDecoder::JsonDecoder() : impl_(std::make_unique<Impl>()) {}
JsonDecoder::~JsonDecoder() = default;

std::optional<DecodeProblem> JsonDecoder::decode(std::string_view text, bool strict, CaseWriter& writer, std::int32_t case_row, CaseBatch& batch) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    if (!simdjson::validate_utf8(text.data(), text.size())) return problem_at(text, dsl::first_invalid_utf8(text), "the text is not valid UTF-8");
    Failure failure;
    ondemand::document document;
    const auto opened = impl_->parser.iterate(simdjson::padded_string_view(text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING)).get(document);
    if (opened != simdjson::SUCCESS) {
        failure.code = opened;
        return problem_at(text, text.size(), failure_text(failure));
    }
    ondemand::value root;
    ondemand::json_type type{};
    if (document.type().get(type) != simdjson::SUCCESS || type != ondemand::json_type::object || document.get_value().get(root) != simdjson::SUCCESS) {
        failure.code = simdjson::INCORRECT_TYPE;
        return problem_at(text, 0, failure_text(failure));
    }
    JsonNode node(root, batch, failure);
    const bool whole = RecordDecoder<JsonNode>(writer, strict).record(writer.schema().case_record, case_row, node);
    const char* rest = nullptr;
    if (whole && failure.code == simdjson::SUCCESS && document.current_location().get(rest) == simdjson::SUCCESS) failure.code = simdjson::TRAILING_CONTENT;
    if (whole && failure.code == simdjson::SUCCESS) return std::nullopt;
    const char* location = nullptr;
    std::size_t offset = text.size();
    if (document.current_location().get(location) == simdjson::SUCCESS && location >= text.data()) offset = static_cast<std::size_t>(location - text.data());
    return problem_at(text, offset, failure_text(failure));
}

}  // namespace kaoping::engine
