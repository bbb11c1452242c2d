#pragma once
// Why a rule gave its verdict on a subject: a tree of conditions with their values, missing facts and places.
//
// Made by the reference evaluator, clause by clause as the rule is written; nothing here decides anything.

#include <cstdint>
#include <string>
#include <vector>

#include "dsl/source/source.hpp"
#include "dsl/typed/program.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/reference/reference.hpp"
#include "engine/result/verdict.hpp"

namespace kaoping::engine {

/// One condition, value or element of a proof.
struct ProofNode {
    std::string label;   ///< of a clause: "for each … where", "require"; of a named value: "let n_1"; of an element: "d = /documents/2"
    std::string text;    ///< as written in the rule, on one line
    std::string value;   ///< "true", "2026-03-02", "not recorded", "unknown"; empty where the children say it
    std::string place;   ///< of a value that was read, where it is first mentioned: line:column in the case file, or a JSON pointer
    std::vector<Fact> missing;      ///< of an unknown leaf
    std::vector<ProofNode> children;
};

/// What is proved against what.
struct ProofInput {
    const dsl::Program& program;
    const dsl::SourceMap& sources;
    const TimeContext& time;
    std::int64_t now;
    const CaseBatch& batch;
    int case_row;
    bool lines = true;   ///< places as line:column where they are known; else always as JSON pointers
};

/// Limits of one proof: beyond them a node says how much was left out.
constexpr std::size_t max_proof_nodes = 2000, max_proof_elements = 20;

/// The clauses of the rule for a subject that evaluate_rule gave (not behind an unknown list: then the list alone).
[[nodiscard]] std::vector<ProofNode> prove(const ProofInput& input, int rule, const ReferenceSubject& subject);

}  // namespace kaoping::engine
