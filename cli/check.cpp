// kaoping check: finds the mistakes in rule packs, or shows a pack in one of its forms.

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/packs.hpp"
#include "cli/terminal.hpp"
#include "dsl/diagnostic/render.hpp"
#include "dsl/load.hpp"
#include "dsl/syntax/parser.hpp"
#include "dsl/syntax/printer.hpp"
#include "dsl/typed/printer.hpp"
#include "engine/graph/printer.hpp"
#include "engine/plan/lower.hpp"
#include "engine/plan/plan.hpp"
#include "engine/plan/printer.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* check_help = R"(Examples:
  kaoping check rules/criminal
  kaoping check rules --format github
  kaoping check rules/criminal --emit graph

Exit codes: 0 no mistakes (there may be warnings), 2 mistakes.)";

struct CheckOptions {
    std::vector<std::string> packs;
    std::string format = "text", emit;
};

/// The rule and schema files among what was read, in order.
std::vector<dsl::FileId> rule_texts(const dsl::SourceMap& sources) {
    std::vector<dsl::FileId> out;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const std::string& name = sources.file(static_cast<dsl::FileId>(i)).name();
        if (name.ends_with(".rules") || name.ends_with(".schema")) out.push_back(static_cast<dsl::FileId>(i));
    }
    return out;
}

void emit_texts(const dsl::SourceMap& sources, const std::string& form) {
    for (const dsl::FileId file : rule_texts(sources)) {
        fmt::print("# {}\n", sources.file(file).name());
        dsl::Diagnostics ignored;  // load_packs has reported them
        if (form == "tokens") std::fputs(dsl::print_tokens(sources, file).c_str(), stdout);
        else std::fputs(dsl::print_tree(dsl::parse_file(sources, file, ignored)).c_str(), stdout);
    }
}

std::string counted(std::size_t number, const char* what) { return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s"); }

void report(const dsl::LoadResult& loaded, const std::string& format) {
    if (format == "json") {
        std::fputs(dsl::render_json(loaded.sources, loaded.diagnostics).c_str(), stdout);
    } else if (format == "github") {
        std::fputs(dsl::render_github(loaded.sources, loaded.diagnostics).c_str(), stdout);
    } else {
        std::fputs(dsl::render_text(loaded.sources, loaded.diagnostics, colour_err()).c_str(), stderr);
        if (loaded.ok())
            fmt::print("{}, {}, {}: no mistakes\n", counted(loaded.program.packs.size(), "pack"), counted(loaded.program.standards.size(), "standard"),
                       counted(loaded.program.rules.size(), "rule"));
    }
}

/// Forms behind the checker exist only of packs without mistakes.
void emit_checked(const dsl::Program& program, const std::string& form) {
    if (form == "typed") std::fputs(dsl::print_program(program).c_str(), stdout);
    if (form == "graph") std::fputs(engine::print_graph(program, engine::lower(program).graph).c_str(), stdout);
    if (form == "plan") std::fputs(engine::print_plan(program, engine::make_plan(program)).c_str(), stdout);
}

int check(const CheckOptions& options) {
    const dsl::LoadResult loaded = dsl::load_packs(options.packs);
    if (options.emit == "tokens" || options.emit == "tree") emit_texts(loaded.sources, options.emit);
    else if (options.emit.empty() || !loaded.ok()) report(loaded, options.format);
    else emit_checked(loaded.program, options.emit);
    return loaded.ok() ? nothing_found : usage_error;
}

}  // namespace

void add_check(CLI::App& app, int& status) {
    auto options = std::make_shared<CheckOptions>();
    CLI::App* command = app.add_subcommand("check", "Check rule packs for mistakes");
    command->add_option("PACK", options->packs, "A folder with pack.yaml, or one that contains such folders")->required();
    command->add_option("--format", options->format, "How mistakes are shown")->check(CLI::IsMember({"text", "json", "github"}));
    command->add_option("--emit", options->emit, "Show a form of the pack instead")
        ->check(CLI::IsMember({"tokens", "tree", "typed", "graph", "plan"}));
    command->footer(check_help);
    command->callback([options, &status] { status = check(*options); });
}

}  // namespace kaoping::cli
