#pragma once
// Hash tables by text, which take any form of text to look up.

#include <functional>
#include <string>
#include <string_view>

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

namespace kaoping::dsl {

/// Not Boost's own hash, which takes a text sign by sign: names are looked up some ten thousand times while packs are checked.
struct TextTableHash {
    using is_transparent = void;
    using is_avalanching = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

template <typename Value>
using TextMap = boost::unordered_flat_map<std::string, Value, TextTableHash, std::equal_to<>>;
using TextSet = boost::unordered_flat_set<std::string, TextTableHash, std::equal_to<>>;
/// Of texts that stay where they are.
template <typename Value>
using ViewMap = boost::unordered_flat_map<std::string_view, Value, TextTableHash, std::equal_to<>>;

}  // namespace kaoping::dsl
