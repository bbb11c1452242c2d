// kaoping campaign official: registers the people who review and decide.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "engine/campaign/review/official.hpp"
#include "engine/report/text_table.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_official_help = R"(Roles: unit_legal, the legal officer of a unit (法制员), reviews the cases of the own unit; legal_department (法制部门)
reviews those of all units, confirms vetoes, decides on objections and grants waivers; leader decides and grants, but does
not review. The number is the one by which case files name officers: so the register sees who is named in a case file
and does not let this person review it. Registering someone again changes the role from now on. Without PERSON:
everyone who is registered.

Examples:
  kaoping campaign official 110901 --register office.register --name "Zhou Min" --role unit_legal --unit 城北派出所 --by "Li Wen"
  kaoping campaign official 110010 --register office.register --name "Wu Jun" --role legal_department --by "Li Wen"
  kaoping campaign official --register office.register

Exit codes: 0 registered or shown, 2 usage error or there is no such register.)";

struct OfficialOptions {
    std::string file;
    campaign::Official official;
    campaign::Who who;
};

int show(campaign::Register& file) {
    std::vector<std::vector<std::string>> rows;
    for (const campaign::Official& one : campaign::officials(file)) rows.push_back({one.id, one.name, one.role, one.unit});
    fmt::print("{}", rows.empty() ? "no official is registered yet\n" : engine::text_table({{"number"}, {"name"}, {"role"}, {"unit"}}, rows));
    return nothing_found;
}

int register_or_show(const OfficialOptions& options) {
    campaign::Register file(options.file, campaign::Register::Open::existing);
    if (options.official.id.empty()) return show(file);
    campaign::register_official(file, options.official, options.who);
    fmt::print("{} ({}) registered as {}{}\n", options.official.name, options.official.id, options.official.role,
               options.official.unit.empty() ? "" : " of " + options.official.unit);
    return nothing_found;
}

}  // namespace

void add_campaign_official(CLI::App& group, int& status) {
    auto options = std::make_shared<OfficialOptions>();
    CLI::App* command = group.add_subcommand("official", "Register who reviews and decides");
    CLI::Option* person = command->add_option("PERSON", options->official.id, "Number of the person, as case files name officers");
    add_register_option(*command, options->file);
    CLI::Option* name = command->add_option("--name", options->official.name, "Name of the person")->needs(person);
    CLI::Option* role = command->add_option("--role", options->official.role, "unit_legal, legal_department or leader")
                            ->check(CLI::IsMember({"unit_legal", "legal_department", "leader"}))->needs(person);
    command->add_option("--unit", options->official.unit, "Unit of a unit legal officer, or of a leader who leads one unit")->needs(person);
    CLI::Option* by = command->add_option("--by", options->who.actor, "Who decides this: name or number of the person")->type_name("PERSON")->needs(person);
    command->add_option("--why", options->who.why, "The reason, for the record");
    for (CLI::Option* needed : {name, role, by}) person->needs(needed);
    command->footer(campaign_official_help);
    command->callback([options, &status] { status = register_or_show(*options); });
}

}  // namespace kaoping::cli
