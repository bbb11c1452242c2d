#pragma once
// Hash tables by text, which take any form of text to look up.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include "dsl/source/text_ends.hpp"

namespace kaoping::dsl {

/// Names are looked up some ten thousand times while packs are checked. Of a short one, as nearly all are, the
/// ends hold all bytes; their product of 128 bits is folded (as in wyhash).
struct TextTableHash {
    using is_transparent = void;
    using is_avalanching = void;
    std::size_t operator()(std::string_view text) const {
        if (text.size() > 16) return std::hash<std::string_view>{}(text);
        const TextEnds ends = text_ends(text);
        __extension__ using Wide = unsigned __int128;
        const Wide product = Wide{ends.first ^ 0x2D358DCCAA6C78A5U} * (ends.last ^ 0x8BB84B93962EACC9U ^ text.size());
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
