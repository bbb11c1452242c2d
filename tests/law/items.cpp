// The items of rules/items.yaml: each has rules, or a reason why it has none; the packs' READMEs say so in a table.

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "support.hpp"
#include "tests/support/project_file.hpp"

using namespace kaoping::dsl;
using namespace law_test;

namespace {

constexpr const char* begin_mark = "<!-- items: generated, see tests/law/items.cpp -->\n";
constexpr const char* end_mark = "<!-- end of items -->\n";

/// Item → ids of its rules.
std::map<std::string, std::set<std::string>> rules_by_item(const std::string& name) {
    std::map<std::string, std::set<std::string>> out;
    for (const Rule& rule : pack(name).program.rules)
        for (const std::string& item : rule.items) out[item].insert(rule.full_id.substr(rule.full_id.find('.') + 1));
    return out;
}

bool belongs(const std::string& item, const std::string& name) { return (item.rfind("CR", 0) == 0) == (name == "criminal"); }

std::string table_of(const std::string& name) {
    const auto items = flat_yaml("rules/items.yaml"), left_out = flat_yaml("rules/" + name + "/left-out.yaml");
    auto rules = rules_by_item(name);
    std::string out = std::string(begin_mark) + "| item | duty | law | rules, or why there is none |\n|---|---|---|---|\n";
    for (const auto& [key, duty] : items) {
        if (!key.ends_with("/duty")) continue;
        const std::string item = key.substr(0, key.find('/'));
        if (!belongs(item, name)) continue;
        std::string last;
        for (const std::string& rule : rules[item]) last += (last.empty() ? "`" : ", `") + rule + "`";
        if (last.empty() && left_out.count(item) == 1) last = left_out.at(item);
        out += "| " + item + " | " + duty + " | " + items.at(item + "/law") + " | " + last + " |\n";
    }
    return out + end_mark;
}

void check_items(const std::string& name) {
    const auto items = flat_yaml("rules/items.yaml"), left_out = flat_yaml("rules/" + name + "/left-out.yaml");
    const auto rules = rules_by_item(name);
    for (const auto& [item, ids] : rules) CHECK_MESSAGE(items.count(item + "/duty") == 1, "no such item: " << item);
    for (const auto& [key, duty] : items) {
        const std::string item = key.substr(0, key.find('/'));
        if (!key.ends_with("/duty") || !belongs(item, name)) continue;
        CAPTURE(item);
        CHECK(rules.count(item) + left_out.count(item) == 1);
    }
    const std::string path = "rules/" + name + "/README.md", readme = kaoping_test::read_project_file(path);
    const std::size_t begin = readme.find(begin_mark), end = readme.find(end_mark);
    REQUIRE(begin != std::string::npos);
    REQUIRE(end != std::string::npos);
    const std::string now = table_of(name);
    const std::string renewed = readme.substr(0, begin) + now + readme.substr(end + std::string(end_mark).size());
    if (std::getenv("KAOPING_BLESS") != nullptr) std::ofstream(std::string(KAOPING_SOURCE_DIR) + "/" + path, std::ios::binary) << renewed;
    else CHECK(readme == renewed);
}

}  // namespace

TEST_CASE("every item of the criminal pack has rules or a reason") { check_items("criminal"); }
TEST_CASE("every item of the administrative pack has rules or a reason") { check_items("administrative"); }

TEST_CASE("at least 110 items have rules") {
    std::size_t covered = rules_by_item("criminal").size() + rules_by_item("administrative").size();
    MESSAGE(covered, " items have rules");
    CHECK(covered >= 110);
}
