// Bytes of one input: see byte_source.hpp.

#include "engine/casefile/byte_source.hpp"

#include <cerrno>
#include <cstring>

namespace kaoping::engine {

namespace {

constexpr std::size_t block_bytes = 64U << 10;

}  // namespace

std::string ByteSource::open(const std::string& name) {
    close();
    if (name == "-") {
        file_.reset(stdin);
        return {};
    }
    file_.reset(std::fopen(name.c_str(), "rb"));
    return file_ ? std::string() : std::string(std::strerror(errno));
}

void ByteSource::hold(std::string text) {
    close();
    buffer_ = std::move(text);
}

void ByteSource::close() {
    file_.reset();
    buffer_.clear();
    at_ = 0;
    failed_ = false;
}

std::string_view ByteSource::block(dsl::TextHash& hash, std::uint64_t& read) {
    if (at_ == buffer_.size() && file_) {
        buffer_.resize(block_bytes);
        const std::size_t got = std::fread(buffer_.data(), 1, block_bytes, file_.get());
        failed_ = failed_ || std::ferror(file_.get()) != 0;
        buffer_.resize(got);
        at_ = 0;
        read += got;
        hash.add(buffer_);
    }
    return std::string_view(buffer_).substr(at_);
}

bool ByteSource::append_to(ChunkText& text, dsl::TextHash& hash, std::uint64_t& read) {
    const std::size_t before = text.size();
    if (at_ < buffer_.size()) {
        text.append(buffer_.data() + at_, buffer_.size() - at_);
        at_ = buffer_.size();
        return true;
    }
    if (!file_) return false;
    text.resize(before + block_bytes, boost::container::default_init);
    const std::size_t got = std::fread(text.data() + before, 1, block_bytes, file_.get());
    failed_ = failed_ || std::ferror(file_.get()) != 0;
    text.resize(before + got);
    read += got;
    hash.add(view(text).substr(before));
    return got > 0;
}

void ByteSource::put_back(std::string_view bytes) {
    buffer_.assign(bytes);
    at_ = 0;
}

}  // namespace kaoping::engine
