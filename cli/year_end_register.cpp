// Closed campaigns for the year: see year_end_register.hpp.

#include "cli/year_end_register.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "dsl/registry/scalar_text.hpp"
#include "engine/campaign/end/close.hpp"

namespace kaoping::cli {

namespace {

engine::EvaluationResult result_of(const campaign::ClosedCampaign& closed, std::int64_t weight, engine::UnitDecisions& decisions) {
    engine::EvaluationResult out{closed.kind, closed.id, weight, {}};
    for (const campaign::ClosedUnit& unit : closed.units) {
        engine::GroupResult group;
        group.cases = static_cast<std::uint64_t>(unit.drawn);
        group.scored = static_cast<std::uint64_t>(unit.scored);
        group.vetoes = static_cast<std::uint64_t>(unit.vetoes);
        group.score = unit.score;
        if (unit.vetoes > 0) decisions.confirmed_vetoes.insert(unit.unit);
        out.units[unit.unit].push_back(group);
    }
    return out;
}

}  // namespace

void add_register_results(CLI::App& command, RegisterResults& options) {
    CLI::Option* file = command.add_option("--register", options.file, "A register: its closed campaigns are combined")->type_name("FILE");
    command.add_option("--campaign", options.campaigns, "ID or ID:WEIGHT of a closed campaign; may be repeated")->needs(file)->allow_extra_args(false);
    command.add_option("--year", options.year, "All closed campaigns whose period ends in this year")->needs(file)->check(CLI::Range(1900, 9999));
}

std::vector<engine::EvaluationResult> closed_results(const RegisterResults& options, engine::UnitDecisions& decisions) {
    campaign::Register file(options.file, campaign::Register::Open::existing);
    std::vector<std::string> names = options.campaigns;
    if (options.year != 0)
        for (std::string& id : campaign::closed_in_year(file, options.year)) names.push_back(std::move(id));
    if (names.empty())
        throw campaign::RegisterError(options.year != 0 ? fmt::format("{}: no closed campaign ends in {}; `kaoping campaign close` closes one", options.file, options.year)
                                                        : fmt::format("{}: say which campaigns, by --year or --campaign", options.file));
    std::vector<engine::EvaluationResult> out;
    for (const std::string& name : names) {
        const std::size_t colon = name.rfind(':');
        const std::int64_t weight = colon == std::string::npos ? 1'000'000 : dsl::parse_decimal(name.substr(colon + 1)).value_or(0);
        out.push_back(result_of(campaign::closed_campaign(file, campaign::find_campaign(file, name.substr(0, colon))), weight, decisions));
    }
    return out;
}

}  // namespace kaoping::cli
