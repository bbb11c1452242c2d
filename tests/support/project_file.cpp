// See project_file.hpp.

#include "project_file.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace kaoping_test {

namespace {
const std::filesystem::path root = KAOPING_SOURCE_DIR;
}

std::string read_project_file(const std::string& path) {
    std::ifstream in(root / path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

void check_golden(const std::string& path, const std::string& text) {
    if (std::getenv("KAOPING_BLESS") != nullptr) {
        std::filesystem::create_directories((root / path).parent_path());
        std::ofstream(root / path, std::ios::binary) << text;
    }
    CAPTURE(path);
    CHECK(std::filesystem::exists(root / path));
    CHECK(read_project_file(path) == text);
}

}  // namespace kaoping_test
