#pragma once
// What scoring needs to know of the rules: copied out of the typed pack, so that a plan can score without it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::engine {

struct ScoredRule {
    std::string full_id;
    int standard = -1;
    bool per_case = false;
    bool veto = false;
    std::optional<std::int64_t> cap;
    std::vector<int> absorbs;             ///< rules
    std::vector<std::int32_t> subject;    ///< record (or −1 − list) of each for-each binder: subjects compare only within equal shapes
    std::int64_t weight = 1'000'000;
};

struct ScoredStandard {
    std::string full_id;
    std::string title;
    std::int64_t points = 0;
    std::vector<int> rules;
};

struct ScoreRules {
    Scheme scheme;
    std::vector<ScoredRule> rules;          ///< by rule number of the program
    std::vector<ScoredStandard> standards;  ///< by standard number of the program
};

/// Of the scheme's `aggregate_by` only fields that the schema has are kept (the default groups by unit, if there are units).
[[nodiscard]] ScoreRules make_score_rules(const dsl::Program& program, Scheme scheme);

}  // namespace kaoping::engine
