#pragma once
// What a clause in which the grammar stopped still tells: the names that it binds, so that their uses are no mistakes, and
// marks (ExprKind::error) in place of what was left out, so that it does not look forgotten by the author.

#include "dsl/syntax/grammar.hpp"

namespace kaoping::dsl::grammar {

/// `first` to `last` are the tokens behind the clause word.
void salvage(Iterator first, Iterator last, syntax::Clause& clause);

}  // namespace kaoping::dsl::grammar
