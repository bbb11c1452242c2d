// See json_bytes.hpp.

#include "engine/casefile/json_bytes.hpp"

#include <new>

#include <simdjson.h>

#include "engine/casefile/json_text.hpp"

namespace kaoping::engine {

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text); }

static_assert(text_padding >= simdjson::SIMDJSON_PADDING);

struct JsonEscapes::Parser {
    std::unique_ptr<simdjson::internal::dom_parser_implementation> of_simdjson;
};

JsonEscapes::JsonEscapes() : parser_(std::make_unique<Parser>()) {
    constexpr std::size_t capacity = 64, depth = 1;  // of documents, which it never sees
    if (simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, depth, parser_->of_simdjson) != simdjson::SUCCESS) throw std::bad_alloc();
}
JsonEscapes::~JsonEscapes() = default;

bool JsonEscapes::resolve(std::string_view inside, std::string_view& out) {
    resolved_.resize(inside.size() + simdjson::SIMDJSON_PADDING);
    auto* const to = reinterpret_cast<std::uint8_t*>(resolved_.data());
    const std::uint8_t* const end = parser_->of_simdjson->parse_string(reinterpret_cast<const std::uint8_t*>(inside.data()), to);
    if (end == nullptr) return false;
    out = std::string_view(resolved_.data(), static_cast<std::size_t>(end - to));
    return true;
}

}  // namespace kaoping::engine
