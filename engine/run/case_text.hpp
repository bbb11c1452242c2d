#pragma once
// Cells of the case record as plain texts: id, unit, kind, the fields that scores are grouped by.

#include <string>
#include <vector>

#include "dsl/typed/schema.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::engine {

/// Appends the text of a text, number, enum, reference or truth-value cell; nothing if it is absent or unknown.
void append_cell(const dsl::Schema& schema, const dsl::Field& field, const Column& column, std::size_t row, std::string& out);

/// Which fields of the case identify it and group its score; −1: the schema has none.
class CaseFields {
public:
    CaseFields(const dsl::Schema& schema, const Scheme& scheme);

    [[nodiscard]] std::string id(const CaseBatch& batch, std::size_t case_row) const { return text(batch, key_, case_row); }
    [[nodiscard]] std::string unit(const CaseBatch& batch, std::size_t case_row) const { return text(batch, schema_.unit_field, case_row); }
    [[nodiscard]] std::string kind(const CaseBatch& batch, std::size_t case_row) const { return text(batch, schema_.kind_field, case_row); }
    [[nodiscard]] std::vector<std::string> group(const CaseBatch& batch, std::size_t case_row) const;
    /// The texts of the group as one text that no other group has. `cell`: for use inside; its memory and that of `out` is used again.
    void group_key(const CaseBatch& batch, std::size_t case_row, std::string& cell, std::string& out) const;

    /// Marks these columns, and the keys of all records (they name subjects), as wanted.
    void want(ColumnMask& mask) const;

private:
    [[nodiscard]] std::string text(const CaseBatch& batch, int field, std::size_t case_row) const;
    void append(const CaseBatch& batch, int field, std::size_t case_row, std::string& out) const;

    const dsl::Schema& schema_;
    int key_;
    std::vector<int> group_;
};

}  // namespace kaoping::engine
