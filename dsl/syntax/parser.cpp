// Entry points: see parser.hpp.

#include "dsl/syntax/parser.hpp"

#include <fmt/format.h>

#include <iterator>

#include "dsl/diagnostic/limit.hpp"
#include "dsl/syntax/blocks.hpp"
#include "dsl/syntax/grammar_lines.hpp"
#include "dsl/syntax/lexer.hpp"
#include "dsl/syntax/template.hpp"

namespace kaoping::dsl {

namespace {

/// About what the tree of a text takes: then its arena asks for memory once.
std::size_t tree_size(std::size_t text) { return 9 * text + 1024; }

}  // namespace

syntax::File parse_file(const SourceMap& sources, FileId file, Diagnostics& out, const SyntaxBudget& budget) {
    const std::size_t size = sources.file(file).text().size();
    if (size > budget.bytes) {
        out.push_back({"K0701", DiagnosticLevel::error, {file, 0, 0}, fmt::format("the file has {} bytes, more than {}", size, budget.bytes), {},
                       "divide it into several files"});
        syntax::File empty;
        empty.id = file;
        return empty;
    }
    const Span all{file, 0, static_cast<std::uint32_t>(size)};
    Diagnostics found;
    const TokenList tokens = read_tokens(sources, all, found, budget);
    auto arena = std::make_unique<syntax::Arena>(tree_size(size));
    grammar::State state{sources, found, budget, *arena};
    syntax::File tree = grammar::read_file(tokens, file, state);
    tree.arena = std::move(arena);
    sort_by_place(found);
    limit_per_file(found, budget.mistakes);
    out.insert(out.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    return tree;
}

syntax::Expr parse_expression(const SourceMap& sources, Span where, syntax::Arena& arena, Diagnostics& out, const SyntaxBudget& budget) {
    syntax::Expr result;
    const std::size_t before = out.size();
    const TokenList tokens = read_tokens(sources, where, out, budget);
    grammar::State state{sources, out, budget, arena};
    if (out.size() == before) (void)grammar::parse_whole_expression(tokens.data(), tokens.data() + tokens.size() - 1, state, result);
    if (out.size() != before || !result.written()) result.kind = syntax::ExprKind::error;
    return result;
}

syntax::Template parse_template(const SourceMap& sources, Span where, syntax::Arena& arena, Diagnostics& out, const SyntaxBudget& budget) {
    grammar::State state{sources, out, budget, arena};
    return grammar::read_template(state, where, false);
}

}  // namespace kaoping::dsl
