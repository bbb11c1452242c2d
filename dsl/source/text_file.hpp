#pragma once
// Whole files as texts.

#include <cstddef>
#include <string>

#include <tl/expected.hpp>

namespace kaoping::dsl {

/// The bytes of a regular file. Error: why it cannot be read, for a person ("no such file", "is a folder", "larger than 4 MiB").
[[nodiscard]] tl::expected<std::string, std::string> read_text_file(const std::string& path, std::size_t max_bytes = 4U << 20);

}  // namespace kaoping::dsl
