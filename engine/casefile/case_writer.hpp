#pragma once
// Cells into columns: what a scalar of the data means for a field's type. Both formats write through it, so every rule about
// what is a value, what is absent and what is a gap stands here alone (semantics § 1).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/typed/schema.hpp"
#include "engine/casefile/batch.hpp"
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

class CaseWriter {
public:
    CaseWriter(const dsl::Schema& schema, const Layout& layout, const Zone& zone, const ColumnMask& mask, const ReadOptions& options, CaseBatch& batch);

    /// Starts the next case; returns its row.
    std::int32_t begin_case(CaseSource source);
    /// Takes back the case at hand: it cannot be read.
    void drop_case();
    /// Adds a row to a table. `places`: whether cells have places in this case's format.
    std::int32_t add_row(int table, RowOrigin origin, CellPlace place);
    /// Marks what the row's record has and the data lacks; to be called when all fields of the row were written.
    void finish_row(int record, std::int32_t row);

    [[nodiscard]] bool wanted(int record, int field) const { return mask_.columns[static_cast<std::size_t>(record)][static_cast<std::size_t>(field)]; }
    /// False: the field was written before (a duplicate key).
    bool first_time(int record, std::int32_t row, int field);

    void scalar(int record, std::int32_t row, int field, const Scalar& value);
    void element(int record, std::int32_t row, int field, std::int32_t element_row);
    void list(int record, std::int32_t row, int field, std::int32_t begin, std::int32_t end, CellPlace place);
    /// One item of a list of scalars, as a row of the list's own table.
    void item(int record, std::int32_t row, int field, int position, const Scalar& value);

    void finding(const char* code, std::string pointer, CellPlace place, std::string message);
    [[nodiscard]] std::string pointer(int record, std::int32_t row, int field) const;
    /// Keys, references and dates of the case at hand, when all of it is there.
    void finish_case();

    [[nodiscard]] const dsl::Schema& schema() const { return schema_; }
    [[nodiscard]] const Layout& layout() const { return layout_; }
    [[nodiscard]] Table& table(int t) { return batch_.tables[static_cast<std::size_t>(t)]; }

private:
    enum class Wrong : std::uint8_t { none, blank, type, value, range, unlisted, time };
    /// `key`: a YAML scalar without quotes is a text whatever it looks like.
    Wrong decode(dsl::Type type, Column& column, std::size_t row, const Scalar& value, bool key);
    Wrong decode_time(dsl::Type type, Column& column, std::size_t row, const Scalar& value);
    Wrong decode_key(dsl::Type type, Column& column, std::size_t row, const Scalar& value);
    void report(Wrong wrong, dsl::Type type, const Scalar& value, std::string pointer);
    void add_column_row(Column& column);
    void check_keys();
    void check_references();

    const dsl::Schema& schema_;
    const Layout& layout_;
    const Zone& zone_;
    const ColumnMask& mask_;
    const ReadOptions& options_;
    CaseBatch& batch_;
    std::int32_t case_row_ = -1;
    std::int64_t as_of_day_ = 0;
    std::vector<std::vector<std::vector<bool>>> seen_;  ///< by record, row of the case at hand, field
    std::vector<std::int32_t> first_row_;               ///< by table: first row of the case at hand
    std::size_t findings_before_ = 0;
};

/// Exact number of digits as written, in millionths; false: out of range or finer than a millionth.
[[nodiscard]] bool parse_exact(std::string_view digits, std::int64_t& out);

}  // namespace kaoping::engine
