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
            outer_keys_.push_back(&run.arg(instruction, arg));
            item_keys_.push_back(&run.arg(instruction, arg + 1));
        }
        if (op_.has_condition) kept_ = &run.arg(instruction, end);
    }

    void make() {
        const std::size_t outer_rows = run_.rows(op_.space);
        const auto& case_of = run_.case_of(op_.space);
        rows_.begin.clear();
        rows_.outer.clear();
        rows_.item.clear();
        rows_.case_of.clear();
        rows_.over_budget.assign(run_.batch->cases(), false);
        std::int32_t current = -1;
        std::size_t case_start = 0, first_outer = 0;
        for (std::size_t outer = 0; outer < outer_rows; ++outer) {
            if (case_of[outer] != current) {
                current = case_of[outer];
                case_start = rows_.item.size();
                first_outer = outer;
                work_ = 0;
            }
            rows_.begin.push_back(static_cast<std::int32_t>(rows_.item.size()));
            if (!list_.present.get(outer) || rows_.over_budget[static_cast<std::size_t>(current)]) continue;
            pair(outer);
            rows_.case_of.resize(rows_.item.size(), current);
            if (work_ > run_.plan->pair_budget) give_up(current, case_start, first_outer, outer);
        }
        rows_.begin.push_back(static_cast<std::int32_t>(rows_.item.size()));
    }

private:
    /// The case has too many pairs: it keeps none, so that no fold sees a part of them.
    void give_up(std::int32_t of_case, std::size_t case_start, std::size_t first_outer, std::size_t outer) {
        rows_.over_budget[static_cast<std::size_t>(of_case)] = true;
        run_.faulted = true;
        rows_.outer.resize(case_start);
        rows_.item.resize(case_start);
        rows_.case_of.resize(case_start);
        for (std::size_t row = first_outer; row <= outer; ++row) rows_.begin[row] = static_cast<std::int32_t>(case_start);
    }

    void add(std::size_t outer, std::size_t item) {
        rows_.outer.push_back(static_cast<std::int32_t>(outer));
        rows_.item.push_back(static_cast<std::int32_t>(item));
    }

    [[nodiscard]] bool passes(std::size_t outer, std::size_t item) const {
        if (kept_ != nullptr && !kept_->truth.get(item)) return false;
        for (const Column* other : differ_)
            if (other->numbers[outer] == static_cast<std::int64_t>(item)) return false;
        for (std::size_t k = 0; k < outer_keys_.size(); ++k)
            if (unequal(*outer_keys_[k], outer, *item_keys_[k], item)) return false;
        return true;
    }

    [[nodiscard]] static bool unequal(const Column& a, std::size_t row_a, const Column& b, std::size_t row_b) {
        if (!a.present.get(row_a) || !b.present.get(row_b)) return false;
        return held_as_text(a.kind) ? !same_cell_text(a, row_a, b, row_b) : number_at(a, row_a) != number_at(b, row_b);
    }

    void pair(std::size_t outer) {
        const auto begin = static_cast<std::size_t>(list_.begin[outer]), end = static_cast<std::size_t>(list_.end[outer]);
        if (outer_keys_.empty() || end - begin <= short_list || !outer_keys_[0]->present.get(outer)) {
            work_ += static_cast<std::int64_t>(end - begin);
            if (work_ > run_.plan->pair_budget) return;
            for (std::size_t item = begin; item < end; ++item)
                if (passes(outer, item)) add(outer, item);
            return;
        }
        if (begin != ordered_begin_ || end != ordered_end_) order(begin, end);
        candidates_.assign(unknown_.begin(), unknown_.end());
        const auto [low, high] = equal_keys(outer);
        candidates_.insert(candidates_.end(), low, high);
        std::sort(candidates_.begin(), candidates_.end());
        work_ += static_cast<std::int64_t>(candidates_.size()) + 1;
        for (const std::size_t item : candidates_)
            if (passes(outer, item)) add(outer, item);
    }

    /// Sorts the items of a list by their first key; those whose key is unknown stand apart: they may match any outer row.
    void order(std::size_t begin, std::size_t end) {
        const Column& key = *item_keys_[0];
        ordered_.clear();
        unknown_.clear();
        for (std::size_t item = begin; item < end; ++item) (key.present.get(item) ? ordered_ : unknown_).push_back(item);
        if (held_as_text(key.kind)) std::sort(ordered_.begin(), ordered_.end(), [&](std::size_t a, std::size_t b) { return key.texts[a] < key.texts[b]; });
        else std::sort(ordered_.begin(), ordered_.end(), [&](std::size_t a, std::size_t b) { return number_at(key, a) < number_at(key, b); });
        ordered_begin_ = begin;
        ordered_end_ = end;
    }

    [[nodiscard]] std::pair<std::vector<std::size_t>::const_iterator, std::vector<std::size_t>::const_iterator> equal_keys(std::size_t outer) const {
        const Column &key = *item_keys_[0], &wanted = *outer_keys_[0];
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
    std::vector<const Column*> differ_, outer_keys_, item_keys_;
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
