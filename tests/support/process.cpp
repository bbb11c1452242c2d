// See process.hpp.

#include "process.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

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
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot fork");
    if (child == 0) {
        setenv("K", KAOPING_BINARY, 1);
        setenv("G", KAOPING_GENERATOR, 1);
        setenv("T", scratch().c_str(), 1);
        if (chdir(KAOPING_SOURCE_DIR) != 0) _exit(126);
        const std::string line = "exec >'" + out + "' 2>'" + err + "'; " + command;
        execl("/bin/bash", "bash", "-c", line.c_str(), static_cast<char*>(nullptr));
        _exit(127);
    }
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
