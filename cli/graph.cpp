// kaoping graph: draws the check graph of rule packs.

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/packs.hpp"
#include "engine/graph/printer.hpp"
#include "engine/plan/lower.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* graph_help = R"(Examples:
  kaoping graph rules/criminal --rule family_notice --format svg > family_notice.svg
  kaoping graph rules --stats)";

struct GraphOptions {
    std::vector<std::string> packs;
    std::string rule, format = "dot";
    bool stats = false;
};

/// Graphviz draws; it is asked through a pipe, and its picture goes where ours would.
int draw(const std::string& dot) {
    std::fflush(stdout);
    FILE* pipe = popen("dot -Tsvg", "w");
    if (pipe == nullptr) throw std::runtime_error(fmt::format("cannot start Graphviz: {}", std::strerror(errno)));
    const bool written = std::fwrite(dot.data(), 1, dot.size(), pipe) == dot.size();
    if (pclose(pipe) == 0 && written) return nothing_found;
    print_error("--format svg needs Graphviz: install the package graphviz, or draw the output of --format dot elsewhere");
    return usage_error;
}

int graph(const GraphOptions& options) {
    const auto loaded = load_for_command(options.packs, {}, "");
    if (!loaded) return usage_error;
    const dsl::Program& program = loaded->packs.program;
    const engine::LoweredProgram lowered = engine::lower(program);
    std::vector<engine::VertexId> wanted;
    for (std::size_t r = 0; r < program.rules.size(); ++r) {
        if (program.rules[r].full_id.find(options.rule) == std::string::npos) continue;
        wanted.push_back(lowered.rules[r].verdict);
        wanted.push_back(lowered.rules[r].deduction);
    }
    if (wanted.empty()) {
        print_error(fmt::format("the packs have no rule `{}`", options.rule));
        return usage_error;
    }
    if (options.rule.empty()) wanted.push_back(lowered.score);
    const std::vector<engine::VertexId> shown = engine::needed_by(lowered.graph, wanted);
    if (options.stats) std::fputs(engine::graph_stats(program, lowered.graph, shown).c_str(), stdout);
    else if (options.format == "mermaid") std::fputs(engine::graph_mermaid(program, lowered.graph, shown).c_str(), stdout);
    else if (options.format == "dot") std::fputs(engine::graph_dot(program, lowered.graph, shown).c_str(), stdout);
    else return draw(engine::graph_dot(program, lowered.graph, shown));
    return nothing_found;
}

}  // namespace

void add_graph(CLI::App& app, int& status) {
    auto options = std::make_shared<GraphOptions>();
    CLI::App* command = app.add_subcommand("graph", "Draw the check graph of rule packs");
    command->add_option("PACK", options->packs, "A folder with pack.yaml, or one that contains such folders")->required();
    command->add_option("--rule", options->rule, "Only what rules whose id contains this need");
    command->add_option("--format", options->format, "Form of the drawing (svg needs Graphviz)")->check(CLI::IsMember({"dot", "svg", "mermaid"}));
    command->add_flag("--stats", options->stats, "Counts instead of a drawing");
    command->footer(graph_help);
    command->callback([options, &status] { status = graph(*options); });
}

}  // namespace kaoping::cli
