#pragma once
// The names of the schema, looked up wherever a rule uses one.

#include <cstdint>
#include <string_view>
#include <vector>

#include "dsl/source/text_map.hpp"
#include "dsl/typed/schema.hpp"

namespace kaoping::dsl {

/// Fields of records and members of enums by name.
class SchemaNames {
public:
    /// Takes the names from a schema whose records and enums stay as they are.
    void take(const Schema& schema);
    /// Its number; −1: there is none.
    [[nodiscard]] int field(std::int32_t record, std::string_view name) const { return number(fields_[static_cast<std::size_t>(record)], name); }
    [[nodiscard]] int member(std::int32_t enumeration, std::string_view name) const { return number(members_[static_cast<std::size_t>(enumeration)], name); }

private:
    using Numbers = ViewMap<int>;
    [[nodiscard]] static int number(const Numbers& of, std::string_view name) {
        const auto found = of.find(name);
        return found == of.end() ? -1 : found->second;
    }
    std::vector<Numbers> fields_, members_;
};

}  // namespace kaoping::dsl
