// Reading conformance files: see conformance_file.hpp.

#include "tests/conformance/conformance_file.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "dsl/registry/yaml_document.hpp"
#include "dsl/source/text_file.hpp"

namespace kaoping::test {

namespace {

using dsl::yaml::View;

std::string text_of(View v) { return v && v.is_scalar() ? v.text() : std::string(); }

/// A node as YAML in one line: plain scalars stay plain, so that they mean what they meant.
std::string flow(View v) {
    if (v.is_null()) return "~";
    if (v.is_scalar()) {
        if (v.node().plain) return v.text();
        std::string out = "\"";
        for (const char c : v.text()) {
            if (c == '"' || c == '\\') out += '\\';
            if (c == '\n') out += "\\n";
            else if (c == '\t') out += "\\t";
            else out += c;
        }
        return out + "\"";
    }
    std::string out;
    for (std::size_t i = 0; i < v.size(); ++i) {
        out += i == 0 ? "" : ", ";
        if (v.is_mapping()) out += flow(v.key(i)) + ": " + flow(v.value(i));
        else out += flow(v.at(i));
    }
    return v.is_mapping() ? "{" + out + "}" : "[" + out + "]";
}

std::vector<std::string> list_of(View v) {
    std::vector<std::string> out;
    for (std::size_t i = 0; v && i < v.size(); ++i) out.push_back(text_of(v.at(i)));
    return out;
}

bool says(const std::string& rule, std::string_view word) {
    std::size_t at = 0;
    while ((at = rule.find(word, at)) != std::string::npos) {
        const std::size_t line = rule.rfind('\n', at) == std::string::npos ? 0 : rule.rfind('\n', at) + 1;
        if (rule.find_first_not_of(" ", line) == at) return true;
        at += word.size();
    }
    return false;
}

/// The clauses that every rule must have, where the case does not say them; each at its place in the fixed order.
std::string whole_rule(const std::string& clauses) {
    std::string tail;
    if (!says(clauses, "severity ")) tail += "severity flaw\n";
    std::string out = says(clauses, "basis ") ? "" : "basis HC art 1\n";
    const std::size_t deduct = clauses.find("deduct ");
    if (deduct == std::string::npos || !says(clauses, "deduct ")) {
        out += clauses + "\n" + tail + "deduct 1 per case\n";
    } else {
        out += clauses.substr(0, deduct) + tail + clauses.substr(deduct) + "\n";
    }
    if (!says(clauses, "message ")) out += "message \"m\"\n";
    if (!says(clauses, "remedy ")) out += "remedy \"r\"\n";
    return out;
}

std::string rules_text(View c, const std::string& defines) {
    if (const View rules = c.find("rules")) return defines + rules.text();
    std::string clauses;
    if (const View each = c.find("for_each")) clauses += "for each " + each.text() + "\n";
    clauses += c.find("rule") ? c.find("rule").text() : "require " + text_of(c.find("require"));
    return defines + "standard s \"s\" points 10 {\nrule t \"t\" {\n" + whole_rule(clauses) + "}\n}\n";
}

void read_expectations(View c, ConformanceCase& out) {
    if (const View expect = c.find("expect"); expect && expect.is_mapping())
        for (std::size_t i = 0; i < expect.size(); ++i) out.expect[expect.key(i).text()] = expect.value(i).text();
    else if (expect) out.expect["*"] = expect.text();
    out.possible = list_of(c.find("possible"));
    out.missing = list_of(c.find("missing"));
    out.missing_given = static_cast<bool>(c.find("missing"));
    if (const View overdue = c.find("overdue")) out.overdue = overdue.text();
    const View score = c.find("score");
    if (!score) return;
    out.score.given = true;
    const View of_case = score.find("case");
    out.score.none = !of_case || of_case.is_null();
    if (!out.score.none) {
        out.score.low = of_case.at(0).text();
        out.score.high = of_case.at(1).text();
    }
    const View standards = score.find("standards");
    for (std::size_t i = 0; standards && i < standards.size(); ++i)
        out.score.standards[standards.key(i).text()] = {standards.value(i).at(0).text(), standards.value(i).at(1).text()};
}

}  // namespace

ConformanceFile read_conformance_file(const std::string& path) {
    const auto text = dsl::read_text_file(path);
    if (!text) throw std::runtime_error(path + ": " + text.error());
    const dsl::yaml::Document document = dsl::yaml::read(*text, -1);
    if (!document.problems.empty()) throw std::runtime_error(fmt::format("{}: {}", path, document.problems[0].message));
    const View root = document.view();
    ConformanceFile out;
    out.title = text_of(root.find("title"));
    out.schema = text_of(root.find("schema"));
    const View calendar = root.find("calendar"), counting = root.find("counting");
    out.pack = "id: t\ntitle: Conformance\nlanguage: 1\nschema: t.schema\nsources: sources.yaml\n";
    if (calendar) out.pack += "calendars: {CN: calendar.yaml}\n";
    if (counting) out.pack += "counting: " + flow(counting) + "\n";
    if (const View applies = root.find("applies when")) out.pack += "applies when: \"" + text_of(applies) + "\"\n";
    if (calendar) out.calendar = "years: " + flow(calendar) + "\n";
    out.sources = "HC: {title_en: Highway Code, title_zh: 公路法, verified: true}\n";
    const std::string defines = text_of(root.find("define"));
    const View tables = root.find("tables");
    for (std::size_t i = 0; tables && i < tables.size(); ++i) out.tables.emplace_back(tables.key(i).text(), tables.value(i).text());
    const View cases = root.find("cases");
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const View c = cases.at(i);
        ConformanceCase one;
        one.name = text_of(c.find("name"));
        one.line = static_cast<int>(c.node().line);
        one.whole_rules = static_cast<bool>(c.find("rules"));
        one.rules = rules_text(c, defines);
        one.case_text = flow(c.find("case"));
        one.as_of = c.find("as_of") ? c.find("as_of").text() : "2026-12-31";
        one.scheme = text_of(c.find("scheme"));
        read_expectations(c, one);
        out.cases.push_back(std::move(one));
    }
    return out;
}

}  // namespace kaoping::test
