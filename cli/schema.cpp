// kaoping schema: the shape of a case file, for those who deliver them.

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/packs.hpp"
#include "engine/report/schema_document.hpp"

namespace kaoping::cli {

namespace {

struct SchemaOptions {
    std::vector<std::string> packs;
    std::string format = "markdown";
};

int schema(const SchemaOptions& options) {
    const auto loaded = load_for_command(options.packs, {}, "");
    if (!loaded) return usage_error;
    const dsl::Schema& of = loaded->packs.program.schema;
    std::fputs((options.format == "markdown" ? engine::schema_markdown(of) : engine::schema_json(of)).c_str(), stdout);
    return nothing_found;
}

}  // namespace

void add_schema(CLI::App& app, int& status) {
    auto options = std::make_shared<SchemaOptions>();
    CLI::App* command = app.add_subcommand("schema", "Show the shape of a case file");
    command->add_option("PACK", options->packs, "A folder with pack.yaml, or one that contains such folders")->required();
    command->add_option("--format", options->format, "Form of the document")->check(CLI::IsMember({"json-schema", "markdown"}));
    command->footer("Examples:\n  kaoping schema rules/criminal > casefile.md\n  kaoping schema rules/criminal --format json-schema > casefile.schema.json");
    command->callback([options, &status] { status = schema(*options); });
}

}  // namespace kaoping::cli
