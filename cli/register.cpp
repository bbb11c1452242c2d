// kaoping register: the file that keeps campaigns.

#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/packs.hpp"
#include "engine/campaign/register/register_check.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* register_help = R"(Looks at the structure of the file, at its references, and at what every register promises: no event is missing,
each belongs to something, samples and runs agree with their registered numbers and sums.

Example:
  kaoping register check office.register

Exit codes: 0 nothing is wrong, 1 something is, 2 there is no such register.)";

/// The check; a file that is too broken for it is a problem like others.
campaign::RegisterCheck look(const std::string& path) {
    try {
        campaign::Register file(path, campaign::Register::Open::existing);
        return campaign::check_register(file);
    } catch (const campaign::RegisterDamaged& damage) {
        return {0, 0, {damage.what()}};
    }
}

int check(const std::string& path) {
    const campaign::RegisterCheck found = look(path);
    for (const std::string& problem : found.problems) print_error(problem);
    if (!found.problems.empty()) return defects_found;
    fmt::print("{} campaign{}, {} event{}: nothing is wrong\n", found.campaigns, found.campaigns == 1 ? "" : "s", found.events, found.events == 1 ? "" : "s");
    return nothing_found;
}

}  // namespace

void add_register(CLI::App& app, int& status) {
    auto path = std::make_shared<std::string>();
    CLI::App* group = app.add_subcommand("register", "Look after the register of campaigns");
    group->require_subcommand(1);
    CLI::App* command = group->add_subcommand("check", "Check that a register is whole");
    command->add_option("REGISTER", *path, "The register")->required();
    command->footer(register_help);
    command->callback([path, &status] { status = check(*path); });
}

}  // namespace kaoping::cli
