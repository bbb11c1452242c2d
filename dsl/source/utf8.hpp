#pragma once
// UTF-8, one code point at a time, and the width of a code point in terminal cells.

#include <cstddef>
#include <string>
#include <string_view>

namespace kaoping::dsl {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1;  ///< bytes taken; 1 where the bytes are no UTF-8
    bool valid = false;
};

/// Decodes the first code point of a non-empty text (RFC 3629: no overlong forms, no surrogates).
[[nodiscard]] CodePoint next_code_point(std::string_view text);

/// Offset of the first byte that is no UTF-8, or npos.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text);

/// The text with each byte that is no UTF-8 replaced by U+FFFD.
[[nodiscard]] std::string valid_utf8(std::string_view text);

/// 0, 1 or 2 cells: combining marks 0, East Asian wide and full-width forms 2 (Unicode annex 11).
[[nodiscard]] std::size_t cell_width(char32_t point);

/// Number of code points (invalid bytes count one each).
[[nodiscard]] std::size_t code_point_count(std::string_view text);

}  // namespace kaoping::dsl
