// The pages of the codes: every example raises its code and nothing else, the mended text nothing at all; what a person
// reads of an example is a golden.

#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "dsl/diagnostic/pages.hpp"
#include "generated.hpp"
#include "support.hpp"

using namespace kaoping::dsl;
using namespace diagnostics_test;

namespace {

const std::filesystem::path root = KAOPING_SOURCE_DIR;

/// Codes of the parser: their examples need not make sense beyond the syntax.
bool of_syntax(const std::string& code) { return code.rfind("K01", 0) == 0 || code == "K0702"; }

Raised raised(const std::string& code, const std::vector<Block>& blocks) {
    return of_syntax(code) ? raised_by_syntax(blocks.front().text) : raised_by_pack(blocks);
}

/// Every "K0123" in the sources under a folder.
void find_codes(const std::filesystem::path& folder, std::set<std::string>& out) {
    const std::regex code_text("\"(K0[0-9]{3})\"");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
        const std::string text = read_project_file(std::filesystem::relative(entry.path(), root).string());
        for (std::sregex_iterator at(text.begin(), text.end(), code_text), end; at != end; ++at) out.insert((*at)[1]);
    }
}

std::string joined(const std::set<std::string>& codes) {
    std::string out;
    for (const std::string& code : codes) out += code + " ";
    return out;
}

}  // namespace

TEST_CASE("every page's example raises its code, and the mended text nothing") {
    for (const std::string& code : diagnostic_codes()) {
        CAPTURE(code);
        const std::string page = *diagnostic_page(code);
        CHECK(page.rfind("# " + code + ": ", 0) == 0);
        const std::vector<Block> example = blocks_under(page, "Raises it"), mended = blocks_under(page, "Mended");
        CHECK(example.empty() == is_generated(code));
        if (example.empty()) continue;
        REQUIRE_FALSE(mended.empty());
        const Raised now = raised(code, example);
        CHECK(now.codes == code);
        CHECK(raised(code, mended).text == "");
        check_golden(code, now.text);
    }
}

TEST_CASE("the base pack is whole") { CHECK(raised_by_pack({}).text == ""); }

TEST_CASE("codes, pages and goldens are the same set") {
    std::set<std::string> in_sources;
    find_codes(root / "dsl", in_sources);
    find_codes(root / "engine", in_sources);
    const std::vector<std::string> listed = diagnostic_codes();
    const std::set<std::string> in_pages(listed.begin(), listed.end());
    CHECK(in_sources.size() >= 60);
    CHECK(joined(in_sources) == joined(in_pages));
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(root / "dsl/diagnostic/pages")) files.insert(entry.path().stem().string());
    CHECK(joined(files) == joined(in_pages));
    for (const std::string& code : listed) {
        CAPTURE(code);
        CHECK(std::filesystem::exists(root / "tests/diagnostics/golden" / (code + ".txt")));
    }
    CHECK_FALSE(diagnostic_page("K0000").has_value());
}
