// Nests: for each outer row the items of its list, without those that a select dropped, that must differ from elements
// already bound, or whose join keys are known and unequal.
//
// First it is noted which items of which outer rows are looked at, at most 64 side by side, a bit each. Then each condition takes
// the bits of those that it rules out, in one loop over all of them; what is left are the pairs. Of a long list only items with
// an equal key are noted: it is sorted by its first key once; outer rows that share the list (all of one case, mostly) share
// the order.

#include <algorithm>

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

const Column* select(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& condition = run.arg(instruction, 0);
    const std::size_t rows = run.rows(instruction.op.space);
    shape_planes(out, rows);
    out.known.resize(rows, true);
    out.present.resize(rows, true);
    for (std::size_t w = 0; w < out.truth.word_count(); ++w) out.truth.word(w) = condition.truth.word(w) | ~condition.present.word(w);
    out.truth.clear_tail();
    return &out;
}

namespace {

constexpr std::int32_t short_list = 24;

[[nodiscard]] constexpr std::size_t place(std::int32_t row) { return static_cast<std::size_t>(row); }

class Pairing {
public:
    Pairing(Evaluation& run, const Instruction& instruction)
        : run_(run),
          list_(run.arg(instruction, 0)),
          rows_(run.nests[static_cast<std::size_t>(instruction.op.second)]),
          outer_rows_(run.rows(instruction.op.space)),
          case_of_(run.case_of(instruction.op.space)) {
        std::size_t arg = 1;
        for (; arg <= static_cast<std::size_t>(instruction.op.width); ++arg) differ_.push_back(&run.arg(instruction, arg));
        const std::size_t end = instruction.args.size() - (instruction.op.has_condition ? 1U : 0U);
        for (; arg + 1 < end; arg += 2) keys_.push_back({&run.arg(instruction, arg), &run.arg(instruction, arg + 1)});
        if (instruction.op.has_condition) kept_ = &run.arg(instruction, end);
    }

    void make() {
        rows_.over_budget.assign(run_.batch->cases(), false);
        rows_.any_over_budget = false;
        note_items();
        if (kept_ != nullptr) drop_unselected(*kept_);
        for (const Column* other : differ_) drop_bound(*other);
        for (const Key& key : keys_)  // numbers are compared sooner than texts
            if (!held_as_text(key.outer->kind)) drop_unequal(key);
        for (const Key& key : keys_)
            if (held_as_text(key.outer->kind)) drop_unequal(key);
        write_pairs();
    }

private:
    struct Key {
        const Column *outer, *item;
    };
    /// Items [begin, begin + count), count ≤ 64, of an outer row's list; bit i of `left`: item begin + i may belong to the row.
    struct Items {
        std::int32_t outer, begin, count;
        std::uint64_t left;
    };

    // Which items are looked at.

    void note_items() {
        items_.reserve(outer_rows_);
        for_each_wanted(run_, list_.present, [&](std::size_t outer) {
            if (work_ <= budget_) look_at(outer);
        });
        if (work_ <= budget_) return;  // so few together that no case has too many
        items_.clear();
        for_each_wanted(run_, list_.present, [&](std::size_t outer) {
            if (case_of_[outer] != case_) enter_case(case_of_[outer]);
            if (rows_.over_budget[static_cast<std::size_t>(case_)]) return;
            look_at(outer);
            if (work_ > budget_) give_up();
        });
    }

    void enter_case(std::int32_t of_case) {
        case_ = of_case;
        case_start_ = items_.size();
        work_ = 0;
    }

    /// The case has too many pairs: it keeps none, so that no fold sees a part of them.
    void give_up() {
        rows_.over_budget[static_cast<std::size_t>(case_)] = true;
        rows_.any_over_budget = true;
        run_.faulted = true;
        items_.resize(case_start_);
    }

    [[gnu::always_inline]] void look_at(std::size_t outer) {
        const std::int32_t begin = list_.begin[outer], count = list_.end[outer] - begin;
        if (count > short_list) return look_at_long(static_cast<std::int32_t>(outer), begin, count);
        work_ += count;
        if (count != 0) items_.push_back({static_cast<std::int32_t>(outer), begin, count, ~std::uint64_t{0} >> (64 - count)});
    }

    void look_at_long(std::int32_t outer, std::int32_t begin, std::int32_t count) {
        if (!keys_.empty() && keys_[0].outer->present.get(static_cast<std::size_t>(outer))) return look_at_equal(outer, begin, begin + count);
        work_ += count;
        if (work_ > budget_) return;
        for (std::int32_t size = 0; count > 0; begin += size, count -= size) {
            size = std::min(64, count);
            items_.push_back({outer, begin, size, ~std::uint64_t{0} >> (64 - size)});
        }
    }

    /// Those whose first key is not known to be another one.
    void look_at_equal(std::int32_t outer, std::int32_t begin, std::int32_t end) {
        if (begin != ordered_begin_ || end != ordered_end_) order(begin, end);
        candidates_.assign(unknown_.begin(), unknown_.end());
        const auto [low, high] = equal_keys(static_cast<std::size_t>(outer));
        candidates_.insert(candidates_.end(), low, high);
        std::sort(candidates_.begin(), candidates_.end());
        work_ += static_cast<std::int64_t>(candidates_.size()) + 1;
        if (work_ > budget_) return;
        for (std::size_t i = 0; i < candidates_.size();) {
            Items items{outer, candidates_[i], 0, 0};
            for (; i < candidates_.size() && candidates_[i] - items.begin < 64; ++i) {
                items.count = candidates_[i] - items.begin + 1;
                items.left |= std::uint64_t{1} << (items.count - 1);
            }
            items_.push_back(items);
        }
    }

    /// Sorts the items of a list by their first key; those whose key is unknown stand apart: they may match any outer row.
    void order(std::int32_t begin, std::int32_t end) {
        const Column& key = *keys_[0].item;
        ordered_.clear();
        unknown_.clear();
        for (std::int32_t item = begin; item < end; ++item) (key.present.get(place(item)) ? ordered_ : unknown_).push_back(item);
        if (held_as_text(key.kind)) std::sort(ordered_.begin(), ordered_.end(), [&](std::int32_t a, std::int32_t b) { return key.texts[place(a)] < key.texts[place(b)]; });
        else std::sort(ordered_.begin(), ordered_.end(), [&](std::int32_t a, std::int32_t b) { return number_at(key, place(a)) < number_at(key, place(b)); });
        ordered_begin_ = begin;
        ordered_end_ = end;
    }

    using Ordered = std::vector<std::int32_t>::const_iterator;
    [[nodiscard]] std::pair<Ordered, Ordered> equal_keys(std::size_t outer) const {
        const Column &key = *keys_[0].item, &wanted = *keys_[0].outer;
        const auto range = [&](const auto& value, auto value_of) {
            const Ordered low = std::partition_point(ordered_.begin(), ordered_.end(), [&](std::int32_t item) { return value_of(place(item)) < value; });
            return std::pair{low, std::partition_point(low, ordered_.end(), [&](std::int32_t item) { return value_of(place(item)) == value; })};
        };
        if (held_as_text(key.kind)) return range(wanted.texts[outer], [&](std::size_t item) { return key.texts[item]; });
        return range(number_at(wanted, outer), [&](std::size_t item) { return number_at(key, item); });
    }

    // What takes items away.

    void drop_unselected(const Column& kept) {
        for (Items& items : items_) items.left &= kept.truth.range(place(items.begin), place(items.count));
    }

    /// The element that another binder is bound to.
    void drop_bound(const Column& other) {
        for (Items& items : items_) {
            const auto at = static_cast<std::uint64_t>(other.numbers[place(items.outer)] - items.begin);
            if (at < static_cast<std::uint64_t>(items.count)) items.left &= ~(std::uint64_t{1} << at);
        }
    }

    /// Items whose key is known and another one.
    void drop_unequal(const Key& key) {
        if (held_as_text(key.outer->kind))
            drop_unless(key, [&](std::size_t outer, std::size_t item) { return same_cell_text(*key.outer, outer, *key.item, item); });
        else if (key.outer->kind == dsl::Kind::boolean)
            drop_unless(key, [&](std::size_t outer, std::size_t item) { return key.outer->truth.get(outer) == key.item->truth.get(item); });
        else
            drop_unless(key, [&](std::size_t outer, std::size_t item) { return key.outer->numbers[outer] == key.item->numbers[item]; });
    }

    template <typename Same>
    void drop_unless(const Key& key, Same same) {
        for (Items& items : items_) {
            const std::size_t outer = place(items.outer), begin = place(items.begin);
            if (!key.outer->present.get(outer)) continue;
            std::uint64_t left = items.left;
            for (std::uint64_t rest = left & key.item->present.range(begin, place(items.count)); rest != 0; rest &= rest - 1) {
                const auto i = static_cast<std::size_t>(__builtin_ctzll(rest));
                left &= ~(std::uint64_t{!same(outer, begin + i)} << i);
            }
            items.left = left;
        }
    }

    // What is left.

    void write_pairs() {
        rows_.begin.resize(outer_rows_ + 1);
        std::int32_t* const begins = rows_.begin.data();
        std::size_t size = 0, room = rows_.item.size(), begun = 0;  // outer rows of which it is said where their pairs begin
        for (const Items& items : items_) {
            for (; begun <= place(items.outer); ++begun) begins[begun] = static_cast<std::int32_t>(size);
            if (size + 64 > room) resize(room = std::max(room * 2, size + 64));
            const std::int32_t of_case = case_of_[place(items.outer)];
            for (std::uint64_t rest = items.left; rest != 0; rest &= rest - 1, ++size) {
                rows_.outer[size] = items.outer;
                rows_.item[size] = items.begin + __builtin_ctzll(rest);
                rows_.case_of[size] = of_case;
            }
        }
        for (; begun <= outer_rows_; ++begun) begins[begun] = static_cast<std::int32_t>(size);
        resize(size);
    }

    void resize(std::size_t pairs) {
        rows_.outer.resize(pairs);
        rows_.item.resize(pairs);
        rows_.case_of.resize(pairs);
    }

    Evaluation& run_;
    const Column& list_;
    NestRows& rows_;
    const std::size_t outer_rows_;
    std::span<const std::int32_t> case_of_;  ///< by outer row
    std::vector<const Column*> differ_;
    std::vector<Key> keys_;
    const Column* kept_ = nullptr;

    std::vector<Items> items_;
    std::int32_t case_ = -1;       ///< the case at hand, and where its items begin
    std::size_t case_start_ = 0;
    const std::int64_t budget_ = run_.plan->pair_budget;
    std::int64_t work_ = 0;        ///< pairs looked at: of all cases, and if those are too many, once more of each case
    std::vector<std::int32_t> ordered_, unknown_, candidates_;
    std::int32_t ordered_begin_ = 0, ordered_end_ = 0;
};

}  // namespace

const Column* nest(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    Pairing(run, instruction).make();
    return &out;
}

}  // namespace kaoping::engine::kernels
