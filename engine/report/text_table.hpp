#pragma once
// A table of texts in display cells, for the terminal.

#include <string>
#include <string_view>
#include <vector>

namespace kaoping::engine {

/// The text cut to at most `width` cells (the last one is then "…").
[[nodiscard]] std::string cut(std::string_view text, std::size_t width);

/// A text broken at blanks so that no line is wider than `width` cells (a word that is wider stands alone); lines behind the first
/// one are indented.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

enum class Align { left, right };
struct TableColumn {
    std::string title;
    Align align = Align::left;
    std::size_t most = 40;  ///< cells; longer texts are cut
};

/// Rows under their titles, columns as wide as needed, two blanks between.
[[nodiscard]] std::string text_table(const std::vector<TableColumn>& columns, const std::vector<std::vector<std::string>>& rows);

}  // namespace kaoping::engine
