// Whole files as texts: see text_file.hpp.

#include "dsl/source/text_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace kaoping::dsl {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { (void)std::fclose(file); }
};

}  // namespace

tl::expected<std::string, std::string> read_text_file(const std::string& path, std::size_t max_bytes) {
    std::error_code error;
    std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error) {  // also of what is no plain file
        size = 0;
        const auto status = std::filesystem::status(path, error);
        if (!std::filesystem::exists(status)) return tl::unexpected<std::string>("there is no such file");
        if (std::filesystem::is_directory(status)) return tl::unexpected<std::string>("it is a folder");
    }
    const std::unique_ptr<std::FILE, CloseFile> in(std::fopen(path.c_str(), "rb"));
    if (in == nullptr) return tl::unexpected<std::string>(std::strerror(errno));
    std::setvbuf(in.get(), nullptr, _IONBF, 0);  // the text is read at once
    std::string text(std::min<std::uintmax_t>(size, max_bytes) + 1, '\0');  // one more: then its end is read, too
    std::size_t have = 0;
    while (const std::size_t got = std::fread(text.data() + have, 1, text.size() - have, in.get())) {
        have += got;
        if (have > max_bytes) return tl::unexpected(fmt::format("it is larger than {} bytes", max_bytes));
        if (have == text.size()) text.resize(std::max<std::size_t>(2 * have, 1U << 16));
    }
    if (std::ferror(in.get()) != 0) return tl::unexpected<std::string>("reading failed");
    text.resize(have);
    return text;
}

}  // namespace kaoping::dsl
