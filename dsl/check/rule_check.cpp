// What concerns a whole rule: order and completeness of clauses, lints. See rule_check.hpp.

#include "dsl/check/rule_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/check/citations.hpp"
#include "dsl/syntax/vocabulary.hpp"

namespace kaoping::dsl {

using syntax::ClauseKind;

namespace {

/// Place of a clause in the fixed order (language § 3); `let` may also stand between `except` and `done`.
int rank_of(ClauseKind kind) {
    switch (kind) {
        case ClauseKind::item: return 0;
        case ClauseKind::basis: return 0;
        case ClauseKind::effective: return 1;
        case ClauseKind::for_each: return 2;
        case ClauseKind::on: return 3;
        case ClauseKind::let:
        case ClauseKind::when:
        case ClauseKind::needs: return 4;
        case ClauseKind::due: return 5;
        case ClauseKind::except: return 6;
        case ClauseKind::done:
        case ClauseKind::require: return 8;
        case ClauseKind::severity: return 9;
        case ClauseKind::deduct: return 10;
        case ClauseKind::absorbs: return 11;
        case ClauseKind::responsible: return 12;
        case ClauseKind::show: return 13;
        case ClauseKind::message: return 14;
        case ClauseKind::remedy: return 15;
    }
    return 0;
}

bool may_repeat(ClauseKind kind) {
    return kind == ClauseKind::let || kind == ClauseKind::when || kind == ClauseKind::needs || kind == ClauseKind::except || kind == ClauseKind::item;
}

}  // namespace

Rule RuleChecker::run(const syntax::RuleDecl& decl, std::vector<syntax::RuleName>& absorbs) {
    rule_.id = decl.name.text;
    rule_.full_id = c_.program.standards[static_cast<std::size_t>(rule_.standard)].full_id + "." + rule_.id;
    rule_.span = decl.name.span;
    rule_.extent = decl.span;
    rule_.texts.title = decl.title;
    rule_.texts.standard_title = c_.program.standards[static_cast<std::size_t>(rule_.standard)].title;
    order(decl);
    applies_when();
    for (const syntax::Clause& one : decl.clauses) {
        clause(one);
        if (one.kind == ClauseKind::absorbs) absorbs.insert(absorbs.end(), one.names.begin(), one.names.end());
    }
    if (!decl.damaged) completeness(decl);
    lints(decl);
    catalogues();
    return std::move(rule_);
}

void RuleChecker::order(const syntax::RuleDecl& decl) {
    int highest = 0;
    const syntax::Clause* after = nullptr;
    std::array<const syntax::Clause*, 20> first{};
    for (const syntax::Clause& one : decl.clauses) {
        const auto k = static_cast<std::size_t>(one.kind);
        ++seen_[k];
        if (first[k] != nullptr && !may_repeat(one.kind)) {
            c_.error("K0303", one.keyword_span, fmt::format("`{}` stands there twice", clause_name(one.kind)), "join them into one", {{first[k]->keyword_span, "first here"}});
            continue;
        }
        if (first[k] == nullptr) first[k] = &one;
        int rank = rank_of(one.kind);
        if (one.kind == ClauseKind::let && highest > rank && highest <= 7) rank = 7;
        if (rank < highest)
            c_.error("K0302", one.keyword_span, fmt::format("`{}` belongs before `{}`", clause_name(one.kind), clause_name(after->kind)),
                     "the order is: basis, effective, for each, on, let/when/needs, due, except, done or require, severity, deduct, absorbs, responsible, show, message, remedy",
                     {{after->keyword_span, "it stands behind this"}});
        else {
            highest = rank;
            after = &one;
        }
    }
}

void RuleChecker::completeness(const syntax::RuleDecl& decl) {
    std::vector<std::string_view> missing;
    for (const ClauseKind kind : {ClauseKind::basis, ClauseKind::severity, ClauseKind::deduct, ClauseKind::message})
        if (!written(kind)) missing.push_back(clause_name(kind));
    if (!missing.empty())
        c_.error("K0301", decl.name.span, fmt::format("the rule `{}` lacks `{}`", rule_.id, fmt::join(missing, "`, `")),
                 "every rule says on which law it rests, how grave a defect is, what it costs, and what a person reads of it");
    const auto place = [&decl](ClauseKind kind) {
        for (const syntax::Clause& one : decl.clauses)
            if (one.kind == kind) return one.keyword_span;
        return decl.name.span;
    };
    if (written(ClauseKind::done) && written(ClauseKind::require))
        c_.error("K0304", place(ClauseKind::require), "a rule has `done` or `require`, not both", "put what `require` says into the condition of `when`, or make two rules", {{place(ClauseKind::done), "the other one"}});
    if (!written(ClauseKind::done) && !written(ClauseKind::require)) c_.error("K0304", decl.name.span, fmt::format("the rule `{}` requires nothing", rule_.id), "add `require` with a condition, or `done` with the act that must be recorded");
    if (rule_.effective && rule_.on == no_expr && !written(ClauseKind::on))
        c_.error("K0306", place(ClauseKind::effective), "a rule that is in force for a time must say which date decides", "add `on` with the date of the act");
    if (written(ClauseKind::due) && !written(ClauseKind::done) && !expressions_.due_used)
        c_.error("K0305", place(ClauseKind::due), "the deadline `due` is never used", "ask for the act with `done`, or compare with `due` in `require`");
}

/// `every` over an empty list is true: where the list may be empty, that passes silently.
void RuleChecker::lint_every(ExprId id) {
    const Expr& e = c_.expr(id);
    if (e.op == Op::and_ || e.op == Op::or_)
        for (const ExprId arg : e.args) lint_every(arg);
    if (e.op != Op::every) return;
    const std::string path = expressions_.path_of(e.args[0]);
    if (path.empty() || scope_.is_present("n:" + path)) return;
    c_.warning("K0327", e.span, "`every` is also true of an empty list", "say before that the list must not be empty: `not (… is empty)`, or `when` it is not, or `some … in …`");
}

void RuleChecker::lints(const syntax::RuleDecl& decl) {
    if (rule_.require != no_expr && !c_.type_of(rule_.require).is(Kind::error)) {
        const Scope::Mark mark = scope_.mark();
        expressions_.assume(rule_.require, true);  // `every` beside `some` of the same list is no trap
        lint_every(rule_.require);
        scope_.restore(mark);  // the catalogues' messages are read where the rule's own is: it may not hold
    }
    if (!decl.damaged)
        for (const Variable& one : scope_.variables())
            if (one.is_let && !one.used) c_.warning("K0326", one.span, fmt::format("`{}` is never used", one.name), "remove it, or use it");
    check_short_days(c_, pack_, rule_, citations_);
}

}  // namespace kaoping::dsl
