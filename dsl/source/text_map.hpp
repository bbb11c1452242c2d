#pragma once
// Hash tables by text, which take any form of text to look up.

#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

namespace kaoping::dsl {

/// Names are looked up some ten thousand times while packs are checked. Of a short one, as nearly all are, two numbers are made that
/// hold all of its bytes; their product of 128 bits is folded (as in wyhash).
struct TextTableHash {
    using is_transparent = void;
    using is_avalanching = void;
    std::size_t operator()(std::string_view text) const {
        if (text.size() > 16) return std::hash<std::string_view>{}(text);
        const char* const begin = text.data();
        const char* const end = begin + text.size();
        const auto number = [](auto out, const char* at) {
            std::memcpy(&out, at, sizeof out);
            return std::uint64_t{out};
        };
        std::uint64_t a = 0, b = 0;
        if (text.size() >= 8) {
            a = number(std::uint64_t{}, begin);
            b = number(std::uint64_t{}, end - 8);
        } else if (text.size() >= 4) {
            a = number(std::uint32_t{}, begin);
            b = number(std::uint32_t{}, end - 4);
        } else if (!text.empty()) {
            a = static_cast<unsigned char>(begin[0]) | std::uint64_t{static_cast<unsigned char>(begin[text.size() / 2])} << 8;
            b = static_cast<unsigned char>(end[-1]);
        }
        __extension__ using Wide = unsigned __int128;
        const Wide product = Wide{a ^ 0x2D358DCCAA6C78A5U} * (b ^ 0x8BB84B93962EACC9U ^ text.size());
        return static_cast<std::size_t>(product) ^ static_cast<std::size_t>(product >> 64);
    }
};

template <typename Value>
using TextMap = boost::unordered_flat_map<std::string, Value, TextTableHash, std::equal_to<>>;
using TextSet = boost::unordered_flat_set<std::string, TextTableHash, std::equal_to<>>;
/// Of texts that stay where they are.
template <typename Value>
using ViewMap = boost::unordered_flat_map<std::string_view, Value, TextTableHash, std::equal_to<>>;

}  // namespace kaoping::dsl
