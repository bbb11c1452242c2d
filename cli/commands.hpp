#pragma once
// The commands: each adds its subcommand with options and help, and sets the exit code when it has run.
//
// Exit codes: 0 nothing found, 1 defects found, 2 usage or rule-file error, 3 some input could not be read (3 before 1).

namespace CLI {
class App;
}

namespace kaoping::cli {

void add_version(CLI::App& app, int& status);

}  // namespace kaoping::cli
