// Taking over a sheet: see review.hpp.

#include "engine/campaign/review/review.hpp"

#include <map>
#include <optional>
#include <set>

#include <fmt/core.h>

#include "dsl/registry/scalar_text.hpp"
#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/result/unit_results.hpp"
#include "engine/campaign/review/added_finding.hpp"
#include "engine/campaign/review/official.hpp"
#include "engine/campaign/review/standing.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::campaign {

namespace {

/// Why a line is refused.
struct Refused {
    std::string why;
};

/// What the register knows of the finding of a line.
struct Known {
    std::string case_id, unit, rule;
    JudgedFinding finding;
};

struct Drawn {
    std::string unit, file;
};

class SheetTaker {
public:
    SheetTaker(SQLite::Database& database, const Campaign& campaign, const CaseRescorer& rescorer, const Official& reviewer, std::int64_t event)
        : database_(database), campaign_(campaign), rescorer_(rescorer), reviewer_(reviewer), event_(event) {}

    void take(const SheetLine& line) {
        if (line.finding.empty()) add(line);
        else judge(line);
    }

    std::set<std::string> cases;
    ReviewDone done;

private:
    void judge(const SheetLine& line) {
        if (line.decision.empty()) throw Refused{"there is an amount, a veto or a reason, but no decision; write confirm or dismiss"};
        const Known known = find(line);
        require_may_review(known.case_id, known.unit);
        require_open(known);
        if (taken_.count(known.finding.id) != 0) throw Refused{fmt::format("finding {} stands in this sheet twice", known.finding.id)};
        if (line.decision == "dismiss") dismiss(line, known);
        else if (line.decision == "confirm") confirm(line, known);
        else throw Refused{fmt::format("`{}` is no decision; write confirm or dismiss", line.decision)};
        taken_.insert(known.finding.id);
        cases.insert(known.case_id);
    }

    void dismiss(const SheetLine& line, const Known& known) {
        if (line.reason.empty()) throw Refused{"whoever dismisses a finding says why; fill in the reason"};
        if (!line.amount.empty() || !line.veto.empty()) throw Refused{"a dismissed finding costs nothing and is no veto; leave amount and veto empty"};
        insert(line, known.finding.id, "dismiss", std::nullopt, "");
        ++done.dismissed;
    }

    void confirm(const SheetLine& line, const Known& known) {
        const engine::Interval range = rescorer_.amounts(known.finding);
        std::optional<std::int64_t> amount = known.finding.chosen;
        if (!line.amount.empty()) amount = amount_of(line.amount, range, "the rule deducts");
        if (!amount && !known.finding.amount)
            throw Refused{fmt::format("what this defect costs is not known; choose an amount from {} to {}", engine::format_number(range.low),
                                      engine::format_number(range.high))};
        insert(line, known.finding.id, "confirm", amount, veto_of(line, known));
        ++done.confirmed;
    }

    std::string veto_of(const SheetLine& line, const Known& known) const {
        if (line.veto.empty())
            return known.finding.veto_word == engine::VetoWord::confirmed ? "confirm" : known.finding.veto_word == engine::VetoWord::refused ? "refuse" : "";
        if (line.veto != "confirm" && line.veto != "refuse") throw Refused{fmt::format("`{}` is no word on a veto; write confirm or refuse", line.veto)};
        if (!known.finding.veto) throw Refused{"this finding is a flaw or a fault, not of severity veto; leave the veto empty"};
        if (reviewer_.role != "legal_department") throw Refused{"only the legal department confirms or refuses vetoes; leave the veto empty"};
        if (line.veto == "refuse" && line.reason.empty()) throw Refused{"whoever refuses a veto says why; fill in the reason"};
        return line.veto;
    }

    void add(const SheetLine& line) {
        AddedFinding added{campaign_.run, line.case_id, {}, line.standard, line.rule, line.severity, line.message, 0};
        const std::pair<const char*, const std::string&> needed[]{{"case", line.case_id},    {"standard", line.standard}, {"severity", line.severity},
                                                                  {"message", line.message}, {"amount", line.amount},     {"reason", line.reason}};
        for (const auto& [title, cell] : needed)
            if (cell.empty()) throw Refused{fmt::format("a row without the number of a finding adds one, and then needs: {}", title)};
        if (!line.decision.empty() && line.decision != "confirm") throw Refused{"a row without the number of a finding adds one; leave the decision empty"};
        const Drawn drawn = find_case(line.case_id);
        added.file = drawn.file;
        require_may_review(line.case_id, drawn.unit);
        if (const std::string problem = problem_of(added, rescorer_); !problem.empty()) throw Refused{problem};
        JudgedFinding finding;
        finding.standard = line.standard;
        added.amount = amount_of(line.amount, rescorer_.amounts(finding), "the standard has");
        if (added.amount == 0) throw Refused{"an added finding costs something; write an amount above 0"};
        Known known{line.case_id, drawn.unit, line.rule, finding};
        known.finding.veto = line.severity == "veto";
        const std::string veto = veto_of(line, known);
        insert(line, insert_added(database_, added), "confirm", added.amount, veto);
        cases.insert(line.case_id);
        ++done.added;
    }

    static std::int64_t amount_of(const std::string& text, engine::Interval range, const char* who) {
        const auto amount = dsl::parse_decimal(text);
        if (!amount) throw Refused{fmt::format("`{}` is no number of points; write one like 2.5", text)};
        if (*amount < range.low || *amount > range.high)
            throw Refused{range.exact() ? fmt::format("{} {}, which leaves no choice", who, engine::format_number(range.low))
                                        : fmt::format("{} points are out of range: {} {} to {}", text, who, engine::format_number(range.low),
                                                      engine::format_number(range.high))};
        return *amount;
    }

    Known find(const SheetLine& line) {
        SQLite::Statement row = query(database_,
                                      "select finding, case_id, unit, rule from standing_finding where campaign = ? and finding = cast(? as integer) "
                                      "and cast(finding as text) = ?",
                                      campaign_.id, line.finding, line.finding);
        if (!row.executeStep())
            throw Refused{fmt::format("the last evaluation of campaign {} has no finding {} of a rule or a person", campaign_.id, line.finding)};
        Known out{row.getColumn(1), row.getColumn(2), row.getColumn(3), {}};
        if ((!line.case_id.empty() && line.case_id != out.case_id) || (!line.rule.empty() && line.rule != out.rule))
            throw Refused{
                fmt::format("finding {} is of rule {} in case {}, the row says otherwise; have rows been shifted?", line.finding, out.rule, out.case_id)};
        const std::int64_t id = row.getColumn(0).getInt64();
        const JudgedCase& judged = judged_.try_emplace(out.case_id, read_judged_case(database_, campaign_.run, out.case_id)).first->second;
        for (const JudgedFinding& finding : judged.findings)
            if (finding.id == id) out.finding = finding;
        return out;
    }

    Drawn find_case(const std::string& case_id) {
        SQLite::Statement row = query(database_, "select unit, file from sampled_case where draw = ? and case_id = ?", campaign_.draw, case_id);
        if (!row.executeStep()) throw Refused{fmt::format("case {} was not drawn for campaign {}", case_id, campaign_.id)};
        return {row.getColumn(0), row.getColumn(1)};
    }

    void require_may_review(const std::string& case_id, const std::string& unit) {
        if (reviewer_.role == "unit_legal" && unit != reviewer_.unit)
            throw Refused{fmt::format("case {} is of {}; {} reviews for {}", case_id, unit, reviewer_.name, reviewer_.unit)};
        if (named_in_case(database_, reviewer_, campaign_.run, case_id))
            throw Refused{
                fmt::format("handler, reviewer and decider are different people: {} is named in case {}; let someone else review it", reviewer_.name, case_id)};
    }

    void require_open(const Known& known) {
        const engine::Verdict verdict = known.finding.verdict;
        if (verdict != engine::Verdict::defect && verdict != engine::Verdict::undetermined && verdict != engine::Verdict::failed)
            throw Refused{fmt::format("finding {} is {}: there is nothing to decide", known.finding.id, engine::verdict_name(verdict))};
        if (number_of(database_, "select exists (select 1 from objection where finding = ?)", known.finding.id) != 0)
            throw Refused{fmt::format("the unit has objected to finding {}; `kaoping campaign decide` decides on that", known.finding.id)};
        if (reviewer_.role == "unit_legal" &&
            number_of(database_, "select exists (select 1 from review_line join review on review.event = review where finding = ? and level = 'department')",
                      known.finding.id) != 0)
            throw Refused{fmt::format("the legal department has reviewed finding {}; the unit may object: `kaoping campaign object`", known.finding.id)};
    }

    void insert(const SheetLine& line, std::int64_t finding, const char* decision, std::optional<std::int64_t> amount, const std::string& veto) {
        SQLite::Statement statement =
            query(database_, "insert into review_line (review, line, finding, decision, veto, reason, amount) values (?, ?, ?, ?, ?, ?, ?)", event_, line.line,
                  finding, decision, veto, line.reason);
        if (amount) statement.bind(7, *amount);  // else null
        statement.exec();
    }

    SQLite::Database& database_;
    const Campaign& campaign_;
    const CaseRescorer& rescorer_;
    const Official& reviewer_;
    std::int64_t event_;
    std::map<std::string, JudgedCase> judged_;  ///< as they were before this sheet
    std::set<std::int64_t> taken_;
};

/// Ends the transaction without keeping anything of it.
struct NothingKept {};

}  // namespace

ReviewDone review(Register& file, const Campaign& campaign, CaseRescorer& rescorer, const std::string& sheet, const std::string& hash,
                  const std::vector<SheetLine>& lines, const Who& who) {
    require_evaluated(campaign);
    ReviewDone done;
    const auto take_over = [&](SQLite::Database& database) {
        const Official reviewer = find_official(database, who.actor);
        if (reviewer.role == "leader")
            throw RegisterError(fmt::format("{} is registered as a leader; units' legal officers and the legal department review", reviewer.name));
        const std::int64_t event = add_event(database, "findings_reviewed", {reviewer.id, who.why});
        done.level = reviewer.role == "unit_legal" ? "unit" : "department";
        execute(database, "insert into review values (?, ?, ?, ?, ?)", event, campaign.run, done.level, reviewer.unit, hash);
        SheetTaker taker(database, campaign, rescorer, reviewer, event);
        for (const SheetLine& line : lines) {
            if (!line.finding.empty() && line.says_nothing()) continue;
            try {
                taker.take(line);
            } catch (const Refused& refused) {
                done.problems.push_back(fmt::format("{}:{}: {}", sheet, line.line, refused.why));
            }
        }
        if (done.problems.empty() && taker.cases.empty()) throw RegisterError(sheet + ": no row holds a decision; nothing was taken over");
        if (!done.problems.empty()) throw NothingKept{};
        renew_standing(database, rescorer, campaign.run, event, taker.cases);
        done.confirmed = taker.done.confirmed;
        done.dismissed = taker.done.dismissed;
        done.added = taker.done.added;
        done.cases = static_cast<std::int64_t>(taker.cases.size());
    };
    try {
        file.write(take_over);
    } catch (const NothingKept&) {
    }
    return done;
}

}  // namespace kaoping::campaign
