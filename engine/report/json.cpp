// Texts for JSON: see json.hpp.

#include "engine/report/json.hpp"

namespace kaoping::engine::json {

std::string valid_utf8(std::string_view value) {
    std::string out;
    while (!value.empty()) {
        const dsl::CodePoint point = dsl::next_code_point(value);
        if (point.valid) out += value.substr(0, point.length);
        else out += "\xEF\xBF\xBD";
        value.remove_prefix(point.length);
    }
    return out;
}

}  // namespace kaoping::engine::json
