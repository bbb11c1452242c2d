// What the top README tells its reader to write and to run does what it says.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/support/page_steps.hpp"
#include "tests/support/process.hpp"
#include "tests/support/project_file.hpp"

using kaoping_test::run_steps;
using kaoping_test::scratch;
using kaoping_test::shell;

namespace {

void write_file(const std::string& name, const std::string& text) {
    const std::filesystem::path path = std::filesystem::path(scratch()) / "readme" / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("the first rule of the README can be written, tested, broken and used as it says") {
    shell("mkdir -p $T/readme && cp -r examples rules $T/readme/");
    std::istringstream lines(kaoping_test::read_project_file("README.md"));
    std::string info, text;
    bool inside = false;
    int files = 0, blocks = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("```", 0) != 0) {
            if (inside) text += line + "\n";
            continue;
        }
        inside = !inside;
        if (inside) {
            info = line.substr(3);
            text.clear();
        } else if (info == "sh") {
            ++blocks;
            run_steps(text);
        } else {
            ++files;
            write_file(info.substr(info.find(' ') + 1), text);
        }
    }
    CHECK(files == 3);
    CHECK(blocks == 4);
    CHECK(std::filesystem::exists(scratch() + "/readme/out/mine/report.html"));
}
