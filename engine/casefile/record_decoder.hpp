#pragma once
// Walks a case of any format into the writer. A Node gives: `bool is_null()`, `bool is_object()`, `bool is_list()`,
// `Scalar scalar()`, `CellPlace place()`; `bool each_item(f)` with f(Node), false where the format broke; `bool each_field(keys,
// common, any)`, the same for the fields whose keys are not passed over: a format may ask common(key, Node) before any(key, name,
// Node), and then has for the forms that data mostly have `bool common_instant(time)`, `bool common_day(day)`, `bool truth(value)`
// and `bool count(number)` (which may refuse what `scalar` then says in full). For items of lists all have `bool plain_text(text)`,
// of which 16 bytes can be read, whatever its size, and `void pass()` behind it. Nodes are visited once, in order.

#include <fmt/format.h>

#include <cstdint>
#include <span>
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
    explicit RecordDecoder(CaseWriter& writer) : writer_(writer), latest_instant_(writer.latest_instant()), latest_day_(writer.latest_day()) {}

    /// Fills the row of a case. False: the format broke inside.
    bool whole_case(std::int32_t row, Node& node, bool strict) {
        if (plan_ != &writer_.plan() || strict_ != strict) {  // what a key stands for depends on it
            plan_ = &writer_.plan();
            strict_ = strict;
            keys_.clear();
            for (std::size_t r = 0; r < plan_->records.size(); ++r) keys_.emplace_back(plan_->records[r], writer_.cells(static_cast<int>(r)), strict);
        }
        return record(writer_.schema().case_record, row, node);
    }

private:
    bool record(int index, std::int32_t row, Node& node) {
        const RecordPlan& plan = plan_->records[static_cast<std::size_t>(index)];
        FieldsSeen seen(plan.wanted.size());
        const bool whole = node.each_field(
            keys_[static_cast<std::size_t>(index)],
            [&](const RecordKey& key, const auto& value) __attribute__((always_inline)) {
                if (seen.has(key) || !common_form(key, row, value)) return false;
                seen.add(key);
                return true;
            },
            [&](const RecordKey& key, std::string_view name, Node& value) { return any_form(index, row, key, name, seen, value); });
        if (whole && !seen.holds(plan.wanted)) writer_.finish_row(index, row, seen.words());
        return whole;
    }

    /// The fields of a row that were there. Those of most records fit into a word.
    class FieldsSeen {
    public:
        explicit FieldsSeen(std::size_t words) : more_(words > 1 ? words : 0), words_(words > 1 ? more_.data() : &only_), size_(words) {}
        FieldsSeen(const FieldsSeen&) = delete;
        FieldsSeen& operator=(const FieldsSeen&) = delete;
        [[nodiscard]] bool has(const RecordKey& key) const { return (words_[key.word] & key.bit) != 0; }
        void add(const RecordKey& key) { words_[key.word] |= key.bit; }
        [[nodiscard]] bool holds(const FieldBits& wanted) const {
            for (std::size_t w = 0; w < size_; ++w)
                if ((wanted[w] & ~words_[w]) != 0) return false;
            return true;
        }
        [[nodiscard]] std::span<const std::uint64_t> words() const { return {words_, size_}; }

    private:
        std::uint64_t only_ = 0;
        FieldBits more_;
        std::uint64_t* words_;
        std::size_t size_;
    };

    void unknown(int index, std::int32_t row, std::string_view key, CellPlace place) {
        const dsl::Record& record = writer_.schema().records[static_cast<std::size_t>(index)];
        std::vector<std::string> names;
        for (const dsl::Field& field : record.fields) names.push_back(field.data_key);
        const std::string near = dsl::nearest_name(key, names);
        writer_.finding("unknown_field", writer_.pointer(index, row, -1) + "/" + pointer_part(key), place,
                        fmt::format("{} has no field `{}`{}", record.name, key, near.empty() ? std::string() : fmt::format(" (did you mean `{}`?)", near)));
    }

    /// Reads a value in the form that data mostly have. False: nothing was read.
    [[gnu::always_inline]] bool common_form(const RecordKey& key, std::int32_t row, const auto& value) {
        using Read = RecordKey::Read;
        const CellBuffers* const to = key.cells;  // null of keys without a field
        std::string_view text;
        switch (key.read) {
            case Read::instant:
                if (std::int64_t instant = 0; value.common_instant(instant) && instant <= latest_instant_) to->numbers[row] = instant;
                else return false;
                break;
            case Read::day:
                if (std::int64_t day = 0; value.common_day(day) && day <= latest_day_) to->numbers[row] = day;
                else return false;
                break;
            case Read::member: {
                if (!value.plain_text(text)) return false;
                int member = key.plan->members->find_with_room(text);
                if (member < 0 && !begins_blank(text)) member = key.plan->anything_else;
                if (member < 0) return false;
                to->numbers[row] = member;
                break;
            }
            case Read::text:
                if (!value.plain_text(text) || begins_blank(text)) return false;
                to->texts[row] = text;
                break;
            case Read::truth:
                if (bool truth = false; value.truth(truth)) to->truth[row / 64] |= std::uint64_t{truth} << (row % 64);
                else return false;
                break;
            case Read::count:
                if (std::int64_t number = 0; value.count(number)) to->numbers[row] = number;
                else return false;
                break;
            default: return false;
        }
        return true;
    }
    /// Blank, or not by far as it should be: the long way looks closer.
    [[nodiscard]] static bool begins_blank(std::string_view text) { return text.empty() || static_cast<unsigned char>(text[0]) <= ' '; }

    bool any_form(int index, std::int32_t row, const RecordKey& key, std::string_view name, FieldsSeen& seen, Node& value) {
        if (key.read == RecordKey::Read::unknown) {
            unknown(index, row, name, value.place());
            return true;
        }
        if (value.is_null()) return true;
        if (seen.has(key)) {
            writer_.finding("duplicate_key", writer_.pointer(index, row, key.field), value.place(), "this key stands there twice: the first one counts");
            return true;
        }
        seen.add(key);
        const FieldPlan& plan = *key.plan;
        if (plan.type.is(dsl::Kind::list) && value.is_list()) return list(*key.cells, index, row, key.field, plan, value);
        if (plan.type.is(dsl::Kind::element) && value.is_object()) {
            const std::int32_t inner = writer_.add_row(plan.type.of, {index, row, key.field, -1}, value.place());
            writer_.element(index, row, key.field, inner);
            return record(plan.type.of, inner, value);
        }
        writer_.scalar(index, row, key.field, value.scalar());
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
        const CellBuffers* const texts = plan.item.is(dsl::Kind::text) ? writer_.cells(plan.items) : nullptr;
        return value.each_item([&](Node& item) {
            const std::int32_t inner = writer_.add_row(plan.items, {index, row, field, position++}, item.place());
            if (std::string_view text; texts != nullptr && item.plain_text(text) && !begins_blank(text)) {
                texts->texts[inner] = text;
                item.pass();
            } else if (item.is_null()) {
                writer_.item(plan, inner, Scalar{Scalar::Kind::text, {}, item.place()});
            } else {
                writer_.item(plan, inner, item.scalar());
            }
            return true;
        });
    }

    bool elements(int index, std::int32_t row, int field, const FieldPlan& plan, Node& value) {
        int position = 0;
        return value.each_item([&](Node& item) { return element(index, row, field, plan, position++, item); });
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
    std::vector<RecordKeys> keys_;        ///< by record
    bool strict_ = false;
    std::int64_t latest_instant_, latest_day_;
};

}  // namespace kaoping::engine
