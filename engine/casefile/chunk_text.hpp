#pragma once
// The bytes of a chunk. Boost's string can grow without being zeroed first, and what is read overwrites it anyway; std::string
// learns that with C++23.

#include <string_view>

#include <boost/container/string.hpp>

namespace kaoping::engine {

using ChunkText = boost::container::string;

[[nodiscard]] inline std::string_view view(const ChunkText& text) { return {text.data(), text.size()}; }

}  // namespace kaoping::engine
