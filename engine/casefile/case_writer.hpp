#pragma once
// Cells into columns: what a scalar of the data means for a field's type. Both formats write through it, so every rule about
// what is a value, what is absent and what is a gap stands here alone (semantics § 1).
//
// Divided among case_writer.cpp (rows), cell_values.cpp (what a scalar means) and cross_check.cpp (keys and references).

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/typed/schema.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/casefile/decode_plan.hpp"
#include "engine/casefile/key_rows.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

/// A scalar of the data, as the format gives it.
struct Scalar {
    enum class Kind : std::uint8_t {
        text,     ///< a quoted text
        number,   ///< digits as written
        boolean,
        plain,    ///< YAML without quotes: text, number or truth value, as the field wants
        other,    ///< a list or mapping where a scalar should be
    } kind = Kind::text;
    std::string_view text;  ///< lives as long as the batch
    CellPlace place;
};

/// The values of a column that is being filled: what the inner loop writes through. Small, so that those of several fields lie in one
/// line of a cache; which pointers there are depends on the column's kind.
struct CellBuffers {
    union {
        std::int64_t* numbers = nullptr;  ///< all kinds that the others here are not of; references too
        std::uint64_t* truth;             ///< booleans: a bit per row
        std::int32_t* begin;              ///< lists
    };
    union {
        std::string_view* texts = nullptr;  ///< texts and references
        std::int32_t* end;                  ///< lists
        const NameTable* members;           ///< enums
    };
};

/// Fills one batch after another; keeps its memory. All that it is given must outlive it.
class CaseWriter {
public:
    CaseWriter(const dsl::Schema& schema, const Layout& layout, const Zone& zone, const ReadOptions& options, CaseBatch& batch);

    /// Empties the batch. `plan` says which columns are filled until finish_batch.
    void start_batch(const DecodePlan& plan);
    /// Columns get their final length, data findings the order of their cases.
    void finish_batch();

    /// Starts the next case; returns its row.
    std::int32_t begin_case(CaseSource source);
    /// Takes back the case at hand: it cannot be read.
    void drop_case();

    /// Adds a row to a table. `place`: of the element, in formats that have places.
    std::int32_t add_row(int t, RowOrigin origin, CellPlace place) {
        Table& to = table(t);
        if (to.rows == room_[static_cast<std::size_t>(t)]) make_room(t, to.rows);
        const std::int32_t row = to.rows++;
        to.case_of[static_cast<std::size_t>(row)] = case_row_;
        to.origin[static_cast<std::size_t>(row)] = origin;
        if (place.line != 0 || !to.row_places.empty()) keep_row_place(to, row, place);
        return row;
    }
    /// Room behind the last row of a table: what is written there counts when the rows are added. Of a format without places.
    struct Room {
        std::int32_t* case_of;
        RowOrigin* origin;
        std::int32_t rows;  ///< with those that there are
    };
    [[nodiscard]] Room room(int t) {
        Table& of = table(t);
        return {of.case_of.data(), of.origin.data(), room_[static_cast<std::size_t>(t)]};
    }
    /// Makes room for more rows than these.
    [[gnu::cold]] void make_room(int t, std::int32_t more_than);
    /// Adds the rows up to `end`.
    void add_rows(int t, std::int32_t end) {
        Table& to = table(t);
        to.rows = end;
        if (!to.row_places.empty()) to.row_places.resize(static_cast<std::size_t>(end));
    }
    [[nodiscard]] std::int32_t case_row() const { return case_row_; }
    /// What the row's record has and the data lacks is marked: all wanted fields but those in `seen`.
    void finish_row(int record, std::int32_t row, std::span<const std::uint64_t> seen);
    /// Nothing is known of the row.
    void unknown_row(int record, std::int32_t row);

    /// By field; stays where it is, and what it points to is valid until the record gets another row.
    [[nodiscard]] const CellBuffers* cells(int record) const { return cells_[static_cast<std::size_t>(record)].data(); }
    /// Times behind it are data findings.
    [[nodiscard]] std::int64_t latest_instant() const { return options_.as_of; }
    [[nodiscard]] std::int64_t latest_day() const { return as_of_day_; }
    void scalar(int record, std::int32_t row, int field, const Scalar& value);
    void element(int record, std::int32_t row, int field, std::int32_t element_row) {
        table(record).columns[static_cast<std::size_t>(field)].numbers[static_cast<std::size_t>(row)] = element_row;
    }
    void list(const CellBuffers& to, int record, std::int32_t row, int field, std::int32_t begin, std::int32_t end, CellPlace place) {
        to.begin[row] = begin;
        to.end[row] = end;
        if (place.line != 0) keep_place(record, row, field, place);
    }
    /// The row of an item of a list of scalars.
    void item(const FieldPlan& plan, std::int32_t row, const Scalar& value);

    void finding(const char* code, std::string pointer, CellPlace place, std::string message) { finding_in(case_row_, code, std::move(pointer), place, std::move(message)); }
    [[nodiscard]] std::string pointer(int record, std::int32_t row, int field) const;

    [[nodiscard]] const dsl::Schema& schema() const { return schema_; }
    [[nodiscard]] const DecodePlan& plan() const { return *plan_; }
    [[nodiscard]] Table& table(int t) { return batch_.tables[static_cast<std::size_t>(t)]; }
    /// A text that lives as long as the batch.
    [[nodiscard]] std::string_view keep(std::string_view text) { return batch_.keep(text); }

private:
    static void absent_cell(Column& column, std::int32_t row);
    static void unknown_cell(Column& column, std::int32_t row);
    void keep_place(int record, std::int32_t row, int field, CellPlace place);
    [[gnu::cold]] static void keep_row_place(Table& to, std::int32_t row, CellPlace place);

    enum class Wrong : std::uint8_t { none, blank, type, value, range, unlisted, time };
    /// `key`: a YAML scalar without quotes is a text whatever it looks like.
    Wrong decode(dsl::Type type, Column& column, std::size_t row, const Scalar& value, bool key);
    Wrong decode_number(Column& column, std::size_t row, const Scalar& value);
    Wrong decode_time(dsl::Type type, Column& column, std::size_t row, const Scalar& value);
    Wrong decode_key(dsl::Type type, Column& column, std::size_t row, const Scalar& value);
    Wrong decode_member(dsl::Type type, Column& column, std::size_t row, const Scalar& value);
    void report(Wrong wrong, dsl::Type type, const Scalar& value, std::string pointer);
    void report_missing(int record, std::int32_t row, int field);
    void report_cell(Wrong wrong, int record, std::int32_t row, int field, const Scalar& value);
    void check_late(int record, std::int32_t row, int field, const Column& column, const Scalar& value);

    [[nodiscard]] std::span<const std::int32_t> columns_of(std::size_t table) const;
    /// Of the case at hand.
    [[nodiscard]] std::size_t first_row(std::size_t table) const { return static_cast<std::size_t>(batch_.tables[table].case_begin.back()); }
    void finding_in(std::int32_t of_case, const char* code, std::string pointer, CellPlace place, std::string message);
    /// Of the cases that are whole, some together: lists and references of a single one are so few that every loop would end where
    /// nobody foresees it; of a whole batch the texts would have left the cache.
    static constexpr std::int32_t checked_together = 16;
    void cross_check();
    struct Rows {
        std::int32_t begin, end;
    };
    [[nodiscard]] Rows unchecked(const Table& table) const;
    void check_keys(std::int32_t record);
    void check_references(const ReferencePlan& references);
    void report_dangling(const ReferencePlan& references, std::int32_t row);

    const dsl::Schema& schema_;
    const Layout& layout_;
    const Zone& zone_;
    const ReadOptions& options_;
    CaseBatch& batch_;
    const DecodePlan* plan_ = nullptr;
    std::int32_t case_row_ = -1;
    std::int64_t as_of_day_ = 0;
    std::vector<std::int32_t> room_;                    ///< by table: rows that its columns have room for
    std::vector<std::vector<CellBuffers>> cells_;       ///< by table, then by field: as long as there is room
    std::vector<std::vector<std::uint64_t*>> present_;  ///< the same, a bit per row: of fields that are not there nothing else is asked
    std::vector<KeyRows> keys_;                         ///< by record: of the cases that are checked together
    std::int32_t checked_ = 0;                          ///< the first case whose keys and references were not looked at
    bool out_of_order_ = false;                         ///< findings of one case stand behind those of a later one
    std::size_t findings_before_ = 0;
};

/// Exact number of digits as written, in millionths; false: out of range or finer than a millionth.
[[nodiscard]] bool parse_exact(std::string_view digits, std::int64_t& out);

}  // namespace kaoping::engine
