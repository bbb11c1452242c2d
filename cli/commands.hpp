#pragma once
// The commands: each adds its subcommand with options and help, and sets the exit code when it has run.

namespace CLI {
class App;
}

namespace kaoping::cli {

/// Exit codes, the same for every command. Of several the highest counts.
enum ExitCode {
    nothing_found = 0,
    defects_found = 1,   ///< defects (as --fail-on says), failed verdicts, failed examples
    usage_error = 2,     ///< wrong arguments, a mistake in a rule file or scheme
    not_all_read = 3,    ///< some input could not be read
};

void add_check(CLI::App& app, int& status);
void add_test(CLI::App& app, int& status);
void add_evaluate(CLI::App& app, int& status);
void add_explain(CLI::App& app, int& status);
void add_graph(CLI::App& app, int& status);
void add_schema(CLI::App& app, int& status);
void add_year_end(CLI::App& app, int& status);
void add_campaign(CLI::App& app, int& status);
void add_register(CLI::App& app, int& status);
void add_version(CLI::App& app, int& status);

}  // namespace kaoping::cli
