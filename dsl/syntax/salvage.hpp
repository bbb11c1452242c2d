#pragma once
// What a clause in which the grammar stopped still tells: the names that it binds, so that their uses are no mistakes, and
// marks (ExprKind::error) in place of its expression, so that it is neither checked in part nor looks forgotten.

#include "dsl/syntax/grammar.hpp"

namespace kaoping::dsl::grammar {

/// `first` to `last` are the tokens behind the clause word.
void salvage(Iterator first, Iterator last, syntax::Arena& arena, syntax::Clause& clause);

}  // namespace kaoping::dsl::grammar
