// See page_steps.hpp.

#include "page_steps.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "process.hpp"

namespace kaoping_test {

namespace {

void run_step(const std::string& exported, const std::string& command, const std::string& expected) {
    CAPTURE(command);
    const Outcome run = shell("cd $T/readme && kaoping() { $K \"$@\"; }; " + exported + command);
    CAPTURE(run.out);
    CAPTURE(run.err);
    CHECK(run.err.find("error") == std::string::npos);
    std::istringstream lines(expected);
    for (std::string line; std::getline(lines, line);) CHECK_MESSAGE(run.out.find(line) != std::string::npos, line);
}

}  // namespace

void run_steps(const std::string& block) {
    std::istringstream lines(block);
    std::string exported, command, expected;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("$ export ", 0) == 0) {
            exported += line.substr(2) + "; ";
            continue;
        }
        if (line.rfind("$ ", 0) != 0) {
            expected += line + "\n";
            continue;
        }
        if (!command.empty()) run_step(exported, command, expected);
        command = line.substr(2);
        expected.clear();
    }
    if (!command.empty()) run_step(exported, command, expected);
}

}  // namespace kaoping_test
