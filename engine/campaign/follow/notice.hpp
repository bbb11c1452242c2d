#pragma once
// Rectification notices (整改通知): what a unit has to mend, and until when.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/campaign/campaign.hpp"

namespace kaoping::campaign {

struct NoticeRequest {
    std::string unit;   ///< empty: every unit with defects that were not noticed yet
    std::string until;  ///< last day, "2026-11-30"
};
struct IssuedNotice {
    std::int64_t notice = 0;  ///< its event: the number that people name it by
    std::string unit;
    std::int64_t defects = 0;
};

/// One notice to each unit, with its defects that stand (neither dismissed nor waived) and were not noticed before. Throws
/// RegisterError if there is none, if the campaign has no such unit, or if the deadline lies before `today`, the
/// day by the packs' zone (legal_days.hpp).
std::vector<IssuedNotice> issue_notices(Register& file, const Campaign& campaign, const NoticeRequest& request, const std::string& today, const Who& who);

/// Throws RegisterError if the campaign drew from no such unit; names those that there are.
void require_unit(SQLite::Database& database, const Campaign& campaign, const std::string& unit);

}  // namespace kaoping::campaign
