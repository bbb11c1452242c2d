// Nothing is left out of the reference: words, signs, sections, codes; and its links lead somewhere.

#include <doctest/doctest.h>

#include <cctype>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "dsl/diagnostic/pages.hpp"
#include "dsl/syntax/vocabulary.hpp"
#include "pages.hpp"

using namespace kaoping::dsl;
using namespace reference_test;

namespace {

const std::filesystem::path folder = KAOPING_SOURCE_DIR "/dsl/reference";

std::vector<std::string> in_backticks(const std::string& text) {
    std::vector<std::string> out;
    const std::regex quoted("`([^`]+)`");
    for (std::sregex_iterator at(text.begin(), text.end(), quoted), end; at != end; ++at) out.push_back((*at)[1]);
    return out;
}

/// The anchor that a heading gets where the pages are shown: small letters, digits, `-`, `_` and letters beyond ASCII.
std::string anchor_of(const std::string& heading) {
    std::string out;
    for (const char c : heading) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == ' ') out += '-';
        else if (byte >= 0x80 || std::isalnum(byte) != 0 || c == '-' || c == '_') out += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    }
    return out;
}

/// Words and signs of the index: the first cells of the rows of its tables.
std::set<std::string> indexed() {
    std::set<std::string> out;
    for (const Page& page : reference_pages()) {
        if (page.name != "index.md") continue;
        std::istringstream lines(page.text);
        std::string line;
        while (std::getline(lines, line)) {
            if (line.rfind("| `", 0) != 0 || line.find("](") == std::string::npos) continue;
            for (std::string& word : in_backticks(line.substr(0, line.find(" | ")))) out.insert(std::move(word));
        }
    }
    return out;
}

std::set<std::string> words_in_headings() {
    std::set<std::string> out;
    for (const Page& page : reference_pages())
        for (const std::string& heading : headings_of(page.text))
            for (std::string& word : in_backticks(heading)) out.insert(std::move(word));
    return out;
}

/// What is wanted and not known, with blanks between.
std::string missing_from(const std::set<std::string>& known, const std::vector<std::string>& wanted) {
    std::string out;
    for (const std::string& one : wanted)
        if (known.count(one) == 0) out += one + " ";
    return out;
}

}  // namespace

TEST_CASE("every word and sign of the language is in the index") {
    const std::set<std::string> known = indexed();
    std::vector<std::string> wanted{"(", ")", "[", "]", "{", "}", ",", ":", ".", "?", "->", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "#", "\""};
    for (const auto& list : {clause_word_list(), declaration_word_list(), unit_word_list()}) wanted.insert(wanted.end(), list.begin(), list.end());
    wanted.insert(wanted.end(), reserved_words.begin(), reserved_words.end());
    CHECK(missing_from(known, wanted) == "");
}

TEST_CASE("every clause and declaration has a section") {
    const std::set<std::string> known = words_in_headings();
    for (const auto& list : {clause_word_list(), declaration_word_list()}) CHECK(missing_from(known, list) == "");
}

TEST_CASE("every diagnostic is mentioned where its construct is described, and no other") {
    std::set<std::string> mentioned;
    const std::regex code_text("K0[0-9]{3}");
    for (const Page& page : reference_pages())
        for (std::sregex_iterator at(page.text.begin(), page.text.end(), code_text), end; at != end; ++at) mentioned.insert(at->str());
    const std::vector<std::string> codes = diagnostic_codes();
    CHECK(missing_from(mentioned, codes) == "");
    CHECK(missing_from({codes.begin(), codes.end()}, {mentioned.begin(), mentioned.end()}) == "");
}

TEST_CASE("links lead somewhere, and headings of a page differ") {
    std::map<std::string, std::set<std::string>> anchors;
    for (const Page& page : reference_pages())
        for (const std::string& heading : headings_of(page.text)) {
            INFO(page.name << ": " << heading);
            CHECK(anchors[page.name].insert(anchor_of(heading)).second);
        }
    const std::regex link("\\]\\(([^)#]*)(#([^)]*))?\\)");
    std::size_t links = 0;
    for (const Page& page : reference_pages())
        for (std::sregex_iterator at(page.text.begin(), page.text.end(), link), end; at != end; ++at, ++links) {
            const std::string file = (*at)[1].length() == 0 ? page.name : (*at)[1].str(), anchor = (*at)[3];
            INFO(page.name << ": " << at->str());
            CHECK(std::filesystem::exists(folder / file));
            if (!anchor.empty()) CHECK(anchors[file].count(anchor) == 1);
        }
    CHECK(links >= 100);
}
