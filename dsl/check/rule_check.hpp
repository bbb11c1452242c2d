#pragma once
// One rule: its clauses in order, each in the scope that the earlier ones made. Clauses in clauses.cpp, texts in
// messages.cpp, what concerns the whole rule in rule_check.cpp.

#include <array>
#include <string>
#include <vector>

#include "dsl/check/checker.hpp"
#include "dsl/check/expression_check.hpp"

namespace kaoping::dsl {

class RuleChecker {
public:
    RuleChecker(Checker& checker, const PackInput& pack, std::int32_t pack_index, Declarations& declarations, std::int32_t standard, int version)
        : c_(checker), pack_(pack), declarations_(declarations), expressions_(checker, declarations, scope_, pack.manifest.counting) {
        rule_.pack = pack_index;
        rule_.standard = standard;
        rule_.version = version;
    }

    /// The checked rule; `absorbs` receives the names that it absorbs.
    Rule run(const syntax::RuleDecl& decl, std::vector<syntax::RuleName>& absorbs);

private:
    // rule_check.cpp
    void order(const syntax::RuleDecl& decl);
    void completeness(const syntax::RuleDecl& decl);
    void lints(const syntax::RuleDecl& decl);
    void lint_every(ExprId id);
    [[nodiscard]] bool written(syntax::ClauseKind kind) const { return seen_[static_cast<std::size_t>(kind)] > 0; }

    // clauses.cpp
    void clause(const syntax::Clause& clause);
    void effective(const syntax::Clause& clause);
    void for_each(const syntax::Clause& clause);
    void on(const syntax::Clause& clause);
    void let(const syntax::Clause& clause);
    void when(ExprId condition);
    void needs(const syntax::Clause& clause);
    bool need_path(ExprId id);
    void due(const syntax::Clause& clause);
    void except(const syntax::Clause& clause);
    void done(const syntax::Clause& clause);
    void require(const syntax::Clause& clause);
    void severity(const syntax::Clause& clause);
    void deduct(const syntax::Clause& clause);
    ExprId amount(const syntax::Expr& e);
    void applies_when();

    // messages.cpp
    void shown(std::span<const syntax::Expr> list, std::vector<Shown>& to, bool responsible);
    Message message(const syntax::Template& text);
    [[nodiscard]] std::string fixed_text(const syntax::Template& text, const char* what);
    void check_hole(ExprId id, const syntax::Expr& e);
    void catalogues();
    void catalogue_texts(const Catalogue& catalogue, const CatalogueEntry& entry);

    Checker& c_;
    const PackInput& pack_;
    Declarations& declarations_;
    Scope scope_;
    ExpressionChecker expressions_;
    Rule rule_;
    std::array<int, 20> seen_{};
    std::vector<std::string> holes_;  ///< of the message, as written
    syntax::List<syntax::Citation> citations_;
    const syntax::Clause* basis_ = nullptr;
};

}  // namespace kaoping::dsl
