// What the terminal can do: see terminal.hpp.

#include "cli/terminal.hpp"

#include <cstdlib>
#include <cstring>

#include <unistd.h>

namespace kaoping::cli {

namespace {

bool colour_on(int descriptor) {
    const char* no_color = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    const bool refused = (no_color != nullptr && *no_color != '\0') || (term != nullptr && std::strcmp(term, "dumb") == 0);
    return !refused && isatty(descriptor) == 1;
}

}  // namespace

bool colour_out() { return colour_on(STDOUT_FILENO); }
bool colour_err() { return colour_on(STDERR_FILENO); }
bool progress_wanted() { return isatty(STDERR_FILENO) == 1; }

}  // namespace kaoping::cli
