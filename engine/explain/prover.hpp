#pragma once
// Walks the expressions of a rule and writes down what each part was. Private to proof.cpp and prover.cpp.

#include <set>
#include <string>
#include <vector>

#include "engine/explain/proof.hpp"
#include "engine/reference/walker.hpp"

namespace kaoping::engine::explain {

class Prover {
public:
    explicit Prover(const ProofInput& input)
        : in_(input), walker_(input.program, input.time, input.now, input.batch, input.case_row) {}

    /// Binds the subject's elements as evaluate_rule did. False: one of them lies behind an unknown list.
    bool bind_subject(const dsl::Rule& rule, const ReferenceSubject& subject);

    /// The expression with its value and the parts that made it so.
    ProofNode node(dsl::ExprId id);

private:
    using Value = reference::Value;

    ProofNode leaf(dsl::ExprId id);
    ProofNode truth_leaf(dsl::ExprId id);
    void add_parts(ProofNode& to, dsl::ExprId id);
    void add_part(ProofNode& to, dsl::ExprId id);
    void add_logic(ProofNode& to, const dsl::Expr& e);
    void add_elements(ProofNode& to, const dsl::Expr& e);
    ProofNode element(const dsl::Expr& e, const reference::Item& item);
    void add_let(ProofNode& to, const dsl::Expr& e);
    void add_call(ProofNode& to, const dsl::Expr& e);

    [[nodiscard]] bool is_truth(dsl::ExprId id) const { return in_.program.expr(id).type.is(dsl::Kind::boolean); }
    [[nodiscard]] std::string source_text(dsl::Span span) const;
    [[nodiscard]] std::string value_words(dsl::Type type, const Value& value);
    [[nodiscard]] std::string place_of_field(const dsl::Expr& e);
    [[nodiscard]] std::string item_name(const reference::Item& item, dsl::Type type);
    bool spend() { return nodes_++ < max_proof_nodes; }

    const ProofInput& in_;
    reference::Walker walker_;
    std::set<std::int32_t> told_;      ///< lets that have been shown
    std::set<std::string> mentioned_;  ///< places that have been shown
    std::size_t nodes_ = 0;
};

}  // namespace kaoping::engine::explain
