// See string_stops.hpp.

#include "engine/casefile/string_stops.hpp"

#include "engine/casefile/wide_ways.hpp"

namespace kaoping::engine {

bool StopMap::mark(std::string_view text) {
    const std::size_t words = (text.size() + 1 + 63) / 64;  // the NUL behind it, too
    if (words_.size() < words + 1) words_.resize(words + 1);  // a word is read from any byte of one on
    begin_ = text.data();
    return wide_ways().mark_stops(begin_, words, words_.data());
}

}  // namespace kaoping::engine
