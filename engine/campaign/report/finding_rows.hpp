#pragma once
// The findings of a campaign as they stand, row by row out of the register.

#include <cstdint>
#include <functional>
#include <string>

namespace SQLite {
class Database;
}

namespace kaoping::campaign {

struct FindingRow {
    std::int64_t id = 0;
    std::string case_id, unit, kind, officer;
    std::string rule, standard;  ///< full ids; rule empty: found by a person beside the rules
    std::string severity, verdict;
    std::int64_t deduct_low = 0, deduct_high = 0;  ///< millionths, after all decisions
    std::string origin;          ///< engine, manual
    std::string state;           ///< open, confirmed, dismissed, waived
    std::string line;            ///< kaoping.findings/1; only from `gravest_findings` and `findings_of_unit`

    /// It counts: nobody has dismissed or waived it.
    [[nodiscard]] bool standing() const { return state != "dismissed" && state != "waived"; }
};
using TakeFinding = std::function<void(const FindingRow&)>;

/// All of a campaign, in no particular order, without their lines.
void each_finding(SQLite::Database& database, const std::string& campaign, const TakeFinding& take);
/// At most `most`: vetoes, faults, flaws; defects before what is open; what costs most first.
void gravest_findings(SQLite::Database& database, const std::string& campaign, std::int64_t most, const TakeFinding& take);
/// The standing defects of one unit, by case.
void defects_of_unit(SQLite::Database& database, const std::string& campaign, const std::string& unit, const TakeFinding& take);

}  // namespace kaoping::campaign
