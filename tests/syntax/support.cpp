// See support.hpp.

#include "support.hpp"

#include <algorithm>

namespace syntax_test {

using namespace kaoping::dsl;

namespace {

Diagnostics in_order(Diagnostics all) {
    std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
    return all;
}

}  // namespace

std::vector<std::string> Parsed::mistakes() const {
    std::vector<std::string> out;
    for (const Diagnostic& one : in_order(diagnostics)) {
        const Place place = sources.file(id).place(one.span.begin);
        out.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + " " + one.code);
    }
    return out;
}

std::vector<std::string> Parsed::codes() const {
    std::vector<std::string> out;
    for (const Diagnostic& one : in_order(diagnostics)) out.push_back(one.code);
    return out;
}

std::string tree_of(const std::string& expression) {
    SourceMap sources;
    const FileId id = sources.add("expression", expression);
    Diagnostics diagnostics;
    syntax::Arena arena;
    const syntax::Expr tree = parse_expression(sources, {id, 0, static_cast<std::uint32_t>(expression.size())}, arena, diagnostics);
    if (diagnostics.empty()) return print_expression(tree);
    std::string out;
    for (const Diagnostic& one : diagnostics) out += (out.empty() ? "" : " ") + one.code;
    return out;
}

std::string rule_text(const std::string& clauses) { return "standard s \"S\" points 10 {\n    rule r \"R\" {\n" + clauses + "\n    }\n}\n"; }

std::string repeat(const std::string& piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

}  // namespace syntax_test
