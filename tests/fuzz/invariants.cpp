// See invariants.hpp.

#include "invariants.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "dsl/diagnostic/render.hpp"

namespace fuzz_test {

using namespace kaoping;

namespace {

void check_span(const dsl::SourceMap& sources, dsl::Span span, const std::string& code) {
    if (!span.valid()) return;
    demand(static_cast<std::size_t>(span.file) < sources.size(), code + " points to no file");
    const std::string_view text = sources.file(span.file).text();
    demand(span.begin <= span.end && span.end <= text.size(), fmt::format("{} points to {}-{} of a text of {} bytes", code, span.begin, span.end, text.size()));
    const dsl::Place place = sources.file(span.file).place(span.begin);
    demand(place.line >= 1 && place.column >= 1 && place.line <= sources.file(span.file).line_count(), code + " has no line");
}

}  // namespace

void check_diagnostics(const dsl::SourceMap& sources, const dsl::Diagnostics& diagnostics) {
    for (const dsl::Diagnostic& one : diagnostics) {
        demand(one.code.size() == 5 && one.code[0] == 'K' && !one.message.empty(), "a diagnostic has a code and a message");
        check_span(sources, one.span, one.code);
        for (const dsl::Label& label : one.labels) check_span(sources, label.span, one.code + " (label)");
    }
    const std::string text = dsl::render_text(sources, diagnostics, true);
    demand(text.empty() == diagnostics.empty(), "the rendered text names the mistakes");
    for (const dsl::Diagnostic& one : diagnostics) demand(text.find(one.code) != std::string::npos, one.code + " is not in the rendered text");

    const simdjson::padded_string json(dsl::render_json(sources, diagnostics));
    simdjson::dom::parser parser;
    simdjson::dom::array array;
    demand(parser.parse(json).get(array) == simdjson::SUCCESS, "the rendered JSON is JSON");
    demand(array.size() == std::min<std::size_t>(diagnostics.size(), 0xFFFFFF), "the rendered JSON has all mistakes");

    const std::string commands = dsl::render_github(sources, diagnostics);
    demand(static_cast<std::size_t>(std::count(commands.begin(), commands.end(), '\n')) == diagnostics.size(), "a workflow command is one line");
    demand(commands.find('\r') == std::string::npos, "a workflow command has no carriage return");
}

}  // namespace fuzz_test
