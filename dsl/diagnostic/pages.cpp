// Embedded pages: see pages.hpp. The table itself is written by embed_pages.cmake.

#include "dsl/diagnostic/pages.hpp"

#include "dsl/diagnostic/page_table.hpp"

namespace kaoping::dsl {

std::optional<std::string> diagnostic_page(std::string_view code) {
    for (std::size_t i = 0; i < page_count; ++i)
        if (page_table[i].code == code) return std::string(page_table[i].text);
    return std::nullopt;
}

std::vector<std::string> diagnostic_codes() {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < page_count; ++i) out.emplace_back(page_table[i].code);
    return out;
}

}  // namespace kaoping::dsl
