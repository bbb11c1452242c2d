// See process.hpp.

#include "process.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kaoping_test {

namespace {

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

struct Folder {
    std::string path = (std::filesystem::temp_directory_path() / "kaoping-test-XXXXXX").string();
    Folder() {
        if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("cannot make a scratch folder");
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

}  // namespace

const std::string& scratch() {
    static const Folder folder;
    return folder.path;
}

Outcome shell(const std::string& command) {
    const std::string out = scratch() + "/.stdout", err = scratch() + "/.stderr";
    setenv("K", KAOPING_BINARY, 1);
    setenv("G", KAOPING_GENERATOR, 1);
    setenv("T", scratch().c_str(), 1);
    std::string shell = "bash", option = "-c", line = "cd '" KAOPING_SOURCE_DIR "' || exit 126; exec >'" + out + "' 2>'" + err + "'; " + command;
    char* const arguments[] = {shell.data(), option.data(), line.data(), nullptr};
    pid_t child = 0;  // spawned, not forked: a copy of a test's memory costs more than most commands, above all under sanitizers
    if (posix_spawn(&child, "/bin/bash", nullptr, nullptr, arguments, environ) != 0) throw std::runtime_error("cannot start /bin/bash");
    int status = 0;
    struct rusage usage {};
    wait4(child, &status, 0, &usage);
    Outcome result;
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    result.out = read(out);
    result.err = read(err);
    result.peak_kib = usage.ru_maxrss;
    return result;
}

}  // namespace kaoping_test
