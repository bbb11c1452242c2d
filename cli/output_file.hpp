#pragma once
// A file of the output folder that is there whole or not at all.

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace kaoping::cli {

/// Writes under a name ending in ".part", which `commit` replaces by the real one; without commit nothing is left.
/// Throws std::runtime_error with a sentence for a person where writing fails.
class OutputFile {
public:
    explicit OutputFile(std::filesystem::path path);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void write(std::string_view text);
    void commit();

private:
    [[noreturn]] void fail() const;

    std::filesystem::path path_, part_;
    std::ofstream out_;
};

}  // namespace kaoping::cli
