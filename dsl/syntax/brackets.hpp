#pragma once
// Matching brackets, so that later passes can rely on depths.

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/syntax/token.hpp"

namespace kaoping::dsl {

/// Sets the depth of every token. A bracket without its partner is reported once and counts for nothing, so that all that
/// follows keeps its depth: a closing brace, and a declaration at the beginning of a line, end what stands open inside.
/// Deeper than `nesting`: reported, and everything behind is cut off.
void match_brackets(const SourceMap& sources, TokenList& tokens, std::size_t nesting, Diagnostics& out);

}  // namespace kaoping::dsl
