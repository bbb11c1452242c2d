#pragma once
// The block structure of a file: declarations, rules in standards, clauses in rules, lines in blocks.
//
// Blocks are found by the depth of brackets and by the first words of lines, before the grammar looks at any line. So a
// mistake inside one line never reaches the next: that is the recovery.

#include "dsl/syntax/grammar.hpp"

namespace kaoping::dsl::grammar {

/// Tree of a token list (its last token of kind `end`).
[[nodiscard]] syntax::File read_file(const TokenList& tokens, FileId id, State& state);

}  // namespace kaoping::dsl::grammar
