#pragma once
// A random schema: enums, records that hold lists of one another, references, embedded records.

#include <string>
#include <vector>

#include "dsl/typed/type.hpp"
#include "tests/property/random.hpp"

namespace kaoping::test {

struct EnumModel {
    std::string name;
    std::vector<std::string> members;
    std::vector<std::string> spellings;  ///< by member; "": takes anything else
};

struct FieldModel {
    std::string name, data_key;
    dsl::Type type;
    bool key = false;
};

struct RecordModel {
    std::string name;  ///< "case" for the case
    std::vector<FieldModel> fields;
    int key_field = -1;
    bool restricts_liberty = false;
};

struct SchemaModel {
    std::vector<EnumModel> enums;
    std::vector<RecordModel> records;  ///< a record holds lists of earlier ones only; the case is the last
    std::string zone;
    bool calendar = false;
    bool restricts = false;            ///< some record restricts liberty

    [[nodiscard]] const RecordModel& of_case() const { return records.back(); }
    /// A type as it is written in a schema or a define.
    [[nodiscard]] std::string type_text(dsl::Type type) const;
    /// The text of the .schema file.
    [[nodiscard]] std::string text() const;
};

[[nodiscard]] SchemaModel make_schema(Random& random);

[[nodiscard]] constexpr dsl::Type plain(dsl::Kind kind, std::int32_t of = -1) { return {kind, false, dsl::Kind::error, of}; }

}  // namespace kaoping::test
