// See key_order.hpp.

#include "engine/casefile/key_order.hpp"

namespace kaoping::engine {

QuotedKey::Bytes::Bytes(std::string_view bytes) {
    char text[16] = {}, mask[16] = {};
    std::copy_n(bytes.begin(), bytes.size(), text);
    std::fill_n(mask, bytes.size(), static_cast<char>(0xFF));
    std::memcpy(&first, text, 8);
    std::memcpy(&second, text + 8, 8);
    std::memcpy(&first_mask, mask, 8);
    std::memcpy(&second_mask, mask + 8, 8);
}

QuotedKey::QuotedKey(std::string_view name) {
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= ' '; });
    if (!plain) return;
    const std::string quoted = '"' + std::string(name) + "\":";
    size_ = quoted.size();
    begin_ = Bytes(quoted.substr(0, 16));
    if (size_ > 16) next_ = Bytes(quoted.substr(16, 16));
    if (size_ > 32) tail_ = quoted.substr(32);
}

}  // namespace kaoping::engine
