// kaoping version: what this program is.

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"

namespace kaoping::cli {

void add_version(CLI::App& app, int& status) {
    app.add_subcommand("version", "Print the version")->callback([&status] {
        fmt::print("kaoping {}\n", KAOPING_VERSION);
        status = 0;
    });
}

}  // namespace kaoping::cli
