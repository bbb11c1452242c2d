// Accountability: see accountability.hpp.

#include "engine/campaign/follow/accountability.hpp"

#include <array>

#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/result/unit_results.hpp"

namespace kaoping::campaign {

namespace {

constexpr std::array<std::string_view, 5> action_names{"correct", "review_first", "refer", "refer_heavier", "joint"};

bool refers(const engine::Accountability& rules, const std::string& severity) {
    for (const dsl::Severity one : {dsl::Severity::flaw, dsl::Severity::fault, dsl::Severity::veto})
        if (dsl::severity_name(one) == severity) return rules.refers(one);
    return false;
}

Action action_of(const engine::Accountability& rules, const AccountabilityEntry& entry, bool confirmed) {
    if (!refers(rules, entry.severity)) return Action::correct;
    if (!confirmed) return Action::review_first;
    return rules.heavier_after_notice && entry.after_notice == "yes" ? Action::refer_heavier : Action::refer;
}

/// Walks the rows unit by unit, and adds leaders behind each.
class Walk {
public:
    Walk(SQLite::Database& database, const engine::Accountability& rules, const std::function<void(const AccountabilityEntry&)>& take)
        : database_(database), rules_(rules), take_(take) {}

    void row(SQLite::Statement& row) {
        AccountabilityEntry entry{row.getColumn(0), row.getColumn(1), row.getColumn(2).getInt64(), row.getColumn(3), row.getColumn(4), row.getColumn(5), row.getColumn(6),
                                  Action::correct, row.getColumn(7).getInt64(), row.getColumn(8)};
        if (entry.unit != unit_) end_unit();
        unit_ = entry.unit;
        entry.action = action_of(rules_, entry, row.getColumn(9).getInt() == 1);
        const bool referred = entry.action == Action::refer || entry.action == Action::refer_heavier;
        if (referred && entry.finding != last_) ++referred_;
        last_ = entry.finding;
        take_(entry);
    }
    void end_unit() {
        if (rules_.leader_joint_from > 0 && referred_ >= rules_.leader_joint_from) {
            SQLite::Statement leader = query(database_, "select distinct name from official where role = 'leader' and unit = ? order by name", unit_);
            while (leader.executeStep()) take_({unit_, "", 0, "", "", "leader", leader.getColumn(0), Action::joint, 0, ""});
        }
        referred_ = 0;
    }

private:
    SQLite::Database& database_;
    const engine::Accountability& rules_;
    const std::function<void(const AccountabilityEntry&)>& take_;
    std::string unit_;
    std::int64_t last_ = 0, referred_ = 0;
};

}  // namespace

std::string_view action_name(Action action) { return action_names[static_cast<std::size_t>(action)]; }

void each_accountable(Register& file, const Campaign& campaign, const engine::Accountability& rules,
                      const std::function<void(const AccountabilityEntry&)>& take) {
    require_evaluated(campaign);
    file.read([&](SQLite::Database& database) {
        SQLite::Statement rows = query(database,
                                       "with again as materialized (select finding, earlier, after_notice from repeat_defect where campaign = ?1) "
                                       "select f.unit, f.case_id, f.finding, case f.rule when '' then f.standard else f.rule end, f.severity, coalesce(p.role, ''), "
                                       "coalesce(p.person, ''), coalesce(again.earlier, 0), coalesce(again.after_notice, ''), f.state = 'confirmed' "
                                       "from standing_finding f left join finding_person p on p.run = f.run and p.finding = f.finding "
                                       "left join again on again.finding = f.finding "
                                       "where f.campaign = ?1 and f.verdict = 'defect' and f.state in ('open', 'confirmed') "
                                       "order by f.unit, f.case_id, f.finding, p.role, p.person",
                                       campaign.id);
        Walk walk(database, rules, take);
        while (rows.executeStep()) walk.row(rows);
        walk.end_unit();
    });
}

void AccountabilityCounter::add(const AccountabilityEntry& entry) {
    if (units_.empty() || units_.back().unit != entry.unit) units_.emplace_back().unit = entry.unit;
    AccountabilityCount& unit = units_.back();
    if (entry.action == Action::joint) {
        ++unit.leaders;
        return;
    }
    if (entry.finding == last_) return;  // the same defect, another person
    last_ = entry.finding;
    ++unit.findings;
    unit.corrected += entry.action == Action::correct ? 1 : 0;
    unit.to_review += entry.action == Action::review_first ? 1 : 0;
    unit.referred += entry.action == Action::refer || entry.action == Action::refer_heavier ? 1 : 0;
    unit.heavier += entry.action == Action::refer_heavier ? 1 : 0;
}

}  // namespace kaoping::campaign
