// See schema_names.hpp.

#include "dsl/check/schema_names.hpp"

namespace kaoping::dsl {

void SchemaNames::take(const Schema& schema) {
    const auto numbers = [](const auto& named) {
        Numbers out;
        for (std::size_t i = 0; i < named.size(); ++i) out.try_emplace(named[i].name, static_cast<int>(i));
        return out;
    };
    for (const Record& record : schema.records) fields_.push_back(numbers(record.fields));
    for (const Enum& one : schema.enums) members_.push_back(numbers(one.members));
}

}  // namespace kaoping::dsl
