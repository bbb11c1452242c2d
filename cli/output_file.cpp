// Whole files or none: see output_file.hpp.

#include "cli/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include <fmt/core.h>

namespace kaoping::cli {

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)), part_(path_) {
    part_ += ".part";
    out_.open(part_, std::ios::binary | std::ios::trunc);
    if (!out_) fail();
}

OutputFile::~OutputFile() {
    if (!out_.is_open()) return;
    out_.close();
    std::error_code ignored;
    std::filesystem::remove(part_, ignored);
}

void OutputFile::write(std::string_view text) {
    out_.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!out_) fail();
}

void OutputFile::commit() {
    out_.close();
    if (!out_) fail();
    std::error_code problem;
    std::filesystem::rename(part_, path_, problem);
    if (problem) fail();
}

void OutputFile::fail() const { throw std::runtime_error(fmt::format("cannot write {}: {}", path_.string(), std::strerror(errno))); }

}  // namespace kaoping::cli
