#pragma once
// A batch of case files as columns: what the readers make and every evaluator reads.
//
// Each record type has one table per batch; its rows are all elements of that record, of every list of every case, grouped
// by case and, inside a list, contiguous and in the list's order. (A record never contains itself, so a list's rows are
// never interrupted.) A list field holds the range of rows of its elements; a list of scalars or references has a table of
// its own with one column. The case record's table has one row per case, row i = case i of the batch.
//
// A cell is present, absent (known not to be recorded; only of optional types) or unknown (a gap in the data).

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/typed/schema.hpp"
#include "engine/casefile/bits.hpp"

namespace kaoping::engine {

enum class CellState : std::uint8_t { present, absent, unknown };

/// Values of one field over all rows of a table, or of one vertex of the plan over all rows of its space.
/// `known` and `present` are bit planes; present implies known. Booleans live in the plane `truth`. Planes have a bit per row;
/// values may be more than there are rows, for they keep the room that an earlier batch needed (`give_room`).
struct Column {
    dsl::Kind kind = dsl::Kind::error;
    Bits known, present;
    Bits truth;                              ///< booleans
    std::vector<std::int64_t> numbers;       ///< encodings of value.hpp; element: row in its record's table; reference: see below
    std::vector<std::string_view> texts;     ///< text and reference; slices of the batch's memory, empty in cells that are not present
    std::vector<std::int32_t> begin, end;    ///< lists: rows of the item table

    [[nodiscard]] CellState state(std::size_t row) const {
        return present.get(row) ? CellState::present : known.get(row) ? CellState::absent : CellState::unknown;
    }
};

/// Are values of a kind in `texts`?
[[nodiscard]] constexpr bool held_as_text(dsl::Kind kind) { return kind == dsl::Kind::text || kind == dsl::Kind::reference; }

/// Room for a value per row; what stands there already stays.
template <typename Value>
void give_room(std::vector<Value>& values, std::size_t rows) {
    if (values.size() < rows) values.resize(rows);
}

/// What a reference column's `numbers` hold: the row of the element that the key names, or one of these.
constexpr std::int64_t no_element = -1;    ///< none, or several: such a reference is not followed
constexpr std::int64_t not_looked_up = -2;

/// Line and column (from 1; column in display cells); 0: not kept.
struct CellPlace {
    std::uint32_t line = 0, column = 0;
};

/// Where a row came from, for pointers: element `position` of field `field` of row `parent_row` of `parent_table`
/// (position −1: the field is an embedded record, not a list).
struct RowOrigin {
    std::int32_t parent_table = -1, parent_row = -1, field = -1, position = -1;
};

struct Table {
    std::int32_t record = -1;         ///< −1: items of a scalar list
    std::int32_t rows = 0;
    std::vector<Column> columns;      ///< by field; one column for a scalar list
    std::vector<std::int32_t> case_of;    ///< by row; this and `origin` have room for more, as columns have
    std::vector<RowOrigin> origin;        ///< of the case table: nothing
    std::vector<std::int32_t> case_begin;         ///< size cases + 1: rows of case c are [case_begin[c], case_begin[c + 1])
    std::vector<CellPlace> row_places;            ///< empty: not kept
    std::vector<std::vector<CellPlace>> cell_places;  ///< by field; empty: not kept
};

/// Numbers of the tables: records first, then one table for each list field of scalars or references.
class Layout {
public:
    explicit Layout(const dsl::Schema& schema);
    /// Table of the items of list field `field` of `record`; for a list of records, that record's table.
    [[nodiscard]] int item_table(int record, int field) const { return items_[record][field]; }
    [[nodiscard]] int table_count() const { return count_; }

private:
    std::vector<std::vector<int>> items_;
    int count_ = 0;
};

/// What is wrong with the data of a case: reported, never dropped.
struct DataFinding {
    std::int32_t case_row = -1;
    std::string code;     ///< "wrong_type", "unlisted_value", "bad_time", "duplicate_key", "dangling_reference", "out_of_range", "missing", "after_as_of", "unknown_field", …
    std::string pointer;
    CellPlace place;
    std::string message;
};

struct CaseSource {
    std::string_view file;     ///< name as given; "-" for standard input
    std::uint32_t line = 0;    ///< first line of the case in the file, from 1
    std::uint64_t ordinal = 0; ///< number of the case in the whole run, from 0, in input order
};

struct CaseBatch {
    std::vector<Table> tables;
    std::vector<CaseSource> sources;       ///< by case row
    std::vector<DataFinding> data_findings;
    std::vector<std::shared_ptr<const void>> memory;  ///< what text slices and names of files point into

    [[nodiscard]] std::size_t cases() const { return sources.size(); }
    /// Copies a text into memory that lives as long as the batch (or until it is emptied).
    [[nodiscard]] std::string_view keep(std::string_view text);
    /// No cases; tables and columns keep their memory for the next ones.
    void clear();

private:
    std::vector<std::unique_ptr<char[]>> arena_;
    char* next_ = nullptr;
    std::size_t room_ = 0, first_room_ = 0;
};

/// `~` and `/` of a key as a JSON pointer writes them.
[[nodiscard]] std::string pointer_part(std::string_view key);

/// JSON pointer (RFC 6901, with the data's own keys) of a row, or of a field of it (field ≥ 0).
[[nodiscard]] std::string pointer_of(const dsl::Schema& schema, const Layout& layout, const CaseBatch& batch, int table, int row,
                                     int field = -1);
/// The pointer of a row, appended.
void append_pointer(const dsl::Schema& schema, const CaseBatch& batch, int table, int row, std::string& out);

}  // namespace kaoping::engine
