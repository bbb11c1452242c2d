// kaoping year-end: combines the results of a year's evaluations into one score of each unit.

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/packs.hpp"
#include "cli/terminal.hpp"
#include "cli/year_end_register.hpp"
#include "dsl/diagnostic/render.hpp"
#include "dsl/registry/scalar_text.hpp"
#include "dsl/source/text_file.hpp"
#include "engine/report/scores_reader.hpp"
#include "engine/report/year_end.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* year_end_help = R"(FOLDER is what `kaoping evaluate --out FOLDER` wrote: its scores.json is read. KIND is a kind of evaluation
that the scheme combines. Several results of one kind are averaged; KIND:WEIGHT=FOLDER weighs them.

With --register the closed campaigns of a register are combined too, each as the kind it was opened with, by the
scores with bonus and indicators that it was closed with: all of a year (--year), or those that are named
(--campaign ID or ID:WEIGHT). A veto that is in force there counts as confirmed.

Examples:
  kaoping year-end --scheme rules/schemes/year-end.yaml --result quarterly=out/q1 \
      --result quarterly=out/q2 --result special=out/custody --result year_end=out/sample
  kaoping year-end --scheme rules/schemes/year-end.yaml --result quarterly=out/q3 \
      --result quarterly:2=out/q4 --bonus 东河派出所=2.5 --confirmed-veto 西山派出所 --format csv
  kaoping year-end --scheme rules/schemes/year-end.yaml --register office.register --year 2026

Exit codes: 0 combined, 2 usage error or a mistake in the scheme, 3 a result could not be read.)";

constexpr std::size_t max_result_bytes = std::size_t{1} << 30;

struct YearEndOptions {
    std::string scheme;
    std::vector<std::string> results, bonus, confirmed;
    std::string format = "text";
    RegisterResults closed;
};

std::optional<engine::Combination> load_combination(const std::string& path) {
    auto text = dsl::read_text_file(path);
    if (!text) {
        print_error(fmt::format("cannot read the scheme `{}`: {}", path, text.error()));
        return std::nullopt;
    }
    dsl::SourceMap sources;
    dsl::Diagnostics mistakes;
    engine::Combination out = engine::read_combination(sources, sources.add(path, std::move(*text)), mistakes);
    if (mistakes.empty()) return out;
    std::fputs(dsl::render_text(sources, mistakes, colour_err()).c_str(), stderr);
    return std::nullopt;
}

/// NAME=AMOUNT or NAME alone; prints what is wrong with it.
struct Assignment {
    std::string name, value;
};
std::optional<Assignment> assignment(const std::string& option, const std::string& text, const char* form) {
    const std::size_t equals = text.find('=');
    if (equals != std::string::npos && equals > 0 && equals + 1 < text.size()) return Assignment{text.substr(0, equals), text.substr(equals + 1)};
    print_error(fmt::format("{} {}: write {}", option, text, form));
    return std::nullopt;
}

std::optional<std::int64_t> amount(const std::string& option, const std::string& text) {
    const auto number = dsl::parse_decimal(text);
    if (number && *number > 0 && *number <= 1'000'000'000'000) return number;
    print_error(fmt::format("{}: `{}` is no number above 0", option, text));
    return std::nullopt;
}

bool knows_kind(const engine::Combination& scheme, const std::string& what, const std::string& kind) {
    if (scheme.kind(kind) >= 0) return true;
    std::string kinds;
    for (const engine::EvaluationKind& one : scheme.kinds) kinds += (kinds.empty() ? "" : ", ") + one.name;
    print_error(fmt::format("{}: the scheme combines no kind `{}` but {}", what, kind, kinds));
    return false;
}

/// KIND=FOLDER or KIND:WEIGHT=FOLDER, not read yet.
std::optional<engine::EvaluationResult> result_option(const engine::Combination& scheme, const std::string& text) {
    const auto given = assignment("--result", text, "KIND=FOLDER, like quarterly=out/q1");
    if (!given) return std::nullopt;
    engine::EvaluationResult out;
    const std::size_t colon = given->name.find(':');
    out.kind = given->name.substr(0, colon);
    out.name = given->value;
    if (colon != std::string::npos) {
        const auto weight = amount("--result " + text, given->name.substr(colon + 1));
        if (!weight) return std::nullopt;
        out.weight = *weight;
    }
    if (!knows_kind(scheme, "--result " + text, out.kind)) return std::nullopt;
    return out;
}

bool read_result(engine::EvaluationResult& result) {
    const std::string path = result.name + "/scores.json";
    const auto text = dsl::read_text_file(path, max_result_bytes);
    if (!text) {
        print_error(fmt::format("cannot read `{}`: {}", path, text.error()));
        return false;
    }
    auto units = engine::read_unit_scores(*text);
    if (units) result.units = std::move(*units);
    else print_error(fmt::format("cannot read `{}`: {}", path, units.error()));
    return units.has_value();
}

bool read_decisions(const YearEndOptions& options, engine::UnitDecisions& out) {
    for (const std::string& text : options.bonus) {
        const auto given = assignment("--bonus", text, "UNIT=POINTS, like 东河派出所=2.5");
        const auto points = given ? amount("--bonus " + text, given->value) : std::nullopt;
        if (!points) return false;
        out.bonus[given->name] += *points;
    }
    out.confirmed_vetoes.insert(options.confirmed.begin(), options.confirmed.end());
    return true;
}

/// A decision about a unit that no result has is most likely a slip of the pen.
bool decisions_fit(const engine::YearEnd& year) {
    const auto known = [&](const std::string& unit) {
        for (const engine::YearScore& one : year.units)
            if (one.unit == unit) return true;
        print_error(fmt::format("no result has the unit `{}`", unit));
        return false;
    };
    for (const auto& [unit, points] : year.decisions.bonus)
        if (!known(unit)) return false;
    for (const std::string& unit : year.decisions.confirmed_vetoes)
        if (!known(unit)) return false;
    return true;
}

/// The closed campaigns of the register, and the vetoes that are in force there.
bool add_closed_campaigns(const YearEndOptions& options, engine::YearEnd& year) {
    if (options.closed.file.empty()) return true;
    for (const std::string& text : options.closed.campaigns) {  // ID:WEIGHT
        const std::size_t colon = text.rfind(':');
        if (colon != std::string::npos && !amount("--campaign " + text, text.substr(colon + 1))) return false;
    }
    for (engine::EvaluationResult& result : closed_results(options.closed, year.decisions)) {
        if (!knows_kind(year.scheme, "campaign " + result.name, result.kind)) return false;
        year.results.push_back(std::move(result));
    }
    return true;
}

int year_end(const YearEndOptions& options) {
    if (options.results.empty() && options.closed.file.empty()) {
        print_error("nothing to combine: name results by --result, or a register by --register with --year or --campaign");
        return usage_error;
    }
    auto scheme = load_combination(options.scheme);
    if (!scheme) return usage_error;
    engine::YearEnd year;
    year.scheme = std::move(*scheme);
    if (!read_decisions(options, year.decisions)) return usage_error;
    for (const std::string& text : options.results) {
        auto result = result_option(year.scheme, text);
        if (!result) return usage_error;
        year.results.push_back(std::move(*result));
    }
    for (engine::EvaluationResult& result : year.results)
        if (!read_result(result)) return not_all_read;
    if (!add_closed_campaigns(options, year)) return usage_error;
    year.units = engine::combine(year.scheme, year.results, year.decisions);
    if (!decisions_fit(year)) return usage_error;
    const std::string out = options.format == "json" ? engine::year_end_json(year)
                            : options.format == "csv" ? engine::year_end_csv(year)
                                                      : engine::year_end_text(year, colour_out());
    std::fputs(out.c_str(), stdout);
    return nothing_found;
}

}  // namespace

void add_year_end(CLI::App& app, int& status) {
    auto options = std::make_shared<YearEndOptions>();
    CLI::App* command = app.add_subcommand("year-end", "Combine a year's evaluations into one score of each unit");
    command->add_option("--scheme", options->scheme, "A scheme with `combine`: kinds of evaluation and their weights")->required();
    command->add_option("--result", options->results, "KIND=FOLDER or KIND:WEIGHT=FOLDER; may be repeated")->allow_extra_args(false);
    add_register_results(*command, options->closed);
    command->add_option("--bonus", options->bonus, "UNIT=POINTS granted; may be repeated")->allow_extra_args(false);
    command->add_option("--confirmed-veto", options->confirmed, "A unit whose veto a person has confirmed; may be repeated")->allow_extra_args(false);
    command->add_option("--format", options->format, "Form of the output")->check(CLI::IsMember({"text", "json", "csv"}));
    command->footer(year_end_help);
    command->callback([options, &status] { status = year_end(*options); });
}

}  // namespace kaoping::cli
