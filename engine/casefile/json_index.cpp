// See json_index.hpp.

#include "engine/casefile/json_index.hpp"

#include <new>

namespace kaoping::engine {

namespace {

constexpr std::size_t least_capacity = 64U << 10, depth = 64;

}  // namespace

JsonIndex::JsonIndex() {
    if (simdjson::get_active_implementation()->create_dom_parser_implementation(least_capacity, depth, parser_) != simdjson::SUCCESS) throw std::bad_alloc();
}

simdjson::error_code JsonIndex::read(std::string_view text) {
    if (text.size() > parser_->capacity())
        if (const auto error = parser_->allocate(text.size() + text.size() / 8, depth); error != simdjson::SUCCESS) return error;
    return parser_->stage1(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), simdjson::stage1_mode::regular);
}

bool JsonIndex::unescape(std::string_view inside, std::string_view& out) {
    unescaped_.resize(inside.size() + simdjson::SIMDJSON_PADDING);
    auto* const to = reinterpret_cast<std::uint8_t*>(unescaped_.data());
    const std::uint8_t* const end = parser_->parse_string(reinterpret_cast<const std::uint8_t*>(inside.data()), to);
    if (end == nullptr) return false;
    out = std::string_view(unescaped_.data(), static_cast<std::size_t>(end - to));
    return true;
}

}  // namespace kaoping::engine
