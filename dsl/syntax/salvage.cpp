// See salvage.hpp.

#include "dsl/syntax/salvage.hpp"

namespace kaoping::dsl::grammar {

using syntax::Clause;
using syntax::ClauseKind;

namespace {

bool is_name(Iterator at) { return at->kind == TokenKind::quoted_word || (at->kind == TokenKind::word && !is_reserved(at->lexeme)); }

/// Also where a part could be read: it does not say what was meant, and what the checker says of it would mislead.
void mark(syntax::Expr& e) { e.kind = syntax::ExprKind::error; }

/// `each NAME …, NAME …`: a name behind `each` or a comma of the clause's own level is bound.
void salvage_bindings(Iterator first, Iterator last, syntax::Arena& arena, Clause& clause) {
    clause.for_each.clear();
    clause.expression = {};
    for (Iterator at = first; at != last && !at->is("where"); ++at) {
        const bool opens = at->is("each") || (at->is(",") && at->depth == first->depth);
        if (!opens || at + 1 == last || !is_name(at + 1)) continue;
        syntax::ForEach each;
        each.binder = {at[1].text, at[1].span};
        each.span = at[1].span;
        mark(each.list);
        clause.for_each.add(arena, each);
    }
}

}  // namespace

void salvage(Iterator first, Iterator last, syntax::Arena& arena, Clause& clause) {
    switch (clause.kind) {
        case ClauseKind::on:
        case ClauseKind::when:
        case ClauseKind::due:
        case ClauseKind::done:
        case ClauseKind::require:
        case ClauseKind::except:
        case ClauseKind::deduct: return mark(clause.expression);
        case ClauseKind::let:
            if (clause.word.empty() && first != last && is_name(first)) clause.word = {first->text, first->span};
            return mark(clause.expression);
        case ClauseKind::for_each: return salvage_bindings(first, last, arena, clause);
        default: return;
    }
}

}  // namespace kaoping::dsl::grammar
