// See string_stops.hpp.

#include "engine/casefile/string_stops.hpp"

#include "engine/casefile/wide_ways.hpp"

namespace kaoping::engine {

StringStops StopMap::mark(std::string_view text) {
    const std::size_t words = (text.size() + 1 + 63) / 64;  // the NUL behind it, too
    if (words_.size() < words + 1) words_.resize(words + 1);  // a word is read from any byte of one on
    wide_ways().mark_stops(text.data(), words, words_.data());
    return {text.data(), words_.data()};
}

}  // namespace kaoping::engine
