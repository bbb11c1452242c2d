#pragma once
// What decoding must know of every record and field, laid out for the reader's inner loop: made once from the schema and the
// columns that are wanted.

#include <cstdint>
#include <vector>

#include "dsl/typed/schema.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/casefile/name_table.hpp"
#include "engine/casefile/reader.hpp"

namespace kaoping::engine {

/// What a key stands for whose field is not wanted.
constexpr int not_read = -2;

struct FieldPlan {
    dsl::Type type;
    dsl::Type item;             ///< of a list
    std::int32_t items = -1;    ///< table of a list's items
    const NameTable* members = nullptr;   ///< of an enum
    bool key = false;
    bool numeric_key = false;             ///< a reference to a record whose key is a number
};

/// A bit per field of one record, 64 fields a word, at least one word.
using FieldBits = std::vector<std::uint64_t>;

/// A column of references.
struct ReferencePlan {
    std::int32_t table = -1;
    std::int32_t field = -1;  ///< of the table's record; −1: the items of a list of references, which have a table of their own
    std::int32_t of = -1;     ///< record that it names elements of
};

struct RecordPlan {
    std::vector<FieldPlan> fields;
    NameTable names;                 ///< keys of the data → field; not_read if it is not wanted
    FieldBits wanted;
    FieldBits needed;                ///< those of them that are not optional
    std::vector<std::int32_t> columns;  ///< the wanted fields

    [[nodiscard]] bool wants(int field) const { return (wanted[static_cast<std::size_t>(field) / 64] >> (field % 64) & 1U) != 0; }
};

struct DecodePlan {
    DecodePlan(const dsl::Schema& schema, const Layout& layout, const ColumnMask& mask);
    DecodePlan(const DecodePlan&) = delete;  // fields point to its tables of spellings
    DecodePlan& operator=(const DecodePlan&) = delete;

    std::vector<RecordPlan> records;
    std::vector<NameTable> enums;    ///< spellings → member; −1, or the member for unlisted values
    std::vector<bool> numeric_key;   ///< by record: its key is a number
    std::vector<std::int32_t> keyed; ///< records, but for the case's, whose keys are wanted: references may name their elements
    std::vector<ReferencePlan> references;  ///< wanted fields that are references, or lists of them
};

}  // namespace kaoping::engine
