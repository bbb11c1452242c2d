#pragma once
// Characters → tokens.

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"
#include "dsl/syntax/parser.hpp"
#include "dsl/syntax/token.hpp"

namespace kaoping::dsl {

/// Tokens of a range of a registered text, with matched brackets: what is opened and never closed, or closed and never
/// opened, is reported and left out of the depths. Mistakes of spelling that have one meaning (`==`, full-width commas) are
/// reported and read as meant. Texts point into the map. `inside_text`: the range stands in a text of a rule file (a hole),
/// where a text of its own is written between `\"`.
[[nodiscard]] TokenList read_tokens(const SourceMap& sources, Span range, Diagnostics& out, const SyntaxBudget& budget,
                                    bool inside_text = false);

/// Is this the code of a lexical mistake that was read as meant, so that nothing is missing from the tokens?
[[nodiscard]] bool reads_as_meant(std::string_view code);

/// What a text token says: escapes resolved. Unknown escapes have been reported by read_tokens.
[[nodiscard]] std::string unescape(std::string_view between_quotes);
/// The same in an arena; a text without escapes, as most are, is itself.
[[nodiscard]] std::string_view unescape(std::string_view between_quotes, syntax::Arena& arena);

}  // namespace kaoping::dsl
