// See key_order.hpp.

#include "engine/casefile/key_order.hpp"

namespace kaoping::engine {

QuotedKey::QuotedKey(std::string_view name) {
    const bool plain = std::all_of(name.begin(), name.end(), [](char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= ' '; });
    if (!plain) return;
    const std::string quoted = '"' + std::string(name) + "\":";
    char bytes[16] = {}, mask[16] = {};
    std::copy_n(quoted.begin(), std::min<std::size_t>(quoted.size(), 16), bytes);
    std::fill_n(mask, std::min<std::size_t>(quoted.size(), 16), static_cast<char>(0xFF));
    std::memcpy(&first_, bytes, 8);
    std::memcpy(&second_, bytes + 8, 8);
    std::memcpy(&first_mask_, mask, 8);
    std::memcpy(&second_mask_, mask + 8, 8);
    if (quoted.size() > 16) tail_ = quoted.substr(16);
}

}  // namespace kaoping::engine
