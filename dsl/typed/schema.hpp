#pragma once
// The resolved schema: the shape of a case file.

#include <string>
#include <vector>

#include "dsl/source/source.hpp"
#include "dsl/typed/type.hpp"

namespace kaoping::dsl {

struct EnumMember {
    std::string name;
    std::string label;                   ///< empty: none
    std::vector<std::string> spellings;  ///< in the data; the name itself where the schema gives none
};

struct Enum {
    std::string name;
    std::string label;
    std::vector<EnumMember> members;
    int anything_else = -1;  ///< member that takes unlisted values; -1: such a value is a gap
    Span span;
};

struct Field {
    std::string name;
    std::string label;
    Type type;               ///< a field of kind element is one embedded record
    std::string data_key;    ///< key in the case file (`from`, else the name)
    bool key = false;        ///< type text or number; references to this record hold it as text
    bool personal = false;
    bool unit = false;       ///< of the case: what scores are grouped by
    Span span;
};

struct Record {
    std::string name;        ///< "case" for the case itself
    std::string label;
    std::vector<Field> fields;
    int key_field = -1;
    bool restricts_liberty = false;
    Span span;

    [[nodiscard]] int field(std::string_view field_name) const {
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (fields[i].name == field_name) return static_cast<int>(i);
        return -1;
    }
};

struct Schema {
    std::string name;
    std::string title;
    std::string timezone = "UTC";
    std::string calendar;    ///< empty: periods never roll over holidays
    std::vector<Enum> enums;
    std::vector<Record> records;
    int case_record = -1;    ///< index into records
    int unit_field = -1;     ///< of the case; -1: none
    int kind_field = -1;     ///< of the case: a field named `kind`; -1: none
};

}  // namespace kaoping::dsl
