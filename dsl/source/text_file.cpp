// Whole files as texts: see text_file.hpp.

#include "dsl/source/text_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace kaoping::dsl {

tl::expected<std::string, std::string> read_text_file(const std::string& path, std::size_t max_bytes) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) return tl::unexpected<std::string>("there is no such file");
    if (std::filesystem::is_directory(status)) return tl::unexpected<std::string>("it is a folder");
    std::ifstream in(path, std::ios::binary);
    if (!in) return tl::unexpected<std::string>(std::strerror(errno));
    std::string text;
    char block[1 << 16];
    while (in.read(block, sizeof block) || in.gcount() > 0) {
        text.append(block, static_cast<std::size_t>(in.gcount()));
        if (text.size() > max_bytes) return tl::unexpected(fmt::format("it is larger than {} bytes", max_bytes));
    }
    if (in.bad()) return tl::unexpected<std::string>("reading failed");
    return text;
}

}  // namespace kaoping::dsl
