#pragma once
// Walks a case of any format into the writer. A Node gives: `bool is_null()`, `bool is_object()`, `bool is_list()`,
// `Scalar scalar()`, `CellPlace place()`, `bool each_field(f)` with f(key, Node) and `bool each_item(f)` with f(Node), false
// where the format broke. Nodes are visited once, in order.

#include <fmt/format.h>

#include <string>

#include "dsl/diagnostic/suggest.hpp"
#include "engine/casefile/case_writer.hpp"

namespace kaoping::engine {

template <typename Node>
class RecordDecoder {
public:
    RecordDecoder(CaseWriter& writer, bool strict) : writer_(writer), strict_(strict) {}

    /// False: the format broke inside.
    bool record(int index, std::int32_t row, Node& node) {
        bool good = true;
        const bool whole = node.each_field([&](std::string_view key, Node& value) {
            const int field = find(index, key);
            if (field < 0) {
                if (strict_) unknown(index, row, key, value);
            } else if (writer_.wanted(index, field)) {
                good = good && cell(index, row, field, value);
            }
            return good;
        });
        if (good && whole) writer_.finish_row(index, row);
        return good && whole;
    }

private:
    [[nodiscard]] int find(int index, std::string_view key) const {
        const auto& fields = writer_.schema().records[static_cast<std::size_t>(index)].fields;
        for (std::size_t f = 0; f < fields.size(); ++f)
            if (fields[f].data_key == key) return static_cast<int>(f);
        return -1;
    }

    void unknown(int index, std::int32_t row, std::string_view key, Node& value) {
        std::vector<std::string> names;
        for (const dsl::Field& field : writer_.schema().records[static_cast<std::size_t>(index)].fields) names.push_back(field.data_key);
        const std::string near = dsl::nearest_name(key, names);
        writer_.finding("unknown_field", writer_.pointer(index, row, -1) + "/" + pointer_part(key), value.place(),
                        fmt::format("{} has no field `{}`{}", writer_.schema().records[static_cast<std::size_t>(index)].name, key,
                                    near.empty() ? std::string() : fmt::format(" (did you mean `{}`?)", near)));
    }

    bool cell(int index, std::int32_t row, int field, Node& value) {
        const dsl::Type type = writer_.schema().records[static_cast<std::size_t>(index)].fields[static_cast<std::size_t>(field)].type;
        if (value.is_null()) return true;
        if (!writer_.first_time(index, row, field)) {
            writer_.finding("duplicate_key", writer_.pointer(index, row, field), value.place(), "this key stands there twice: the first one counts");
            return true;
        }
        if (type.is(dsl::Kind::list) && value.is_list()) return list(index, row, field, type, value);
        if (type.is(dsl::Kind::element) && value.is_object()) {
            const std::int32_t inner = writer_.add_row(type.of, {index, row, field, -1}, value.place());
            writer_.element(index, row, field, inner);
            return record(type.of, inner, value);
        }
        writer_.scalar(index, row, field, value.scalar());
        return true;
    }

    bool list(int index, std::int32_t row, int field, dsl::Type type, Node& value) {
        const CellPlace place = value.place();
        const int items = writer_.layout().item_table(index, field);
        // Rows of one list lie side by side: the elements' own lists go to other tables.
        const std::int32_t begin = writer_.table(items).rows;
        int position = 0;
        bool good = true;
        const bool whole = value.each_item([&](Node& item) {
            if (type.item != dsl::Kind::element) {
                if (item.is_null()) writer_.item(index, row, field, position, Scalar{Scalar::Kind::text, {}, item.place()});
                else writer_.item(index, row, field, position, item.scalar());
            } else {
                const std::int32_t inner = writer_.add_row(items, {index, row, field, position}, item.place());
                if (item.is_object()) good = good && record(type.of, inner, item);
                else broken_element(type.of, inner, item);
            }
            ++position;
            return good;
        });
        writer_.list(index, row, field, begin, writer_.table(items).rows, place);
        return good && whole;
    }

    /// Something else where an element should be: an element of which nothing is known.
    void broken_element(int index, std::int32_t row, Node& item) {
        writer_.finding("wrong_type", writer_.pointer(index, row, -1), item.place(), "expected an object");
        for (std::size_t f = 0; f < writer_.schema().records[static_cast<std::size_t>(index)].fields.size(); ++f) (void)writer_.first_time(index, row, static_cast<int>(f));
    }

    CaseWriter& writer_;
    bool strict_;
};

}  // namespace kaoping::engine
