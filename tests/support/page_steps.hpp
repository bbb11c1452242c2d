#pragma once
// Runs what a page tells its reader to run.

#include <string>

namespace kaoping_test {

/// Each line `$ command` of the block runs in $T/readme with `kaoping` being that of this build; it must print no error, and
/// its output must hold the lines that follow it in the block. `export` lasts until the end of the block.
void run_steps(const std::string& block);

}  // namespace kaoping_test
