// Each citation of a national rule carries a quote of the cited article, which stands there: so a right number of a wrong
// article is found. Without the texts beside the project only the shape of the quotes is checked.

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "dsl/source/utf8.hpp"
#include "support.hpp"

using namespace kaoping::dsl;
using namespace law_test;

namespace {

/// "detention.family_notice/CPL art 85(2)" → quote; a version's own entry has "@2" behind the rule.
std::map<std::string, std::string> quotes_of(const std::string& name) {
    std::map<std::string, std::string> out;
    for (const std::string& file : files_in("rules/" + name + "/quotes"))
        for (auto& [key, quote] : flat_yaml(file)) {
            CAPTURE(key);
            CHECK(out.emplace(key, quote).second);
        }
    return out;
}

void check_quotes(const std::string& name) {
    std::map<std::string, std::string> quotes = quotes_of(name);
    std::map<std::string, bool> used;
    for (const Rule& rule : pack(name).program.rules) {
        const std::string id = rule.full_id.substr(rule.full_id.find('.') + 1);
        for (const Citation& citation : rule.basis) {
            std::string key = id + "@" + std::to_string(rule.version) + "/" + citation.text();
            if (quotes.count(key) == 0) key = id + "/" + citation.text();
            CAPTURE(key);
            CHECK(quotes.count(key) == 1);
            if (quotes.count(key) == 0) continue;
            used[key] = true;
            const std::string& quote = quotes[key];
            CHECK(code_point_count(quote) >= 3);
            CHECK(code_point_count(quote) <= 12);
            if (!statutes_there()) continue;
            CAPTURE(quote);
            CHECK(statute_text(citation.source, citation.article, citation.paragraph).find(quote) != std::string::npos);
        }
    }
    for (const auto& [key, quote] : quotes) CHECK_MESSAGE(used.count(key) == 1, "no rule cites what this quote is for: " << key);
}

}  // namespace

TEST_CASE("numbers of articles in Chinese") {
    CHECK(chinese_number(5) == "五");
    CHECK(chinese_number(10) == "十");
    CHECK(chinese_number(14) == "十四");
    CHECK(chinese_number(20) == "二十");
    CHECK(chinese_number(105) == "一百零五");
    CHECK(chinese_number(110) == "一百一十");
    CHECK(chinese_number(367) == "三百六十七");
}

TEST_CASE("articles and paragraphs are found in the texts") {
    if (!statutes_there()) {
        MESSAGE("skipped: the texts of the statutes are not beside the project");
        return;
    }
    CHECK(statute_text("CPL", "119", 2).find("不得超过十二小时") != std::string::npos);
    CHECK(statute_text("CPL", "119", 1).find("不得超过十二小时") == std::string::npos);
    CHECK(statute_text("CPL", "119", 9).empty());
    CHECK(statute_text("P25", "118", 1).find("三十日") != std::string::npos);
}

TEST_CASE("every citation of the criminal pack is borne out by its article") { check_quotes("criminal"); }
TEST_CASE("every citation of the administrative pack is borne out by its article") { check_quotes("administrative"); }
