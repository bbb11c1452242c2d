#pragma once
// The pages of the diagnostic codes (pages/K0123.md): why it matters, an example that raises it, the mended text. They are
// embedded when the program is built, so `kaoping explain` needs no files.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kaoping::dsl {

/// The text of a code's page; nothing if there is no such code.
[[nodiscard]] std::optional<std::string> diagnostic_page(std::string_view code);

/// All codes, ascending.
[[nodiscard]] std::vector<std::string> diagnostic_codes();

}  // namespace kaoping::dsl
