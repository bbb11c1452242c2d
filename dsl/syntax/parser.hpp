#pragma once
// Text → tokens → syntax tree, with every syntax mistake of the file found in one run.

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"
#include "dsl/syntax/tree.hpp"

namespace kaoping::dsl {

/// Limits on what one text may ask of the parser and of every later walk over its tree.
struct SyntaxBudget {
    std::size_t bytes = 4U << 20;     ///< of one file
    std::size_t nesting = 100;        ///< brackets and prefix operators inside one another; brackets 250 at most
    std::size_t nodes = 1'000'000;    ///< tokens of one file
    std::size_t mistakes = 200;         ///< reported of one file: what has more is no rule text
};

/// Parses a registered text. Always returns a tree (what could be read); mistakes go to `out`. Never throws; recursion is
/// bounded by the budget.
[[nodiscard]] syntax::File parse_file(const SourceMap& sources, FileId file, Diagnostics& out, const SyntaxBudget& budget = {});

/// Parses one expression (`applies when` of a pack file, catalogue holes) into the arena. The span offsets are those of the given file.
[[nodiscard]] syntax::Expr parse_expression(const SourceMap& sources, Span where, syntax::Arena& arena, Diagnostics& out, const SyntaxBudget& budget = {});

/// Parses a message with holes out of an unquoted text that stands at `where` (catalogues).
[[nodiscard]] syntax::Template parse_template(const SourceMap& sources, Span where, syntax::Arena& arena, Diagnostics& out, const SyntaxBudget& budget = {});

}  // namespace kaoping::dsl
