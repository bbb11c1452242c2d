// YAML documents and the YAML and CSV files of a pack.

#include <fmt/format.h>

#include "dsl/registry/calendar_file.hpp"
#include "dsl/registry/catalogue.hpp"
#include "dsl/registry/csv.hpp"
#include "dsl/registry/pack_file.hpp"
#include "dsl/registry/sources.hpp"
#include "dsl/registry/table_file.hpp"
#include "dsl/registry/yaml_document.hpp"
#include "fuzzers.hpp"
#include "invariants.hpp"

namespace fuzz_test {

using namespace kaoping;
using namespace kaoping::dsl;

namespace {

/// A text with its mistakes, which must be in order whatever was read.
struct Registered {
    SourceMap sources;
    Diagnostics diagnostics;
    FileId file;

    explicit Registered(std::string_view text) : file(sources.add("file", std::string(text))) {}
    void check() const { check_diagnostics(sources, diagnostics); }
    /// A text that a later pass parses at its span must stand there.
    void check(const LocatedText& one) const {
        if (one.empty() || !one.span.valid()) return;
        demand(one.span.end <= sources.file(one.span.file).text().size(), "a text lies inside its file");
    }
};

void check_document(std::string_view text, const yaml::Limits& limits) {
    const yaml::Document document = yaml::read(text, 0, limits);
    demand(document.nodes.size() <= limits.nodes + 1, "no more nodes than the limit");
    for (const yaml::Problem& problem : document.problems) {
        demand(problem.span.begin <= problem.span.end && problem.span.end <= text.size(), "a YAML mistake lies inside the text");
        demand(!problem.message.empty(), "a YAML mistake has a message");
    }
    if (!document.readable() || document.empty()) return;
    demand(document.root < document.nodes.size(), "the root is a node");
    for (const yaml::Node& node : document.nodes) {
        demand(node.span.begin <= node.span.end && node.span.end <= text.size(), fmt::format("a node lies inside the text: {}-{} of {}", node.span.begin, node.span.end, text.size()));
        demand(node.kind != yaml::NodeKind::mapping || node.items.size() % 2 == 0, "a key has a value");
        for (const std::uint32_t item : node.items) demand(item < document.nodes.size(), "an item is a node");
        demand(node.weight <= limits.nodes, "aliases count as what they stand for");
    }
}

}  // namespace

int fuzz_yaml_document(std::string_view text) {
    check_document(text, {});
    check_document(text, {1U << 20, 5, 30});
    return 0;
}

int fuzz_pack_file(std::string_view text) {
    Registered on(text);
    const PackFile pack = read_pack_file(on.sources, on.file, on.diagnostics);
    for (const LocatedText* one : {&pack.id, &pack.schema, &pack.sources, &pack.applies_when}) on.check(*one);
    on.check();
    demand(has_errors(on.diagnostics) || (!pack.id.empty() && !pack.schema.empty()), "a pack without mistakes has id and schema");
    return 0;
}

int fuzz_sources(std::string_view text) {
    Registered on(text);
    const Registry registry = read_sources(on.sources, on.file, on.diagnostics);
    on.check();
    for (const auto& [key, source] : registry.sources) {
        demand(key == source.key && registry.find(key) == &source, "a source is found by its key");
        for (const auto& [article, paragraphs] : source.articles)
            for (const int items : paragraphs) demand(items >= 0, "a paragraph of " + article + " has items or none");
    }
    return 0;
}

int fuzz_calendar(std::string_view text) {
    Registered on(text);
    const CalendarData calendar = read_calendar(on.sources, on.file, "CN", on.diagnostics);
    on.check();
    for (const auto& [year, days] : calendar.years) demand(days.holidays.size() + days.working.size() <= 400 || has_errors(on.diagnostics), fmt::format("{} has no more days than a year", year));
    return 0;
}

int fuzz_catalogue(std::string_view text) {
    Registered on(text);
    const Catalogue catalogue = read_catalogue(on.sources, on.file, "zh-CN", on.diagnostics);
    on.check();
    for (const CatalogueEntry& entry : catalogue.rules)
        for (const LocatedText* one : {&entry.title, &entry.message, &entry.remedy}) {
            on.check(*one);
            demand(one->empty() || on.sources.text(one->span) == one->text, "the span of a text holds exactly the text");
        }
    return 0;
}

int fuzz_table(std::string_view text) {
    Registered on(text);
    const CsvText csv = read_csv(on.sources, on.file, on.diagnostics);
    for (const auto& row : csv.rows) {
        demand(row.size() == csv.header.size(), "a row is as long as the header");
        for (const CsvCell& cell : row) demand(cell.span.begin <= cell.span.end && cell.span.end <= text.size(), "a cell lies inside the file");
    }
    Table table;
    table.keys = {{"article", {Kind::text}}, {"amount", {Kind::number}}};
    table.columns = {{"from", Type{Kind::date}.as_optional()}, {"done", Type{Kind::boolean}.as_optional()}, {"at", Type{Kind::datetime}.as_optional()}};
    read_table(on.sources, on.file, {}, table, on.diagnostics);
    demand(table.key_values.size() == 2 * table.rows && table.cells.size() == 3 * table.rows, "the rows of the table have all their columns");
    on.check();
    return 0;
}

}  // namespace fuzz_test
