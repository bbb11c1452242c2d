// kaoping: reads the arguments and hands over to one command.

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"

int main(int argc, char** argv) {
    CLI::App app{"kaoping 考评: evaluates the quality of law-enforcement case files by rules", "kaoping"};
    app.require_subcommand(1);
    int status = 0;
    kaoping::cli::add_version(app, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return status;
}
