// See pages.hpp.

#include "pages.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <sstream>

#include "dsl/syntax/vocabulary.hpp"
#include "tests/support/project_file.hpp"

namespace reference_test {

using namespace kaoping::dsl;

namespace {

std::string first_word(const std::string& line) {
    std::size_t end = 0;
    while (end < line.size() && (std::isalpha(static_cast<unsigned char>(line[end])) != 0)) ++end;
    return line.substr(0, end);
}

/// The word that opens a snippet, comments left out.
std::string opening_word(const std::string& snippet) {
    std::istringstream lines(snippet);
    std::string line;
    while (std::getline(lines, line))
        if (!line.empty() && line.front() != '#') return first_word(line);
    return {};
}

/// A clause with the lines that belong to it, and its place in the order of the vocabulary (`item` stands beside `basis`).
struct ClauseText {
    std::size_t rank = 0;
    std::string text;
};

std::size_t rank_of(syntax::ClauseKind kind) {
    for (std::size_t i = 0; i < clause_words.size(); ++i)
        if (clause_words[i].second == kind) return kind == syntax::ClauseKind::item ? 0 : i;
    return 0;
}

std::vector<ClauseText> clauses_of(const std::string& snippet) {
    std::vector<ClauseText> out;
    std::istringstream lines(snippet);
    std::string line;
    while (std::getline(lines, line)) {
        const auto kind = clause_word(find_lexeme(first_word(line)));
        if (kind || out.empty()) out.push_back({kind ? rank_of(*kind) : 0, {}});
        out.back().text += "        " + line + "\n";
    }
    return out;
}

void add_if_missing(std::vector<ClauseText>& clauses, syntax::ClauseKind kind, const std::string& text, const std::string& or_word = {}) {
    const std::string word(clause_name(kind));
    for (const ClauseText& one : clauses) {
        const std::string found = first_word(one.text.substr(8));
        if (found == word || (!or_word.empty() && found == or_word)) return;
    }
    const std::size_t rank = rank_of(kind);
    const auto behind = std::find_if(clauses.begin(), clauses.end(), [rank](const ClauseText& one) { return one.rank > rank; });
    clauses.insert(behind, {rank, "        " + text + "\n"});
}

std::string in_rule(const std::string& snippet) {
    std::vector<ClauseText> clauses = clauses_of(snippet);
    add_if_missing(clauses, syntax::ClauseKind::basis, "basis CPL art 85");
    add_if_missing(clauses, syntax::ClauseKind::require, "require closed", "done");
    add_if_missing(clauses, syntax::ClauseKind::severity, "severity fault");
    add_if_missing(clauses, syntax::ClauseKind::deduct, "deduct 1 per case");
    add_if_missing(clauses, syntax::ClauseKind::message, "message \"m\"");
    std::string out = "    rule snippet \"A snippet\" {\n";
    for (const ClauseText& one : clauses) out += one.text;
    return out + "    }\n";
}

bool has_line_of(const std::string& snippet, const std::string& word) { return ("\n" + snippet).find("\n" + word + " ") != std::string::npos; }

}  // namespace

std::vector<Page> reference_pages() {
    std::vector<Page> out;
    for (const auto& entry : std::filesystem::directory_iterator(KAOPING_SOURCE_DIR "/dsl/reference")) {
        const std::string name = entry.path().filename().string();
        std::string text = kaoping_test::read_project_file("dsl/reference/" + name);
        std::vector<kaoping_test::Fence> fences = kaoping_test::fences_of(text);
        out.push_back({name, std::move(text), std::move(fences)});
    }
    std::sort(out.begin(), out.end(), [](const Page& a, const Page& b) { return a.name < b.name; });
    return out;
}

std::vector<std::string> headings_of(const std::string& page) {
    std::vector<std::string> out;
    std::istringstream lines(page);
    std::string line;
    bool fenced = false;
    while (std::getline(lines, line)) {
        if (line.rfind("```", 0) == 0) fenced = !fenced;
        const std::size_t text = line.find_first_not_of('#');
        if (!fenced && text != 0 && text != std::string::npos && line[text] == ' ') out.push_back(line.substr(text + 1));
    }
    return out;
}

std::string whole_rules(const std::string& snippet) {
    const std::string word = opening_word(snippet);
    if (is_declaration_word(find_lexeme(word))) return snippet;
    return "standard handling \"Handling the case\" points 10 {\n" + (word == "rule" ? snippet : in_rule(snippet)) + "}\n";
}

std::string whole_schema(const std::string& snippet) {
    const std::string head = has_line_of(snippet, "schema") ? "" : "schema casefile\n", content = has_line_of(snippet, "case") ? "" : "case {\n    id text key\n}\n";
    return head + snippet + content;
}

}  // namespace reference_test
