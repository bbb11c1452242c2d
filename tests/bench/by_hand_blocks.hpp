// A JSON Lines file in blocks of whole lines.
#pragma once

#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include <simdjson.h>

namespace by_hand {

/// Reads into one buffer, again and again: bytes stay in the cache of the core, and memory does not grow with the file.
/// Behind each block are simdjson::SIMDJSON_PADDING readable bytes.
class Blocks {
public:
    static constexpr std::size_t size = 256 * 1024;

    explicit Blocks(const char* path) : buffer_(new char[size + simdjson::SIMDJSON_PADDING]()), file_(::open(path, O_RDONLY)) {
        if (file_ < 0) throw std::system_error(errno, std::generic_category(), path);
    }
    ~Blocks() { ::close(file_); }
    Blocks(const Blocks&) = delete;
    Blocks& operator=(const Blocks&) = delete;

    /// The next block of whole lines, empty at the end. The last one is no longer valid. A line longer than a block is an error.
    std::string_view next() {
        std::memmove(buffer_.get(), buffer_.get() + given_, held_ - given_);
        held_ -= given_;
        while (held_ < size) {
            const ssize_t got = ::read(file_, buffer_.get() + held_, size - held_);
            if (got < 0) throw std::system_error(errno, std::generic_category(), "read");
            if (got == 0) break;
            held_ += static_cast<std::size_t>(got);
        }
        const std::string_view all(buffer_.get(), held_);
        given_ = held_ < size ? held_ : all.rfind('\n') + 1;  // the file's last line may lack its end
        if (given_ == 0 && held_ == size) throw std::runtime_error("a line is longer than a block");
        return all.substr(0, given_);
    }

private:
    std::unique_ptr<char[]> buffer_;
    std::size_t held_ = 0, given_ = 0;
    int file_;
};

}  // namespace by_hand
