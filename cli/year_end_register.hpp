#pragma once
// Results for `kaoping year-end` from the closed campaigns of a register.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/score/combine.hpp"

namespace CLI {
class App;
}

namespace kaoping::cli {

struct RegisterResults {
    std::string file;                    ///< empty: none
    std::vector<std::string> campaigns;  ///< ID or ID:WEIGHT
    int year = 0;                        ///< all that end in it; 0: those named
};
/// --register, --campaign, --year.
void add_register_results(CLI::App& command, RegisterResults& options);

/// One result per campaign; units with a veto in force are added to the confirmed ones. Weights have been looked at. Throws
/// campaign::RegisterError if a campaign is not closed, or there is none.
[[nodiscard]] std::vector<engine::EvaluationResult> closed_results(const RegisterResults& options, engine::UnitDecisions& decisions);

}  // namespace kaoping::cli
