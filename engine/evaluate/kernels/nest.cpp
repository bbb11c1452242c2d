// Nests: for each outer row the items of its list, without those that a select dropped, that must differ from elements
// already bound, or whose join keys are known and unequal.
//
// Short lists are compared item by item. A long one is sorted by its first key once; outer rows that share the list (all of
// one case, mostly) share the order.

#include <algorithm>

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

const Column* select(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& condition = run.arg(instruction, 0);
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, dsl::Kind::boolean, rows);
    out.known.resize(rows, true);
    out.present.resize(rows, true);
    for (std::size_t w = 0; w < out.truth.word_count(); ++w) out.truth.word(w) = condition.truth.word(w) | ~condition.present.word(w);
    out.truth.clear_tail();
    return &out;
}

namespace {

constexpr std::size_t short_list = 24;

class Pairing {
public:
    Pairing(Evaluation& run, const Instruction& instruction)
        : run_(run),
          op_(instruction.op),
          list_(run.arg(instruction, 0)),
          rows_(run.nests[static_cast<std::size_t>(instruction.op.second)]) {
        std::size_t arg = 1;
        for (; arg <= static_cast<std::size_t>(op_.width); ++arg) differ_.push_back(&run.arg(instruction, arg));
        const std::size_t end = instruction.args.size() - (op_.has_condition ? 1U : 0U);
        for (; arg + 1 < end; arg += 2) {
            keys_.push_back({&run.arg(instruction, arg), &run.arg(instruction, arg + 1)});
            (held_as_text(keys_.back().outer->kind) ? text_keys_ : number_keys_).push_back(keys_.back());
        }
        if (op_.has_condition) kept_ = &run.arg(instruction, end);
    }

    void make() {
        const std::size_t outer_rows = run_.rows(op_.space);
        const auto& case_of = run_.case_of(op_.space);
        rows_.begin.clear();
        rows_.over_budget.assign(run_.batch->cases(), false);
        rows_.any_over_budget = false;
        std::int32_t current = -1;
        std::size_t case_start = 0, first_outer = 0;
        for (std::size_t outer = 0; outer < outer_rows; ++outer) {
            if (case_of[outer] != current) {
                current = case_of[outer];
                case_start = size_;
                first_outer = outer;
                work_ = 0;
            }
            rows_.begin.push_back(static_cast<std::int32_t>(size_));
            if (!run_.matters(outer) || !list_.present.get(outer) || (rows_.any_over_budget && rows_.over_budget[static_cast<std::size_t>(current)])) continue;
            const std::size_t before = size_;
            pair(outer);
            std::fill(rows_.case_of.begin() + static_cast<std::ptrdiff_t>(before), rows_.case_of.begin() + static_cast<std::ptrdiff_t>(size_), current);
            if (work_ > run_.plan->pair_budget) give_up(current, case_start, first_outer, outer);
        }
        rows_.begin.push_back(static_cast<std::int32_t>(size_));
        resize(size_);
    }

private:
    struct Key {
        const Column *outer, *item;
    };

    /// The case has too many pairs: it keeps none, so that no fold sees a part of them.
    void give_up(std::int32_t of_case, std::size_t case_start, std::size_t first_outer, std::size_t outer) {
        rows_.over_budget[static_cast<std::size_t>(of_case)] = true;
        rows_.any_over_budget = true;
        run_.faulted = true;
        size_ = case_start;
        for (std::size_t row = first_outer; row <= outer; ++row) rows_.begin[row] = static_cast<std::int32_t>(case_start);
    }

    void resize(std::size_t pairs) {
        rows_.outer.resize(pairs);
        rows_.item.resize(pairs);
        rows_.case_of.resize(pairs);
    }

    void make_room(std::size_t more) {
        if (size_ + more > rows_.item.size()) resize(std::max(rows_.item.size() * 2, size_ + more));
    }

    /// Of at most 64 items from `begin` on: those that belong to the outer row.
    [[nodiscard]] std::uint64_t matching(std::size_t outer, std::size_t begin, std::size_t count) const {
        std::uint64_t left = ~std::uint64_t{0} >> (64 - count);
        if (kept_ != nullptr) left &= kept_->truth.range(begin, count);
        for (const Column* other : differ_) {
            const std::uint64_t place = static_cast<std::uint64_t>(other->numbers[outer]) - begin;
            if (place < count) left &= ~(std::uint64_t{1} << place);
        }
        for (const Key& key : number_keys_) left &= ~unequal_numbers(key, outer, begin, count);
        for (const Key& key : text_keys_) left &= ~unequal_texts(key, outer, begin, left);
        return left;
    }

    /// Items whose key is known and another one; without branches, for short lists.
    [[nodiscard]] static std::uint64_t unequal_numbers(const Key& key, std::size_t outer, std::size_t begin, std::size_t count) {
        if (!key.outer->present.get(outer)) return 0;
        const std::int64_t wanted = number_at(*key.outer, outer);
        std::uint64_t equal = 0;
        if (key.item->kind == dsl::Kind::boolean) {
            equal = wanted != 0 ? key.item->truth.range(begin, count) : ~key.item->truth.range(begin, count);
        } else {
            const std::int64_t* const numbers = key.item->numbers.data() + begin;
            for (std::size_t i = 0; i < count; ++i) equal |= std::uint64_t{numbers[i] == wanted} << i;
        }
        return key.item->present.range(begin, count) & ~equal;
    }

    /// The same among items that are `left`.
    [[nodiscard]] static std::uint64_t unequal_texts(const Key& key, std::size_t outer, std::size_t begin, std::uint64_t left) {
        if (!key.outer->present.get(outer)) return 0;
        std::uint64_t out = 0;
        for (; left != 0; left &= left - 1) {
            const auto i = static_cast<std::size_t>(__builtin_ctzll(left));
            if (key.item->present.get(begin + i) && !same_cell_text(*key.outer, outer, *key.item, begin + i)) out |= std::uint64_t{1} << i;
        }
        return out;
    }

    /// The items [begin, begin + count), count ≤ 64, that belong to the outer row.
    void add_matching(std::size_t outer, std::size_t begin, std::size_t count) {
        std::uint64_t left = matching(outer, begin, count);
        make_room(count);
        for (; left != 0; left &= left - 1) {
            rows_.outer[size_] = static_cast<std::int32_t>(outer);
            rows_.item[size_++] = static_cast<std::int32_t>(begin) + __builtin_ctzll(left);
        }
    }

    void pair(std::size_t outer) {
        const auto begin = static_cast<std::size_t>(list_.begin[outer]), end = static_cast<std::size_t>(list_.end[outer]);
        if (keys_.empty() || end - begin <= short_list || !keys_[0].outer->present.get(outer)) {
            work_ += static_cast<std::int64_t>(end - begin);
            if (work_ > run_.plan->pair_budget) return;
            for (std::size_t item = begin; item < end; item += 64) add_matching(outer, item, std::min<std::size_t>(64, end - item));
            return;
        }
        if (begin != ordered_begin_ || end != ordered_end_) order(begin, end);
        candidates_.assign(unknown_.begin(), unknown_.end());
        const auto [low, high] = equal_keys(outer);
        candidates_.insert(candidates_.end(), low, high);
        std::sort(candidates_.begin(), candidates_.end());
        work_ += static_cast<std::int64_t>(candidates_.size()) + 1;
        for (const std::size_t item : candidates_) add_matching(outer, item, 1);
    }

    /// Sorts the items of a list by their first key; those whose key is unknown stand apart: they may match any outer row.
    void order(std::size_t begin, std::size_t end) {
        const Column& key = *keys_[0].item;
        ordered_.clear();
        unknown_.clear();
        for (std::size_t item = begin; item < end; ++item) (key.present.get(item) ? ordered_ : unknown_).push_back(item);
        if (held_as_text(key.kind)) std::sort(ordered_.begin(), ordered_.end(), [&](std::size_t a, std::size_t b) { return key.texts[a] < key.texts[b]; });
        else std::sort(ordered_.begin(), ordered_.end(), [&](std::size_t a, std::size_t b) { return number_at(key, a) < number_at(key, b); });
        ordered_begin_ = begin;
        ordered_end_ = end;
    }

    [[nodiscard]] std::pair<std::vector<std::size_t>::const_iterator, std::vector<std::size_t>::const_iterator> equal_keys(std::size_t outer) const {
        const Column &key = *keys_[0].item, &wanted = *keys_[0].outer;
        if (held_as_text(key.kind)) {
            const std::string_view text = wanted.texts[outer];
            const auto low = std::partition_point(ordered_.begin(), ordered_.end(), [&](std::size_t item) { return key.texts[item] < text; });
            return {low, std::partition_point(low, ordered_.end(), [&](std::size_t item) { return key.texts[item] == text; })};
        }
        const std::int64_t number = number_at(wanted, outer);
        const auto low = std::partition_point(ordered_.begin(), ordered_.end(), [&](std::size_t item) { return number_at(key, item) < number; });
        return {low, std::partition_point(low, ordered_.end(), [&](std::size_t item) { return number_at(key, item) == number; })};
    }

    Evaluation& run_;
    const Vertex& op_;
    const Column& list_;
    NestRows& rows_;
    std::vector<const Column*> differ_;
    std::vector<Key> keys_, number_keys_, text_keys_;  ///< all; then those by kind of value: numbers are compared first
    std::size_t size_ = 0;                             ///< pairs so far; the vectors of rows_ are as long as there is room
    const Column* kept_ = nullptr;
    std::vector<std::size_t> ordered_, unknown_, candidates_;
    std::size_t ordered_begin_ = 0, ordered_end_ = 0;
    std::int64_t work_ = 0;  ///< pairs looked at in the case at hand
};

}  // namespace

const Column* nest(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    Pairing(run, instruction).make();
    return &out;
}

}  // namespace kaoping::engine::kernels
