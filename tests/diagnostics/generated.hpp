#pragma once
// Codes whose example no page can hold: it is made here, and its rendered text is a golden like the others.

#include <string>

namespace diagnostics_test {

[[nodiscard]] bool is_generated(const std::string& code);

}  // namespace diagnostics_test
