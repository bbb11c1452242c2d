#pragma once
// What simdjson does for the walk through a JSON text: whether its bytes are UTF-8, and what its escapes stand for.

#include <memory>
#include <string>
#include <string_view>

namespace kaoping::engine {

[[nodiscard]] bool is_utf8(std::string_view text);

/// Of one thread: has the memory that strings are resolved in.
class JsonEscapes {
public:
    JsonEscapes();
    ~JsonEscapes();
    /// The string between two quotes, with its escapes resolved; valid until the next call. False: it has an escape that JSON does not
    /// know. It stands in a text as json_text.hpp wants it.
    [[nodiscard]] bool resolve(std::string_view inside, std::string_view& out);

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
    std::string resolved_;
};

}  // namespace kaoping::engine
