#pragma once
// Where the structure of a JSON text stands: the first stage of simdjson, by itself.
//
// simdjson finds every bracket, colon, comma and the first byte of every key and value, checks UTF-8 and that strings end, at
// gigabytes a second. Its On-Demand interface knows nothing of a schema; json_walk.hpp walks the index with the schema at hand
// (engine/README.md says what the profile showed).

#include <cstdint>
#include <memory>
#include <string_view>

#include <simdjson.h>

namespace kaoping::engine {

class JsonIndex {
public:
    JsonIndex();
    /// Indexes a text of at most 4 GiB with simdjson's padding behind it.
    [[nodiscard]] simdjson::error_code read(std::string_view text);
    /// Offsets, in order; behind the last one stands the text's size, twice.
    [[nodiscard]] const std::uint32_t* begin() const { return parser_->structural_indexes.get(); }
    [[nodiscard]] const std::uint32_t* end() const { return begin() + parser_->n_structural_indexes; }

    /// The text between the quotes at `begin`, with its escapes resolved; valid until the next call. False: it has a bad escape.
    [[nodiscard]] bool unescape(std::string_view inside, std::string_view& out);

private:
    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser_;
    std::string unescaped_;
};

}  // namespace kaoping::engine
