// See fences.hpp.

#include "fences.hpp"

#include <sstream>

namespace kaoping_test {

std::vector<Fence> fences_of(std::string_view page) {
    std::vector<Fence> out;
    std::istringstream lines{std::string(page)};
    std::string line;
    bool inside = false, prose = true;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (line.rfind("```", 0) == 0) {
            if (!inside) out.push_back({line.substr(3), {}, number, !prose});
            inside = !inside;
            prose = false;
        } else if (inside) {
            out.back().text += line + "\n";
        } else if (!line.empty()) {
            prose = true;
        }
    }
    return out;
}

}  // namespace kaoping_test
