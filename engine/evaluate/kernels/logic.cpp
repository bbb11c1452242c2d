// Kleene logic over two bit planes, 64 rows a word: `present` (known) and `truth`.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

const Column* not_(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& a = run.arg(instruction, 0);
    shape_planes(out, run.rows(instruction.op.space));
    for (std::size_t w = 0; w < out.truth.word_count(); ++w) {
        out.known.word(w) = out.present.word(w) = a.present.word(w);
        out.truth.word(w) = a.present.word(w) & ~a.truth.word(w);
    }
    return &out;
}

/// True where all are true; known where that holds or one is false.
const Column* and_(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    shape_planes(out, run.rows(instruction.op.space));
    for (std::size_t w = 0; w < out.truth.word_count(); ++w) {
        std::uint64_t yes = ~std::uint64_t{0}, no = 0;
        for (std::size_t i = 0; i < instruction.args.size(); ++i) {
            const Column& a = run.arg(instruction, i);
            yes &= a.truth.word(w);
            no |= a.present.word(w) & ~a.truth.word(w);
        }
        out.truth.word(w) = yes;
        out.known.word(w) = out.present.word(w) = yes | no;
    }
    return &out;
}

/// True where one is true; known where that holds or all are false.
const Column* or_(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    shape_planes(out, run.rows(instruction.op.space));
    for (std::size_t w = 0; w < out.truth.word_count(); ++w) {
        std::uint64_t yes = 0, no = ~std::uint64_t{0};
        for (std::size_t i = 0; i < instruction.args.size(); ++i) {
            const Column& a = run.arg(instruction, i);
            yes |= a.truth.word(w);
            no &= a.present.word(w) & ~a.truth.word(w);
        }
        out.truth.word(w) = yes;
        out.known.word(w) = out.present.word(w) = yes | no;
    }
    return &out;
}

namespace {

const Column* recorded(Evaluation& run, const Instruction& instruction, ValueColumn& out, bool wanted) {
    const Column& a = run.arg(instruction, 0);
    shape_planes(out, run.rows(instruction.op.space));
    for (std::size_t w = 0; w < out.truth.word_count(); ++w) {
        const std::uint64_t known = a.known.word(w), present = a.present.word(w);
        out.known.word(w) = out.present.word(w) = known;
        out.truth.word(w) = wanted ? present : known & ~present;
    }
    return &out;
}

}  // namespace

const Column* is_recorded(Evaluation& run, const Instruction& instruction, ValueColumn& out) { return recorded(run, instruction, out, true); }
const Column* is_missing(Evaluation& run, const Instruction& instruction, ValueColumn& out) { return recorded(run, instruction, out, false); }

/// What a rule `needs` is true or unknown, never false.
const Column* need(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& a = run.arg(instruction, 0);
    shape_planes(out, run.rows(instruction.op.space));
    for (std::size_t w = 0; w < out.truth.word_count(); ++w) out.known.word(w) = out.present.word(w) = out.truth.word(w) = a.present.word(w);
    return &out;
}

}  // namespace kaoping::engine::kernels
