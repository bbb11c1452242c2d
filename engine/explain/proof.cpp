// The clauses of a rule as a proof: see proof.hpp.

#include "engine/explain/proof.hpp"

#include "engine/explain/prover.hpp"

namespace kaoping::engine {

namespace {

void add_clause(std::vector<ProofNode>& out, explain::Prover& prover, std::string label, dsl::ExprId id) {
    if (id == dsl::no_expr) return;
    ProofNode node = prover.node(id);
    node.label = std::move(label);
    out.push_back(std::move(node));
}

}  // namespace

std::vector<ProofNode> prove(const ProofInput& input, int rule, const ReferenceSubject& subject) {
    const dsl::Rule& of = input.program.rules[static_cast<std::size_t>(rule)];
    std::vector<ProofNode> out;
    explain::Prover prover(input);
    if (!prover.bind_subject(of, subject)) {
        for (const dsl::ForEach& each : of.for_each) add_clause(out, prover, "for each " + input.program.binders[static_cast<std::size_t>(each.binder)].name + " in", each.list);
        return out;
    }
    add_clause(out, prover, "where", of.where);
    if (of.effective) add_clause(out, prover, "on", of.on);
    add_clause(out, prover, "when", of.when);
    for (const dsl::ExprId need : of.needs) add_clause(out, prover, "needs", need);
    add_clause(out, prover, "due", of.due);
    for (const dsl::Exception& exception : of.exceptions) add_clause(out, prover, "except", exception.condition);
    add_clause(out, prover, "done", of.done);
    add_clause(out, prover, "require", of.require);
    return out;
}

}  // namespace kaoping::engine
