// XXH3 behind a small face: see hash.hpp.

#include "dsl/source/hash.hpp"

#include <array>
#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "dsl/source/hash_update.hpp"

namespace kaoping::dsl {

namespace {

constexpr std::size_t long_piece = 1024;

/// The two hex digits of each byte.
constexpr std::array<std::array<char, 2>, 256> hex_digits = [] {
    std::array<std::array<char, 2>, 256> out{};
    for (std::size_t byte = 0; byte < out.size(); ++byte) out[byte] = {"0123456789abcdef"[byte / 16], "0123456789abcdef"[byte % 16]};
    return out;
}();

void append_hex(std::string& out, XXH128_hash_t hash) {
    std::array<char, 32> digits;
    for (std::size_t i = 0; i < 8; ++i) {
        std::memcpy(&digits[2 * i], hex_digits[hash.high64 >> (56 - 8 * i) & 0xFF].data(), 2);
        std::memcpy(&digits[16 + 2 * i], hex_digits[hash.low64 >> (56 - 8 * i) & 0xFF].data(), 2);
    }
    out.append(digits.data(), digits.size());
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

void TextHash::add(std::string_view piece) {
#if defined(__x86_64__)
    // Short pieces only wait in the state's buffer, whatever the instructions.
    if (piece.size() >= long_piece && __builtin_cpu_supports("avx2")) return update_with_avx2(&state_->xxh, piece.data(), piece.size());
#endif
    XXH3_128bits_update(&state_->xxh, piece.data(), piece.size());
}

void TextHash::add_part(std::string_view part) {
    const auto length = length_bytes(part.size());
    add({length.data(), length.size()});
    add(part);
}

std::string TextHash::hex() const {
    std::string out;
    append_hex(out, XXH3_128bits_digest(&state_->xxh));
    return out;
}

void append_part(std::string& out, std::string_view part) {
    const auto length = length_bytes(part.size());
    out.append(length.data(), length.size());
    out += part;
}

void append_hash(std::string& out, std::string_view text) { append_hex(out, XXH3_128bits(text.data(), text.size())); }

std::string hash_text(std::string_view text) {
    std::string out;
    append_hash(out, text);
    return out;
}

}  // namespace kaoping::dsl
