// The pages of the syntax's codes: every example raises its code and nothing else, every mended text raises nothing.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "support.hpp"

using namespace kaoping::dsl;
using syntax_test::Parsed;
using Codes = std::vector<std::string>;

namespace {

const std::filesystem::path root = KAOPING_SOURCE_DIR;

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

/// The block in ``` that follows a heading; empty if the page has none.
std::string block(const std::string& page, const std::string& heading) {
    const std::size_t at = page.find("## " + heading + "\n");
    if (at == std::string::npos) return {};
    const std::size_t begin = page.find('\n', page.find("```", at)) + 1;
    return page.substr(begin, page.find("```", begin) - begin);
}

bool of_syntax(const std::string& code) { return code.rfind("K01", 0) == 0 || code == "K0701" || code == "K0702" || code == "K0703" || code == "K0704"; }

/// Codes whose example no page can hold: no UTF-8, and files of millions of bytes. Tested in hostile.cpp and below.
const std::set<std::string> without_example{"K0104", "K0701", "K0703", "K0704"};

}  // namespace

TEST_CASE("every page's example raises its code, and the mended text none") {
    std::size_t pages = 0;
    for (const auto& entry : std::filesystem::directory_iterator(root / "dsl/diagnostic/pages")) {
        const std::string code = entry.path().stem().string();
        if (entry.path().extension() != ".md" || !of_syntax(code)) continue;
        ++pages;
        CAPTURE(code);
        const std::string page = read(entry.path());
        CHECK(page.rfind("# " + code + ": ", 0) == 0);
        const std::string raises = block(page, "Raises it");
        CHECK(raises.empty() == (without_example.count(code) == 1));
        if (raises.empty()) continue;
        const std::vector<std::string> found = Parsed(raises).codes();
        CHECK_FALSE(found.empty());
        CHECK(std::set<std::string>(found.begin(), found.end()) == std::set<std::string>{code});
        CHECK(Parsed(block(page, "Mended")).mistakes() == Codes{});
    }
    CHECK(pages >= 40);
}

TEST_CASE("every code that the parser can raise has a page") {
    const std::regex code_text("\"(K0[0-9]{3})\"");
    std::set<std::string> codes;
    for (const auto& entry : std::filesystem::directory_iterator(root / "dsl/syntax")) {
        const std::string text = read(entry.path());
        for (std::sregex_iterator at(text.begin(), text.end(), code_text), end; at != end; ++at) codes.insert((*at)[1]);
    }
    CHECK(codes.size() >= 40);
    for (const std::string& code : codes) {
        CAPTURE(code);
        CHECK(std::filesystem::exists(root / "dsl/diagnostic/pages" / (code + ".md")));
    }
}

TEST_CASE("bytes that are no UTF-8 are reported where they stand") {
    CHECK(Parsed("# \xB2\xE2\nrecord P {\n    a\xB2\xE2 text\n}\n").codes() == Codes{"K0104"});
    CHECK(Parsed(syntax_test::rule_text("message \"\xB2\xE2\"")).codes() == Codes{"K0104"});
}
