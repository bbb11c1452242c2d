#pragma once
// Tokens and trees as text, for `kaoping check --emit tokens|tree` and for tests.

#include <string>

#include "dsl/source/source.hpp"
#include "dsl/syntax/token.hpp"
#include "dsl/syntax/tree.hpp"

namespace kaoping::dsl {

/// One token per line: line:column, kind, text.
[[nodiscard]] std::string print_tokens(const SourceMap& sources, FileId file);
/// One declaration or clause per line, indented.
[[nodiscard]] std::string print_tree(const syntax::File& file);
/// `(or (= m.kind detention) (is_recorded x))`: operators in front, names and literals as written.
[[nodiscard]] std::string print_expression(const syntax::Expr& expr);

}  // namespace kaoping::dsl
