#pragma once
// What the terminal can do.

namespace kaoping::cli {

/// Standard output takes colours: it is a terminal, NO_COLOR is not set and TERM is not "dumb".
[[nodiscard]] bool colour_out();
/// The same of standard error.
[[nodiscard]] bool colour_err();
/// Standard error is a terminal, so progress may be shown.
[[nodiscard]] bool progress_wanted();

}  // namespace kaoping::cli
