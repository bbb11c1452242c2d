// What stands after a decision: see standing.hpp.

#include "engine/campaign/review/standing.hpp"

#include "engine/campaign/register/register.hpp"
#include "engine/campaign/result/number_list.hpp"
#include "engine/campaign/result/verdict_text.hpp"
#include "engine/report/scores.hpp"

namespace kaoping::campaign {

namespace {

constexpr const char* findings_of_case = R"sql(
    select id, rule_number, standard, severity, subject, verdict, possible, amount_low, amount_high,
           exists (select 1 from waived_finding where waived_finding.finding = finding.id)
    from finding join finding_basis on finding_basis.finding = finding.id where run = ? and case_id = ? order by id)sql";

std::optional<std::int64_t> optional_number(const SQLite::Column& column) {
    if (column.isNull()) return std::nullopt;
    return column.getInt64();
}

engine::VetoWord veto_word(const std::string& word) {
    return word == "confirm" ? engine::VetoWord::confirmed : word == "refuse" ? engine::VetoWord::refused : engine::VetoWord::none;
}

void read_word(SQLite::Statement& word, JudgedFinding& finding) {
    word.bind(1, finding.id);
    if (word.executeStep()) {
        finding.said = word.getColumn(0).getString() == "dismiss" ? Said::dismissed : Said::confirmed;
        finding.chosen = optional_number(word.getColumn(1));
        finding.veto_word = veto_word(word.getColumn(2));
    }
    word.reset();
}

JudgedFinding finding_of(SQLite::Statement& row) {
    JudgedFinding out;
    out.id = row.getColumn(0).getInt64();
    out.rule = row.getColumn(1).getInt();
    out.standard = row.getColumn(2).getString();
    out.veto = row.getColumn(3).getString() == "veto";
    out.subject = row.getColumn(4).getString();
    out.verdict = verdict_named(row.getColumn(5).getString());
    out.possible = verdicts_named(row.getColumn(6).getString());
    if (const auto low = optional_number(row.getColumn(7))) out.amount = engine::Interval{*low, row.getColumn(8).getInt64()};
    out.waived = row.getColumn(9).getInt() != 0;
    return out;
}

/// Reads and writes cases one after another with the same statements.
class Standings {
public:
    Standings(SQLite::Database& database, std::int64_t run)
        : run_(run),
          met_(database, "select rules from case_met where run = ? and case_id = ?"),
          findings_(database, findings_of_case),
          word_(database, "select decision, amount, veto from finding_word where finding = ? order by event desc limit 1"),
          case_(database, "insert into case_standing values (?, ?, ?, ?, ?, ?)"),
          finding_(database, "insert into finding_standing values (?, ?, ?, ?, ?, ?)") {}

    JudgedCase read(const std::string& case_id) {
        JudgedCase out;
        SQLite::bind(met_, run_, case_id);
        if (!met_.executeStep())
            throw RegisterError(
                "this evaluation was made by an earlier kaoping, which did not keep what scoring again needs; run `kaoping campaign evaluate` "
                "again first");
        out.met_rules = list_numbers(met_.getColumn(0).getString());
        met_.reset();
        SQLite::bind(findings_, run_, case_id);
        while (findings_.executeStep()) {
            out.findings.push_back(finding_of(findings_));
            read_word(word_, out.findings.back());
        }
        findings_.reset();
        return out;
    }

    void write(std::int64_t event, const std::string& case_id, const JudgedCase& judged, const StandingCase& standing) {
        case_.clearBindings();
        SQLite::bind(case_, event, run_, case_id);
        if (standing.score.score) {  // else both stay null
            case_.bind(4, standing.score.score->low);
            case_.bind(5, standing.score.score->high);
        }
        case_.bind(6, std::string(engine::veto_name(standing.score.veto)));
        case_.exec();
        case_.reset();
        for (std::size_t i = 0; i < judged.findings.size(); ++i) {
            const StandingFinding& one = standing.findings[i];
            execute_again(finding_, event, judged.findings[i].id, std::string(engine::verdict_name(one.verdict)), one.deduct.low, one.deduct.high, one.state);
        }
    }

private:
    std::int64_t run_;
    SQLite::Statement met_, findings_, word_, case_, finding_;
};

}  // namespace

JudgedCase read_judged_case(SQLite::Database& database, std::int64_t run, const std::string& case_id) { return Standings(database, run).read(case_id); }

void renew_standing(SQLite::Database& database, CaseRescorer& rescorer, std::int64_t run, std::int64_t event, const std::set<std::string>& cases) {
    Standings standings(database, run);
    for (const std::string& case_id : cases) {
        const JudgedCase judged = standings.read(case_id);
        standings.write(event, case_id, judged, rescorer.score(judged));
    }
}

void renew_waived(SQLite::Database& database, CaseRescorer& rescorer, std::int64_t run, std::int64_t event, std::int64_t waiver) {
    std::set<std::string> cases;
    SQLite::Statement rows = query(database, "select distinct case_id from waived_finding where run = ?1 and ?2 in (0, waiver)", run, waiver);
    while (rows.executeStep()) cases.insert(rows.getColumn(0));
    renew_standing(database, rescorer, run, event, cases);
}

}  // namespace kaoping::campaign
