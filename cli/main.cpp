// kaoping: reads the arguments and hands over to one command.

#include <algorithm>
#include <exception>
#include <iterator>
#include <string_view>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/memory.hpp"
#include "cli/packs.hpp"

namespace {

using namespace kaoping::cli;

struct Command {
    std::string_view name;
    void (*add)(CLI::App& app, int& status);
};
constexpr Command commands[] = {{"check", add_check},         {"test", add_test},         {"evaluate", add_evaluate}, {"explain", add_explain},
                                {"graph", add_graph},         {"schema", add_schema},     {"year-end", add_year_end}, {"campaign", add_campaign},
                                {"register", add_register},   {"version", add_version}};

/// The command that the first argument names, else all of them: the options of all take a millisecond to make.
void add_commands(CLI::App& app, std::string_view first, int& status) {
    const auto named = std::find_if(std::begin(commands), std::end(commands), [first](const Command& one) { return one.name == first; });
    if (named != std::end(commands)) return named->add(app, status);
    for (const Command& one : commands) one.add(app, status);
}

}  // namespace

int main(int argc, char** argv) {
    use_large_pages();
    CLI::App app{"kaoping 考评: evaluates the quality of law-enforcement case files by rules", "kaoping"};
    app.require_subcommand(1);
    app.footer("kaoping COMMAND --help says more, with examples.");
    int status = nothing_found;
    add_commands(app, argc > 1 ? argv[1] : "", status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? nothing_found : usage_error;
    } catch (const std::exception& error) {
        print_error(error.what());
        return usage_error;
    }
    return status;
}
