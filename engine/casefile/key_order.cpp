// See key_order.hpp.

#include "engine/casefile/key_order.hpp"

namespace kaoping::engine {

KeyBytes::Bytes::Bytes(std::string_view bytes) {
    signs[0] = 0;
    std::memcpy(&signs, bytes.data(), bytes.size());
    std::memset(&mask, 0xFF, bytes.size());
}

KeyBytes::KeyBytes(std::string_view bytes) {
    if (bytes.empty() || bytes.size() > most) return;
    size_ = bytes.size();
    begin_ = Bytes(bytes.substr(0, 16));
    if (size_ > 16) next_ = Bytes(bytes.substr(16, 16));
    if (size_ > 32) bytes.copy(rest_, sizeof rest_, 32);
}

}  // namespace kaoping::engine
