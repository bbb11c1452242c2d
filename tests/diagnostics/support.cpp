// See support.hpp.

#include "support.hpp"

#include "tests/support/fences.hpp"

namespace diagnostics_test {

using namespace kaoping::dsl;

std::vector<Block> blocks_under(std::string_view page, std::string_view heading) {
    std::vector<Block> out;
    const std::size_t begin = page.find("\n## " + std::string(heading) + "\n");
    if (begin == std::string_view::npos) return out;
    const std::string_view section = page.substr(begin + 1, page.find("\n## ", begin + 1) - begin);
    for (const kaoping_test::Fence& fence : kaoping_test::fences_of(section)) out.push_back({kaoping_test::file_of(fence.info), fence.text});
    return out;
}

Raised raised_by_syntax(const std::string& text, const SyntaxBudget& budget) {
    SourceMap sources;
    Diagnostics diagnostics;
    (void)parse_file(sources, sources.add("handling.rules", text), diagnostics, budget);
    return raised_by(sources, diagnostics);
}

void check_golden(const std::string& name, const std::string& text) { kaoping_test::check_golden("tests/diagnostics/golden/" + name + ".txt", text); }

}  // namespace diagnostics_test
