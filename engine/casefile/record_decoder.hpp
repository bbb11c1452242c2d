#pragma once
// Walks a case of any format into the writer. A Node gives: `bool is_null()`, `bool is_object()`, `bool is_list()`,
// `bool take_text(text)`, `bool take_truth(truth)`, `bool take_count(number)` (which may refuse what `scalar` then says in full),
// `Scalar scalar()`, `CellPlace place()`, `void visited_as(copy)`, `bool each_field(names, unknown, order, f)` with
// f(field, key, Node), where field is the key's value in `names`, or `unknown` (of a key that stands for not_read f hears
// nothing), and `bool each_item(f)` with f(Node), false where the format broke. Nodes are visited once, in order.

#include <fmt/format.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "dsl/diagnostic/suggest.hpp"
#include "engine/casefile/case_writer.hpp"

namespace kaoping::engine {

/// One per format and thread: it learns the order of keys from case to case.
template <typename Node>
class RecordDecoder {
public:
    explicit RecordDecoder(CaseWriter& writer) : writer_(writer) {}

    /// Fills the row of a case. False: the format broke inside.
    bool whole_case(std::int32_t row, Node& node, bool strict) {
        if (plan_ != &writer_.plan() || strict_ != strict) {  // what a key stands for depends on it
            plan_ = &writer_.plan();
            strict_ = strict;
            orders_ = std::vector<KeyOrder>(plan_->records.size());
        }
        return record(writer_.schema().case_record, row, node);
    }

private:
    static constexpr int unknown_key = -1;

    bool record(int index, std::int32_t row, Node& node) {
        const RecordPlan& plan = plan_->records[static_cast<std::size_t>(index)];
        KeyOrder& order = orders_[static_cast<std::size_t>(index)];
        Seen seen(plan.wanted.size());
        const CellBuffers* const cells = writer_.cells(index);
        const bool whole = node.each_field(plan.names, strict_ ? unknown_key : not_read, order, [&](int field, std::string_view key, Node& value) __attribute__((always_inline)) {
            if (field == unknown_key) {
                unknown(index, row, key, value.place());
                return true;
            }
            if (value.is_null()) return true;
            if (!seen.add(field)) {
                writer_.finding("duplicate_key", writer_.pointer(index, row, field), value.place(), "this key stands there twice: the first one counts");
                return true;
            }
            return cell(cells[field], index, row, field, plan.fields[static_cast<std::size_t>(field)], value);
        });
        if (whole && !seen.holds(plan.wanted)) seen.hand([&](std::span<const std::uint64_t> words) { writer_.finish_row(index, row, words); });
        return whole;
    }

    /// The fields of a row that were there. Those of most records fit into a word, which stays in a register.
    class Seen {
    public:
        explicit Seen(std::size_t words) : more_(words > 1 ? words : 0) {}
        /// False: it is there already.
        [[gnu::always_inline]] bool add(int field) {
            const std::uint64_t bit = std::uint64_t{1} << (field % 64);
            std::uint64_t& word = more_.empty() ? only_ : more_[static_cast<std::size_t>(field) / 64];
            const bool is_new = (word & bit) == 0;
            word |= bit;
            return is_new;
        }
        [[nodiscard]] bool holds(const FieldBits& wanted) const {
            if (!more_.empty()) return false;  // which fields lack is looked for anyway
            return wanted.empty() || (wanted[0] & ~only_) == 0;
        }
        /// `use(words)`: of a copy, so that the word can stay in its register.
        template <typename Use>
        void hand(Use&& use) const {
            const std::uint64_t copy = only_;
            use(more_.empty() ? std::span(&copy, 1) : std::span<const std::uint64_t>(more_));
        }

    private:
        std::uint64_t only_ = 0;
        FieldBits more_;
    };

    void unknown(int index, std::int32_t row, std::string_view key, CellPlace place) {
        const dsl::Record& record = writer_.schema().records[static_cast<std::size_t>(index)];
        std::vector<std::string> names;
        for (const dsl::Field& field : record.fields) names.push_back(field.data_key);
        const std::string near = dsl::nearest_name(key, names);
        writer_.finding("unknown_field", writer_.pointer(index, row, -1) + "/" + pointer_part(key), place,
                        fmt::format("{} has no field `{}`{}", record.name, key, near.empty() ? std::string() : fmt::format(" (did you mean `{}`?)", near)));
    }

    /// `value` is a place in a register as long as nobody takes its address: what is not inlined gets a copy.
    [[gnu::always_inline]] bool cell(const CellBuffers& to, int index, std::int32_t row, int field, const FieldPlan& plan, Node& value) {
        if (std::string_view text; value.take_text(text)) {
            writer_.text(to, index, row, field, plan, text);
            return true;
        }
        if (plan.type.is(dsl::Kind::boolean)) {
            if (bool truth = false; value.take_truth(truth)) {
                CaseWriter::truth(to, row, truth);
                return true;
            }
        } else if (plan.type.is(dsl::Kind::number)) {
            if (std::int64_t number = 0; value.take_count(number)) {
                to.numbers[row] = number;
                return true;
            }
        }
        Node copy = value;
        const bool whole = whole_cell(to, index, row, field, plan, copy);
        value.visited_as(copy);
        return whole;
    }

    bool whole_cell(const CellBuffers& to, int index, std::int32_t row, int field, const FieldPlan& plan, Node& value) {
        if (plan.type.is(dsl::Kind::list) && value.is_list()) return list(to, index, row, field, plan, value);
        if (plan.type.is(dsl::Kind::element) && value.is_object()) {
            const std::int32_t inner = writer_.add_row(plan.type.of, {index, row, field, -1}, value.place());
            writer_.element(index, row, field, inner);
            return record(plan.type.of, inner, value);
        }
        writer_.scalar(index, row, field, value.scalar());
        return true;
    }

    bool list(const CellBuffers& to, int index, std::int32_t row, int field, const FieldPlan& plan, Node& value) {
        const CellPlace place = value.place();
        // Rows of one list lie side by side: the elements' own lists go to other tables.
        const std::int32_t begin = writer_.table(plan.items).rows;
        const bool whole = plan.item.is(dsl::Kind::element) ? elements(index, row, field, plan, value) : scalars(index, row, field, plan, value);
        writer_.list(to, index, row, field, begin, writer_.table(plan.items).rows, place);
        return whole;
    }

    bool scalars(int index, std::int32_t row, int field, const FieldPlan& plan, Node& value) {
        int position = 0;
        return value.each_item([&](Node& item) {
            const int at = position++;
            if (std::string_view text; item.take_text(text)) writer_.text_item(index, row, field, plan, at, text);
            else if (item.is_null()) writer_.item(index, row, field, plan, at, Scalar{Scalar::Kind::text, {}, item.place()});
            else writer_.item(index, row, field, plan, at, item.scalar());
            return true;
        });
    }

    bool elements(int index, std::int32_t row, int field, const FieldPlan& plan, Node& value) {
        int position = 0;
        return value.each_item([&](Node& item) {
            Node copy = item;
            const bool whole = element(index, row, field, plan, position++, copy);
            item.visited_as(copy);
            return whole;
        });
    }

    bool element(int index, std::int32_t row, int field, const FieldPlan& plan, int position, Node& item) {
        const std::int32_t inner = writer_.add_row(plan.items, {index, row, field, position}, item.place());
        if (item.is_object()) return record(plan.item.of, inner, item);
        // Something else where an element should be: an element of which nothing is known.
        writer_.unknown_row(plan.item.of, inner);
        writer_.finding("wrong_type", writer_.pointer(plan.item.of, inner, -1), item.place(), "expected an object");
        return true;
    }

    CaseWriter& writer_;
    const DecodePlan* plan_ = nullptr;
    std::vector<KeyOrder> orders_;        ///< by record
    bool strict_ = false;
};

}  // namespace kaoping::engine
