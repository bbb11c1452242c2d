// Nests: for each outer row the items of its list, without those that a select dropped, that must differ from elements
// already bound, or whose join keys are known and unequal.
//
// Pairs are noted side by side, a block at a time, and each condition goes through the block and closes the gaps of those that it
// rules out. Lists are short, and each has another length: a loop per outer row would end where nobody foresees it. Of a long
// list only items with an equal key are noted: it is sorted by its first key once; outer rows that share the list (all of one
// case, mostly) share the order.

#include <algorithm>
#include <cstring>
#include <utility>

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

constexpr std::int32_t short_list = 24;  ///< a multiple of eight
constexpr std::size_t most_pairs = 2048;  ///< pairs of a block

using Four [[gnu::vector_size(16)]] = std::int32_t;

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
        note_all();
        settle();
        write_begins();
    }

private:
    struct Key {
        const Column *outer, *item;
    };

    // Which items are looked at.

    void note_all() {
        note_short_lists();
        if (work_ <= budget_) return;  // so few together that no case has too many
        written_ = noted_ = 0;
        for_each_wanted(run_, list_.present, [&](std::size_t outer) {
            if (case_of_[outer] != case_) enter_case(case_of_[outer]);
            if (rows_.over_budget[static_cast<std::size_t>(case_)]) return;
            look_at(outer);
            if (work_ > budget_) give_up();
        });
    }

    /// All rows as if they were of one case. What nearly all lists need is done in registers.
    void note_short_lists() {
        const std::int32_t *const begins = list_.begin.data(), *const ends = list_.end.data();
        std::size_t noted = 0;
        std::int64_t work = 0;
        for_each_wanted(run_, list_.present, [&](std::size_t outer) {
            const std::int32_t begin = begins[outer], count = ends[outer] - begin;
            if (count <= short_list && noted + short_list <= most_pairs) {
                write_eights(noted, static_cast<std::int32_t>(outer), begin, count);
                noted += place(count);
                work += count;
                return;
            }
            noted_ = noted;
            work_ += std::exchange(work, 0);
            if (work_ <= budget_) look_at(outer);
            noted = noted_;
        });
        noted_ = noted;
        work_ += work;
    }

    void enter_case(std::int32_t of_case) {
        settle();
        case_ = of_case;
        case_start_ = written_;
        work_ = 0;
    }

    /// The case has too many pairs: it keeps none, so that no fold sees a part of them.
    void give_up() {
        rows_.over_budget[static_cast<std::size_t>(case_)] = true;
        rows_.any_over_budget = true;
        run_.faulted = true;
        noted_ = 0;
        written_ = case_start_;
    }

    [[gnu::noinline]] void look_at(std::size_t outer) {
        const std::int32_t begin = list_.begin[outer], count = list_.end[outer] - begin;
        if (count > short_list) return look_at_long(static_cast<std::int32_t>(outer), begin, count);
        work_ += count;
        note(static_cast<std::int32_t>(outer), begin, count);
    }

    void look_at_long(std::int32_t outer, std::int32_t begin, std::int32_t count) {
        if (!keys_.empty() && keys_[0].outer->present.get(place(outer))) return look_at_equal(outer, begin, begin + count);
        work_ += count;
        if (work_ > budget_) return;
        for (std::int32_t size = 0; count > 0; begin += size, count -= size) note(outer, begin, size = std::min(short_list, count));
    }

    /// At most `short_list` items side by side.
    void note(std::int32_t outer, std::int32_t begin, std::int32_t count) {
        if (noted_ + short_list > most_pairs) settle();
        write_eights(noted_, outer, begin, count);
        noted_ += place(count);
    }

    /// Eight at once, so that hardly ever a branch depends on how many there are.
    [[gnu::always_inline]] void write_eights(std::size_t at, std::int32_t outer, std::int32_t begin, std::int32_t count) {
        const Four same = Four{} + outer;
        Four items = Four{0, 1, 2, 3} + begin;
        do {
            for (int half = 0; half < 2; ++half, at += 4, items += 4) {
                write_four(outer_ + at, same);
                write_four(item_ + at, items);
            }
        } while ((count -= 8) > 0);
    }
    static void write_four(std::int32_t* to, const Four& four) { std::memcpy(to, &four, sizeof four); }

    /// Those whose first key is not known to be another one.
    void look_at_equal(std::int32_t outer, std::int32_t begin, std::int32_t end) {
        if (begin != ordered_begin_ || end != ordered_end_) order(begin, end);
        candidates_.assign(unknown_.begin(), unknown_.end());
        const auto [low, high] = equal_keys(place(outer));
        candidates_.insert(candidates_.end(), low, high);
        std::sort(candidates_.begin(), candidates_.end());
        work_ += static_cast<std::int64_t>(candidates_.size()) + 1;
        if (work_ > budget_) return;
        for (const std::int32_t item : candidates_) note(outer, item, 1);
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

    // What takes pairs away.

    /// What is left of the block goes to the rows.
    void settle() {
        if (kept_ != nullptr) keep([selected = &kept_->truth](std::size_t, std::size_t item) { return selected->get(item); });
        for (const Column* other : differ_)  // the element that another binder is bound to
            keep([bound = other->numbers.data()](std::size_t outer, std::size_t item) { return bound[outer] != static_cast<std::int64_t>(item); });
        for (const Key& key : keys_)  // numbers are compared sooner than texts
            if (!held_as_text(key.outer->kind)) keep_equal(key);
        for (const Key& key : keys_)
            if (held_as_text(key.outer->kind)) keep_equal(key);
        write();
    }

    /// Without a branch on whether a pair belongs.
    template <typename Belongs>
    void keep(Belongs belongs) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < noted_; ++i) {
            const std::int32_t outer = outer_[i], item = item_[i];
            outer_[kept] = outer;
            item_[kept] = item;
            kept += static_cast<std::size_t>(belongs(place(outer), place(item)));
        }
        noted_ = kept;
    }

    /// Pairs whose keys are not known to be different ones.
    void keep_equal(const Key& key) {
        const Column &a = *key.outer, &b = *key.item;
        const auto unless_known = [&](std::size_t outer, std::size_t item, bool same) { return !(a.present.get(outer) & b.present.get(item)) | same; };
        if (held_as_text(a.kind))
            keep([&](std::size_t outer, std::size_t item) { return !(a.present.get(outer) && b.present.get(item)) || same_cell_text(a, outer, b, item); });
        else if (a.kind == dsl::Kind::boolean)
            keep([&](std::size_t outer, std::size_t item) { return unless_known(outer, item, a.truth.get(outer) == b.truth.get(item)); });
        else if (!a.present.all() || !b.present.all())
            keep([&](std::size_t outer, std::size_t item) { return unless_known(outer, item, a.numbers[outer] == b.numbers[item]); });
        else
            keep([&](std::size_t outer, std::size_t item) { return a.numbers[outer] == b.numbers[item]; });
    }

    // What is left.

    void write() {
        const std::size_t before = written_;
        written_ += noted_;
        for (std::vector<std::int32_t>* values : {&rows_.outer, &rows_.item, &rows_.case_of})
            if (values->size() < written_) values->resize(2 * written_);
        std::copy_n(outer_, noted_, rows_.outer.data() + before);
        std::copy_n(item_, noted_, rows_.item.data() + before);
        std::int32_t* const cases = rows_.case_of.data() + before;
        for (std::size_t i = 0; i < noted_; ++i) cases[i] = case_of_[place(outer_[i])];
        noted_ = 0;
    }

    /// Each pair says where those of the next outer row begin: the last one of a row has the last word, and rows without pairs begin
    /// where the one before them does.
    void write_begins() {
        rows_.begin.assign(outer_rows_ + 1, 0);
        std::int32_t* const begins = rows_.begin.data();
        const std::int32_t* const outers = rows_.outer.data();
        for (std::size_t i = 0; i < written_; ++i) begins[outers[i] + 1] = static_cast<std::int32_t>(i) + 1;
        for (std::size_t row = 0; row < outer_rows_; ++row) begins[row + 1] = std::max(begins[row + 1], begins[row]);
    }

    Evaluation& run_;
    const Column& list_;
    NestRows& rows_;
    const std::size_t outer_rows_;
    std::span<const std::int32_t> case_of_;  ///< by outer row
    std::vector<const Column*> differ_;
    std::vector<Key> keys_;
    const Column* kept_ = nullptr;

    std::int32_t outer_[most_pairs], item_[most_pairs];              ///< pairs of the block
    std::size_t noted_ = 0, written_ = 0;                ///< how many; and how many rows there are so far
    std::int32_t case_ = -1;       ///< the case at hand, and where its rows begin
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
