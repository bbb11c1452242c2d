// Quantifiers: t, f and u of the table of semantics § 1 are counted per row. The condition of `every` is P ∧ ¬Q.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

namespace {

struct Counts {
    std::int64_t yes = 0, unknown = 0;
};

/// Few of them are set, mostly; the portable build has no instruction for it, but a call.
std::int64_t set_bits(std::uint64_t word) {
    std::int64_t out = 0;
    for (; word != 0; word &= word - 1) ++out;
    return out;
}

/// How far a quantifier counts: mostly it asks only whether there is any, for which a whole word of items costs what one does.
enum class CountUpTo : std::uint8_t { one, all };

/// Items that lie side by side as rows of one column: few words of its planes hold them all.
template <CountUpTo up_to>
[[gnu::always_inline]] inline Counts count_range(const Column& condition, std::size_t begin, std::size_t size) {
    const auto count_of = [](std::uint64_t word) { return up_to == CountUpTo::one ? std::int64_t{word != 0} : set_bits(word); };
    Counts out;
    for (std::size_t done = 0; done < size; done += 64) {
        const std::size_t count = std::min<std::size_t>(64, size - done);
        out.yes += count_of(condition.truth.range(begin + done, count));
        out.unknown += count_of(~condition.present.range(begin + done, count) & ~std::uint64_t{0} >> (64 - count));
    }
    return out;
}

template <CountUpTo up_to>
[[gnu::always_inline]] inline Counts count_items(const FoldItems& items) {
    if (const Column* side_by_side = items.condition_column()) return count_range<up_to>(*side_by_side, items.place(0), items.size());
    Counts out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Truth truth = items.condition(i);
        out.yes += truth == Truth::yes;
        out.unknown += truth == Truth::unknown;
    }
    return out;
}

/// What the counts of a row say of the quantifier: it is true, it is false, or neither.
struct Said {
    bool yes, no;
};

/// `decide(counts)`: Said. Where it counts up to one, counts only say whether there is any.
template <CountUpTo up_to, typename Decide>
const Column* quantify(Evaluation& run, const Instruction& instruction, ValueColumn& out, Decide decide) {
    const std::size_t rows = run.rows(instruction.op.space);
    shape_planes(out, rows);
    FoldItems items(run, instruction);
    for (std::size_t w = 0; w < out.truth.word_count(); ++w) {
        std::uint64_t yes = 0, no = 0;
        for_each_bit(items.rows_to_open(w, rows), [&](std::size_t place) __attribute__((always_inline)) {
            if (!items.open(w * 64 + place)) return;
            const Said said = decide(count_items<up_to>(items));
            yes |= std::uint64_t{said.yes} << place;
            no |= std::uint64_t{said.no} << place;
        });
        out.truth.word(w) = yes;
        out.known.word(w) = out.present.word(w) = yes | no;
    }
    return &out;
}

}  // namespace

const Column* at_least(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const std::int64_t wanted = instruction.op.index;
    if (wanted == 1) return quantify<CountUpTo::one>(run, instruction, out, [](Counts c) { return Said{c.yes > 0, (c.yes | c.unknown) == 0}; });
    return quantify<CountUpTo::all>(run, instruction, out, [&](Counts c) { return Said{c.yes >= wanted, c.yes + c.unknown < wanted}; });
}

const Column* at_most(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const std::int64_t wanted = instruction.op.index;
    if (wanted == 0) return every(run, instruction, out);  // of what its condition is: of P ∧ ¬Q there is none
    return quantify<CountUpTo::all>(run, instruction, out, [&](Counts c) { return Said{c.yes + c.unknown <= wanted, c.yes > wanted}; });
}

const Column* every(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    return quantify<CountUpTo::one>(run, instruction, out, [](Counts c) { return Said{(c.yes | c.unknown) == 0, c.yes > 0}; });
}

}  // namespace kaoping::engine::kernels
