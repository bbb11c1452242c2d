// XXH3 behind a small face: see hash.hpp.

#include "dsl/source/hash.hpp"

#include <array>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace kaoping::dsl {

namespace {

std::string hex_of(XXH128_hash_t hash) {
    constexpr std::size_t digits = 16;  // of each half
    std::string out(2 * digits, '0');
    for (std::size_t i = 0; i < digits; ++i) {
        out[digits - 1 - i] = "0123456789abcdef"[hash.high64 >> (4 * i) & 0xF];
        out[2 * digits - 1 - i] = "0123456789abcdef"[hash.low64 >> (4 * i) & 0xF];
    }
    return out;
}

/// The length of a piece, lowest byte first.
std::array<char, 8> length_bytes(std::uint64_t size) {
    std::array<char, 8> bytes;
    for (unsigned i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(size >> (8 * i) & 0xFF);
    return bytes;
}

}  // namespace

struct TextHash::State {
    alignas(64) XXH3_state_t xxh;
};

TextHash::TextHash() : state_(std::make_unique<State>()) { XXH3_128bits_reset(&state_->xxh); }
TextHash::TextHash(TextHash&&) noexcept = default;
TextHash& TextHash::operator=(TextHash&&) noexcept = default;
TextHash::~TextHash() = default;

void TextHash::add(std::string_view piece) { XXH3_128bits_update(&state_->xxh, piece.data(), piece.size()); }

void TextHash::add_part(std::string_view part) {
    const auto length = length_bytes(part.size());
    add({length.data(), length.size()});
    add(part);
}

std::string TextHash::hex() const { return hex_of(XXH3_128bits_digest(&state_->xxh)); }

void append_part(std::string& out, std::string_view part) {
    const auto length = length_bytes(part.size());
    out.append(length.data(), length.size());
    out += part;
}

std::string hash_text(std::string_view text) { return hex_of(XXH3_128bits(text.data(), text.size())); }

}  // namespace kaoping::dsl
