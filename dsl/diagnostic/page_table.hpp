#pragma once
// The embedded pages: defined in a file that embed_pages.cmake writes while building. Ask pages.hpp instead.

#include <cstddef>
#include <string_view>

namespace kaoping::dsl {

struct EmbeddedPage {
    std::string_view code, text;
};

extern const EmbeddedPage page_table[];  ///< by code, ascending
extern const std::size_t page_count;

}  // namespace kaoping::dsl
