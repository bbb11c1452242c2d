// Citations as text: see program.hpp.

#include <fmt/format.h>

#include "dsl/typed/program.hpp"

namespace kaoping::dsl {

std::string Citation::text() const {
    std::string out = fmt::format("{} art {}", source, article);
    if (paragraph != 0) out += fmt::format("({})", paragraph);
    if (item != 0) out += fmt::format(".{}", item);
    return out;
}

}  // namespace kaoping::dsl
