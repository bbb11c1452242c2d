#pragma once
// Walks a case of any format into the writer. A Node gives: `bool is_null()`, `bool is_object()`, `bool is_list()`, `CellPlace place()`,
// and `Walked`, which is false where the format broke: JSON says so where the value ends, which then is in a register when what stands
// behind it is looked at. A node is walked once, by one of these: `Walked take(scalar)`; `Walked pass()`, over it; `Walked each_item(f)`
// with f(Node); `Walked each_field(keys, row, f)` with f(key, name, Node), for the fields whose keys are not passed over and whose values
// it has not read into the row itself. `f` gives what its node's walk gave.

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <vector>

#include "dsl/diagnostic/suggest.hpp"
#include "engine/casefile/case_writer.hpp"
#include "engine/casefile/record_keys.hpp"

namespace kaoping::engine {

/// One per format and thread: it learns the order of keys from case to case.
template <typename Node>
class RecordDecoder {
public:
    explicit RecordDecoder(CaseWriter& writer) : writer_(writer) {}

    using Walked = typename Node::Walked;

    /// Fills the row of a case.
    Walked whole_case(std::int32_t row, Node node, bool strict) {
        if (plan_ != &writer_.plan() || strict_ != strict) {  // what a key stands for depends on it
            plan_ = &writer_.plan();
            strict_ = strict;
            keys_.clear();
            for (std::size_t r = 0; r < plan_->records.size(); ++r) keys_.emplace_back(writer_, static_cast<int>(r), strict);
        }
        return record(writer_.schema().case_record, row, node);
    }

private:
    Walked record(int index, std::int32_t row, Node node) {
        RecordKeys& keys = keys_[static_cast<std::size_t>(index)];
        keys.begin_row();
        const Walked whole = node.each_field(keys, row, [this, index, row](const RecordKey& key, std::string_view name, Node value) __attribute__((always_inline)) {
            return any_form(index, row, key, name, value);
        });
        if (whole && !keys.has_all_wanted()) writer_.finish_row(index, row, keys.seen());
        return whole;
    }

    void unknown(int index, std::int32_t row, std::string_view key, CellPlace place) {
        const dsl::Record& record = writer_.schema().records[static_cast<std::size_t>(index)];
        std::vector<std::string> names;
        for (const dsl::Field& field : record.fields) names.push_back(field.data_key);
        const std::string near = dsl::nearest_name(key, names);
        writer_.finding("unknown_field", writer_.pointer(index, row, -1) + "/" + pointer_part(key), place,
                        fmt::format("{} has no field `{}`{}", record.name, key, near.empty() ? std::string() : fmt::format(" (did you mean `{}`?)", near)));
    }

    [[gnu::always_inline]] Walked any_form(int index, std::int32_t row, const RecordKey& key, std::string_view name, Node value) {
        if (key.unknown()) {
            unknown(index, row, name, value.place());
            return value.pass();
        }
        if (value.is_null()) return value.pass();
        if (key.was_seen()) {
            writer_.finding("duplicate_key", writer_.pointer(index, row, key.field), value.place(), "this key stands there twice: the first one counts");
            return value.pass();
        }
        key.note_seen();
        const FieldPlan& plan = *key.plan;
        if (plan.type.is(dsl::Kind::list) && value.is_list()) return list(*key.cells, index, row, key.field, plan, value);
        if (plan.type.is(dsl::Kind::element) && value.is_object()) {
            const std::int32_t inner = writer_.add_row(plan.type.of, {index, row, key.field, -1}, value.place());
            writer_.element(index, row, key.field, inner);
            return record(plan.type.of, inner, value);
        }
        Scalar scalar;
        const Walked whole = value.take(scalar);
        writer_.scalar(index, row, key.field, scalar);
        return whole;
    }

    Walked list(const CellBuffers& to, int index, std::int32_t row, int field, const FieldPlan& plan, Node value) {
        const CellPlace place = value.place();
        // Rows of one list lie side by side: the elements' own lists go to other tables.
        const std::int32_t begin = writer_.table(plan.items).rows;
        const Walked whole = plan.item.is(dsl::Kind::element) ? elements(index, row, field, plan, value) : scalars(index, row, field, plan, value);
        writer_.list(to, index, row, field, begin, writer_.table(plan.items).rows, place);
        return whole;
    }

    Walked scalars(int index, std::int32_t row, int field, const FieldPlan& plan, Node value) {
        int position = 0;
        return value.each_item([&](Node item) {
            const std::int32_t inner = writer_.add_row(plan.items, {index, row, field, position++}, item.place());
            Scalar scalar{Scalar::Kind::text, {}, item.place()};
            const Walked whole = item.is_null() ? item.pass() : item.take(scalar);
            writer_.item(plan, inner, scalar);
            return whole;
        });
    }

    Walked elements(int index, std::int32_t row, int field, const FieldPlan& plan, Node value) {
        int position = 0;
        return value.each_item([&](Node item) { return element(index, row, field, plan, position++, item); });
    }

    Walked element(int index, std::int32_t row, int field, const FieldPlan& plan, int position, Node item) {
        const std::int32_t inner = writer_.add_row(plan.items, {index, row, field, position}, item.place());
        if (item.is_object()) return record(plan.item.of, inner, item);
        // Something else where an element should be: an element of which nothing is known.
        writer_.unknown_row(plan.item.of, inner);
        writer_.finding("wrong_type", writer_.pointer(plan.item.of, inner, -1), item.place(), "expected an object");
        return item.pass();
    }

    CaseWriter& writer_;
    const DecodePlan* plan_ = nullptr;
    std::vector<RecordKeys> keys_;        ///< by record
    bool strict_ = false;
};

}  // namespace kaoping::engine
