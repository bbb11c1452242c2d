// The reader of usual YAML (dsl/registry/yaml_usual.hpp) against yaml-cpp: the same tree, place by place. A comment with a
// tab behind a text changes nothing in it, and makes it unusual: then yaml-cpp reads it.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "dsl/registry/yaml_document.hpp"
#include "dsl/registry/yaml_usual.hpp"

using namespace kaoping::dsl;

namespace {

bool usual(const std::string& text) {
    yaml::Document out;
    return yaml::read_usual(text, 0, 0, {}, out);
}

/// Nothing if both trees are the same (or yaml-cpp reads it anyway), else the first node that differs.
std::string difference(const std::string& text) {
    if (!usual(text)) return "";
    const yaml::Document mine = yaml::read(text, 0), theirs = yaml::read(text + "\n#\t\n", 0);
    if (!mine.problems.empty()) return "";  // refused before it is parsed: no UTF-8
    if (!theirs.problems.empty()) return "problem: " + theirs.problems.front().message;
    if (mine.nodes.size() != theirs.nodes.size() || mine.root != theirs.root) return "number of nodes";
    for (std::size_t i = 0; i < mine.nodes.size(); ++i) {
        const yaml::Node &a = mine.nodes[i], &b = theirs.nodes[i];
        if (a.kind != b.kind || a.plain != b.plain || a.text != b.text || a.items != b.items || a.weight != b.weight) return "node `" + b.text + "`";
        if (!(a.span == b.span) || a.line != b.line || a.column != b.column) return "place of `" + b.text + "` in line " + std::to_string(b.line);
    }
    return "";
}

std::vector<std::string> project_texts() {
    std::vector<std::string> out;
    for (const char* folder : {"/rules", "/examples", "/tests"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(KAOPING_SOURCE_DIR) + folder)) {
            if (entry.path().extension() != ".yaml") continue;
            std::ifstream in(entry.path(), std::ios::binary);
            out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        }
    return out;
}

}  // namespace

TEST_CASE("every YAML file of the project reads the same both ways, and most are usual") {
    const std::vector<std::string> texts = project_texts();
    std::size_t found = 0;
    for (const std::string& text : texts) {
        CHECK_MESSAGE(difference(text).empty(), difference(text), "\n", text.substr(0, 200));
        found += usual(text) ? 1 : 0;
    }
    CHECK(found * 10 > texts.size() * 7);
    MESSAGE(found << " of " << texts.size() << " files are usual");
}

TEST_CASE("what is usual, and what is left to yaml-cpp") {
    for (const std::string text : {"a: 1", "a: [1, 'b', \"c\\n\"]\nb: {c: ~, d: null} # end\n", "a:\n- b: 1\n  c: 2\n- d\ne: f", "- a: 中 # x\n  b: [甲, 乙]",
                             "a: {b: 10:00, c: x#y,\n  d: 'e'}\n\n# end", "\"a b\": x:y\nc: -1", "# only a comment\n", "a:   # why\n  - b\n",
                             "base: [../a, ./b]\nschema: ../c.schema\n"})
        CHECK_MESSAGE((difference(text).empty() && usual(text)), difference(text), text);
    for (const std::string text : {"a:", "a: b\n  c", "a: |\n  b", "a: &x 1\nb: *x", "a: !!str 1", "--- {}", "a: 'b\n  c'", "a: 1\na: 2", "? a\n: b", "a: \"\\u0041\"",
                             "{a: 1, b}", "[a: 1]", "a: b: c", "a: 'it''s'", "a:\tb", "a: 1\r\n", "a: [1,\n2]", "a: [1", "a: b\n c: d", " - a\n- b", "- - 1", "a: 1\n...\n", "...", ".a: 1"})
        CHECK_MESSAGE(!usual(text), text);
}

TEST_CASE("damaged texts read the same both ways") {
    std::mt19937 random(20260930);
    const std::string signs = "\n\n  :-,[]{}#'\"~?|>&*!%@`ab1=\\.\xE4";
    std::size_t found = 0;
    for (const std::string& whole : project_texts())
        for (int round = 0; round < 6; ++round) {
            std::string text = whole.substr(whole.find('\n', whole.size() > 3000 ? random() % (whole.size() - 2500) : 0) + 1, 1500);
            for (int i = 0; i < 1 + round / 2 && !text.empty(); ++i) {
                const std::size_t at = random() % text.size();
                if (random() % 3 == 0) text.erase(at, 1 + random() % 3);
                else if (random() % 2 == 0) text.insert(at, 1, signs[random() % signs.size()]);
                else text[at] = signs[random() % signs.size()];
            }
            const std::string differs = difference(text);
            REQUIRE_MESSAGE(differs.empty(), differs, "\n", text);
            found += usual(text) ? 1 : 0;
        }
    MESSAGE(found << " of the damaged texts are usual");
}
