#pragma once
// Runs programs as a user would.

#include <string>

namespace kaoping_test {

struct Outcome {
    int status = 0;       ///< exit code; 128 + signal if it was killed
    std::string out, err;
    long peak_kib = 0;    ///< largest resident memory
};

/// Runs a shell command line in the project's root; `$K` is the kaoping of this build, `$G` its kaoping-generate, `$T` the
/// folder below.
Outcome shell(const std::string& command);

/// An empty folder that is removed when the program ends.
const std::string& scratch();

}  // namespace kaoping_test
