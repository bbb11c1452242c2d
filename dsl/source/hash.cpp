// XXH3 behind a small face: see hash.hpp.

#include "dsl/source/hash.hpp"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

namespace kaoping::dsl {

namespace {

std::string hex_of(XXH128_hash_t hash) { return fmt::format("{:016x}{:016x}", hash.high64, hash.low64); }

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
    const std::uint64_t size = part.size();
    char bytes[8];
    for (unsigned i = 0; i < 8; ++i) bytes[i] = static_cast<char>(size >> (8 * i) & 0xFF);
    add({bytes, 8});
    add(part);
}

std::string TextHash::hex() const { return hex_of(XXH3_128bits_digest(&state_->xxh)); }

std::string hash_text(std::string_view text) { return hex_of(XXH3_128bits(text.data(), text.size())); }

}  // namespace kaoping::dsl
