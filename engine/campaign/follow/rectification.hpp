#pragma once
// What follows a notice: the unit's reply, the return visit (回访), and the end of it defect by defect.
//
// `number` 0 means all defects of the notice. Who replied, or answers for a defect of the notice, neither re-checks nor closes.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/campaign/campaign.hpp"

namespace kaoping::campaign {

struct Proof {
    std::string name, hash;  ///< of a file that the unit keeps: the register holds its name and hash
};
struct Reply {
    std::int64_t notice = 0, number = 0;
    std::string says;
    std::vector<Proof> proofs;
};
void add_reply(Register& file, const Campaign& campaign, const Reply& reply, const Who& who);

struct Visit {
    std::int64_t notice = 0;
    std::string visited;     ///< whom
    bool satisfied = false;
    std::string says;        ///< may be empty
};
void add_visit(Register& file, const Campaign& campaign, const Visit& visit, const Who& who);

/// Closes defects that are mended, on the day `today` of the packs' zone; how many. With `number` 0 those that can be. Throws RegisterError if none can be, with why.
std::int64_t close_defects(Register& file, const Campaign& campaign, std::int64_t notice, std::int64_t number, const std::string& today, const Who& who);

/// Throws RegisterError if the campaign issued no such notice, or the notice has no such defect.
void require_notice(SQLite::Database& database, const Campaign& campaign, std::int64_t notice, std::int64_t number = 0);

/// A defect under rectification, on some day.
struct DefectState {
    std::int64_t notice = 0, number = 0;
    std::string unit, case_id, rule, officer, severity, until, state, closed;
    bool overdue = false;    ///< its deadline has passed and it is not closed, or was closed late
};
/// By notice and number. `unit` empty: all.
[[nodiscard]] std::vector<DefectState> defect_states(Register& file, const Campaign& campaign, const std::string& unit, const std::string& day);

}  // namespace kaoping::campaign
