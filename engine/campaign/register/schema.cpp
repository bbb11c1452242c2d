// The tables of the register: see schema.hpp.

#include "engine/campaign/register/schema.hpp"

#include <array>

#include <fmt/core.h>

#include "engine/campaign/register/schema_steps.hpp"

namespace kaoping::campaign {

namespace {

constexpr std::array steps{sample_step, review_step, followup_step};
static_assert(steps.size() == register_version);

std::string append_only(const char* table) {
    std::string out;
    for (const char* action : {"update", "delete"})
        out += fmt::format("create trigger {0}_no_{1} before {1} on {0} begin\n"
                           "    select raise(abort, 'entries of the register are never changed or removed: add a new one');\nend;\n",
                           table, action);
    return out;
}

}  // namespace

std::string schema_step(int version) {
    const SchemaStep step = steps.at(static_cast<std::size_t>(version - 1))();
    std::string out = step.sql;
    for (const char* table : step.tables) out += append_only(table);
    return out;
}

}  // namespace kaoping::campaign
