// kaoping: reads the arguments and hands over to one command.

#include <exception>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/memory.hpp"
#include "cli/packs.hpp"

int main(int argc, char** argv) {
    using namespace kaoping::cli;
    use_large_pages();
    CLI::App app{"kaoping 考评: evaluates the quality of law-enforcement case files by rules", "kaoping"};
    app.require_subcommand(1);
    app.footer("kaoping COMMAND --help says more, with examples.");
    int status = nothing_found;
    add_check(app, status);
    add_test(app, status);
    add_evaluate(app, status);
    add_explain(app, status);
    add_graph(app, status);
    add_schema(app, status);
    add_year_end(app, status);
    add_campaign(app, status);
    add_register(app, status);
    add_version(app, status);
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
