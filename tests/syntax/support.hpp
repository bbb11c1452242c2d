#pragma once
// Parsing texts held in memory, for the tests of the syntax.

#include <string>
#include <vector>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"
#include "dsl/syntax/parser.hpp"
#include "dsl/syntax/printer.hpp"

namespace syntax_test {

/// A parsed text with everything that belongs to it.
struct Parsed {
    kaoping::dsl::SourceMap sources;
    kaoping::dsl::FileId id = -1;
    kaoping::dsl::syntax::File file;
    kaoping::dsl::Diagnostics diagnostics;

    explicit Parsed(const std::string& text, const kaoping::dsl::SyntaxBudget& budget = {}) : id(sources.add("test.rules", text)) {
        file = kaoping::dsl::parse_file(sources, id, diagnostics, budget);
    }
    /// "line:column code" of every mistake, in the order of the file.
    [[nodiscard]] std::vector<std::string> mistakes() const;
    [[nodiscard]] std::vector<std::string> codes() const;
};

/// The printed tree of one expression; the codes of its mistakes where it has some.
std::string tree_of(const std::string& expression);

/// A whole file around the clauses of one rule.
std::string rule_text(const std::string& clauses);

/// `piece` written `times` times.
std::string repeat(const std::string& piece, std::size_t times);

}  // namespace syntax_test
