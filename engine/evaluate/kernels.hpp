#pragma once
// Kernels: what runs an instruction over all rows of its space, one kind of operator per file in kernels/.
//
// A kernel fills `out` (its buffers keep their memory between batches) and returns it, or returns a column that is there
// already. Rows that do not matter (Evaluation::only) may stay unknown: kernels whose rows cost something pass over them. An
// operand that is absent where an operator needs a value counts as unknown. A fault is an unknown row with all operands
// present; the kernel then sets Evaluation::faulted.

#include <array>

#include "engine/evaluate/evaluation.hpp"
#include "engine/result/verdict.hpp"

namespace kaoping::engine {

using Kernel = const Column* (*)(Evaluation&, const Instruction&, ValueColumn& out);

/// By VertexKind. Null: deduction, standard and score, which are computed case by case in engine/score.
using KernelSet = std::array<Kernel, vertex_kind_count>;
[[nodiscard]] const KernelSet& default_kernels();

namespace kernels {

// constants.cpp
const Column* constant(Evaluation&, const Instruction&, ValueColumn&);
const Column* now(Evaluation&, const Instruction&, ValueColumn&);
const Column* own_row(Evaluation&, const Instruction&, ValueColumn&);
const Column* source(Evaluation&, const Instruction&, ValueColumn&);
// lift.cpp
const Column* lift_case(Evaluation&, const Instruction&, ValueColumn&);
const Column* lift_outer(Evaluation&, const Instruction&, ValueColumn&);
const Column* lift_item(Evaluation&, const Instruction&, ValueColumn&);
const Column* gather(Evaluation&, const Instruction&, ValueColumn&);
// nest.cpp
const Column* select(Evaluation&, const Instruction&, ValueColumn&);
const Column* nest(Evaluation&, const Instruction&, ValueColumn&);
// reference.cpp
const Column* follow(Evaluation&, const Instruction&, ValueColumn&);
const Column* key_of(Evaluation&, const Instruction&, ValueColumn&);
const Column* key_text(Evaluation&, const Instruction&, ValueColumn&);
const Column* precedes(Evaluation&, const Instruction&, ValueColumn&);
// parameter.cpp
const Column* parameter(Evaluation&, const Instruction&, ValueColumn&);
const Column* table_row(Evaluation&, const Instruction&, ValueColumn&);
const Column* column(Evaluation&, const Instruction&, ValueColumn&);
// logic.cpp
const Column* not_(Evaluation&, const Instruction&, ValueColumn&);
const Column* and_(Evaluation&, const Instruction&, ValueColumn&);
const Column* or_(Evaluation&, const Instruction&, ValueColumn&);
const Column* is_recorded(Evaluation&, const Instruction&, ValueColumn&);
const Column* is_missing(Evaluation&, const Instruction&, ValueColumn&);
const Column* need(Evaluation&, const Instruction&, ValueColumn&);
// choose.cpp
const Column* if_(Evaluation&, const Instruction&, ValueColumn&);
const Column* or_else(Evaluation&, const Instruction&, ValueColumn&);
// compare.cpp
const Column* compare(Evaluation&, const Instruction&, ValueColumn&);
const Column* joined(Evaluation&, const Instruction&, ValueColumn&);
// text.cpp
const Column* matches(Evaluation&, const Instruction&, ValueColumn&);
const Column* length_of(Evaluation&, const Instruction&, ValueColumn&);
// arithmetic.cpp
const Column* negate(Evaluation&, const Instruction&, ValueColumn&);
const Column* add(Evaluation&, const Instruction&, ValueColumn&);
const Column* subtract(Evaluation&, const Instruction&, ValueColumn&);
const Column* multiply(Evaluation&, const Instruction&, ValueColumn&);
const Column* divide(Evaluation&, const Instruction&, ValueColumn&);
// quantifier.cpp
const Column* at_least(Evaluation&, const Instruction&, ValueColumn&);
const Column* at_most(Evaluation&, const Instruction&, ValueColumn&);
const Column* every(Evaluation&, const Instruction&, ValueColumn&);
// fold.cpp
const Column* count(Evaluation&, const Instruction&, ValueColumn&);
const Column* count_distinct(Evaluation&, const Instruction&, ValueColumn&);
const Column* sum(Evaluation&, const Instruction&, ValueColumn&);
const Column* least(Evaluation&, const Instruction&, ValueColumn&);
const Column* greatest(Evaluation&, const Instruction&, ValueColumn&);
// first.cpp
const Column* first(Evaluation&, const Instruction&, ValueColumn&);
const Column* last(Evaluation&, const Instruction&, ValueColumn&);
const Column* first_by(Evaluation&, const Instruction&, ValueColumn&);
// spans.cpp
const Column* spans_for(Evaluation&, const Instruction&, ValueColumn&);
const Column* spans_join(Evaluation&, const Instruction&, ValueColumn&);
// period.cpp
const Column* period_length(Evaluation&, const Instruction&, ValueColumn&);
const Column* after(Evaluation&, const Instruction&, ValueColumn&);
const Column* within(Evaluation&, const Instruction&, ValueColumn&);
const Column* at_least_after(Evaluation&, const Instruction&, ValueColumn&);
// calendar.cpp
const Column* date_of(Evaluation&, const Instruction&, ValueColumn&);
const Column* from_to(Evaluation&, const Instruction&, ValueColumn&);
const Column* age_on(Evaluation&, const Instruction&, ValueColumn&);
const Column* in_force(Evaluation&, const Instruction&, ValueColumn&);
// verdict.cpp
const Column* done_in_time(Evaluation&, const Instruction&, ValueColumn&);
const Column* verdict(Evaluation&, const Instruction&, ValueColumn&);

}  // namespace kernels
}  // namespace kaoping::engine
