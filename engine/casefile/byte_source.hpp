#pragma once
// The bytes of one input, in blocks.

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "dsl/source/hash.hpp"
#include "engine/casefile/chunk_text.hpp"

namespace kaoping::engine {

/// Reads a file or standard input block by block; everything that is read goes into the hash.
class ByteSource {
public:
    /// Error text if it cannot be opened.
    [[nodiscard]] std::string open(const std::string& name);
    /// Holds a text instead of a file.
    void hold(std::string text);
    void close();

    /// The unread bytes of the current block; reads the next block when there are none. Empty at the end.
    [[nodiscard]] std::string_view block(dsl::TextHash& hash, std::uint64_t& read);
    void skip(std::size_t bytes) { at_ += bytes; }
    /// Appends the unread bytes, or else the next ones of the input, to a text. False: there are none.
    [[nodiscard]] bool append_to(ChunkText& text, dsl::TextHash& hash, std::uint64_t& read);
    /// Bytes that were taken too much: they come again. Only when nothing is unread.
    void put_back(std::string_view bytes);
    [[nodiscard]] bool failed() const { return failed_; }

private:
    struct Close {
        void operator()(std::FILE* file) const {
            if (file != stdin) std::fclose(file);
        }
    };
    std::unique_ptr<std::FILE, Close> file_;
    std::string buffer_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

}  // namespace kaoping::engine
