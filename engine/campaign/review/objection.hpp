#pragma once
// The unit objects to a finding, and someone who did not review it decides; the case is scored again.

#include <cstdint>
#include <optional>
#include <string>

#include "engine/campaign/campaign.hpp"
#include "engine/campaign/review/rescore.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::campaign {

struct ObjectionRequest {
    std::int64_t finding = 0;
    std::string told;   ///< day on which the unit was told; empty: that of the last review of the finding, else of the evaluation
    std::string filed;  ///< day on which it objected; empty: today
    std::string late;   ///< why it is heard although it is late; empty: it is not
};
struct Objection {
    std::int64_t event = 0;
    std::string case_id, unit, told, due, filed;
};
/// One for each finding. Throws RegisterError if it is late and `late` is empty, or if there is one already.
[[nodiscard]] Objection object(Register& file, const Campaign& campaign, const engine::Scheme& scheme, const engine::TimeContext& time,
                               const ObjectionRequest& request, const Who& who);

/// uphold: the finding is dismissed. partly: it stays, with another amount or another word on its veto. reject: all stays.
struct DecisionRequest {
    std::int64_t finding = 0;
    std::string outcome;         ///< uphold, partly, reject
    std::string amount;          ///< points, of partly; empty: as before
    std::string veto;            ///< confirm, refuse, of partly; empty: as before
    std::string day;             ///< empty: today
};
struct ScoreChange {
    std::string case_id;
    std::optional<engine::Interval> before, after;
    std::string veto_before, veto_after;
    bool late = false;           ///< the decision came after its time; the unit is not to suffer from that
};
/// Throws RegisterError if there is no open objection to the finding, or this person may not decide on it.
[[nodiscard]] ScoreChange decide(Register& file, const Campaign& campaign, CaseRescorer& rescorer, const engine::Scheme& scheme, const engine::TimeContext& time,
                                 const DecisionRequest& request, const Who& who);

}  // namespace kaoping::campaign
