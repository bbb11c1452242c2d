#pragma once
// What a report says of a campaign, as numbers: units, their comparison, the trend, what was found where.
//
// Read from the register in one pass over the cases and one over the findings. Memory grows with the units, officers and rules
// and with the numbers of scores, not with the findings. Points are millionths, as in the register, unless they are estimates.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/campaign/campaign.hpp"
#include "engine/campaign/report/comparison.hpp"
#include "engine/campaign/result/unit_results.hpp"
#include "engine/campaign/sample/draw.hpp"

namespace kaoping::campaign {

/// Standing defects of some part of the cases and what they cost; a waived or dismissed finding is none.
struct Losses {
    std::array<std::int64_t, 3> by_severity{};  ///< flaws, faults, vetoes
    std::int64_t low = 0, high = 0;             ///< points deducted; above low: what undetermined findings may still cost
    [[nodiscard]] std::int64_t defects() const { return by_severity[0] + by_severity[1] + by_severity[2]; }
    void add(const Losses& other);
};
struct GroupLosses {
    std::int64_t cases = 0;  ///< evaluated
    Losses losses;
};

/// A rule, or (rule empty) what people found beside the rules under a standard.
struct RuleKey {
    std::string standard, rule;
    auto operator<=>(const RuleKey&) const = default;
};
struct RuleLosses {
    Losses losses;
    std::map<std::string, Losses> units;
    std::map<std::string, std::int64_t> officers;  ///< defects
};

struct UnitReport {
    UnitResult result;
    Losses losses;
    std::int64_t vetoes_in_force = 0;  ///< cases
    UnitRank rank;
    std::optional<Ends> adjusted;      ///< as if it had the kinds of cases that all units have together
    int adjusted_rank = 0;             ///< 0: no score
};

/// What was lost in the campaign before, for comparison; per case, because samples differ in size.
struct EarlierLosses {
    std::string campaign;  ///< empty: there is none
    std::int64_t cases = 0;
    std::map<RuleKey, Losses> rules;
    std::map<std::string, GroupLosses> units;
};

/// One campaign of the register up to this one.
struct TrendPoint {
    std::string id, title, period_from, period_until;
    bool same_rules = true;  ///< scored by the packs and the scheme of this campaign
    std::optional<Estimate> low, high;         ///< all units together
    std::map<std::string, UnitResult> units;
};
constexpr std::size_t trend_campaigns = 8;

struct CampaignReport {
    Campaign campaign;
    std::string as_of;       ///< as the run keeps it
    Draw draw;
    double confidence = 0.95;
    std::vector<UnitReport> units;             ///< by rank, then name
    std::optional<Estimate> low, high;         ///< all units together
    std::int64_t cases = 0;                    ///< evaluated
    std::array<std::int64_t, 4> vetoes{};      ///< cases: possible, unconfirmed, refused, in force
    std::map<std::string, std::int64_t> states;  ///< findings of rules by what people decided: open, confirmed, dismissed, waived
    std::int64_t findings = 0;                 ///< that stand or have been decided, of rules and of people
    Losses losses;
    std::map<RuleKey, RuleLosses> rules;       ///< those with defects or open points
    std::map<std::string, GroupLosses> kinds, officers;
    EarlierLosses earlier;
    std::vector<TrendPoint> trend;             ///< oldest first, this one last; at most trend_campaigns
};

/// Throws RegisterError if the campaign is not evaluated.
[[nodiscard]] CampaignReport read_report(Register& file, const Campaign& campaign, double confidence);

}  // namespace kaoping::campaign
