#pragma once
// The ends of a text as numbers: of short ones, as nearly all names and keys are, that is all of it.

#include <cstdint>
#include <cstring>
#include <string_view>

namespace kaoping::dsl {

/// First and last eight bytes of a text (of shorter ones: four, or three of one to three): with its length they are all of it, up to
/// 16 bytes.
struct TextEnds {
    std::uint64_t first = 0, last = 0;
};

[[nodiscard]] inline TextEnds text_ends(std::string_view text) {
    TextEnds out;
    if (text.size() >= 8) {
        std::memcpy(&out.first, text.data(), 8);
        std::memcpy(&out.last, text.data() + text.size() - 8, 8);
    } else if (text.size() >= 4) {
        std::memcpy(&out.first, text.data(), 4);
        std::memcpy(&out.last, text.data() + text.size() - 4, 4);
    } else if (!text.empty()) {  // first, middle and last byte
        for (const std::size_t i : {std::size_t{0}, text.size() / 2, text.size() - 1}) out.first = out.first << 8 | static_cast<unsigned char>(text[i]);
    }
    return out;
}

}  // namespace kaoping::dsl
