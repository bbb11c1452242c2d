// Decisions about findings: see decisions.hpp.

#include "engine/campaign/report/decisions.hpp"

#include "engine/campaign/register/sql.hpp"
#include "engine/report/points.hpp"

namespace kaoping::campaign {

namespace {

using engine::html::Texts;

constexpr std::size_t day_length = 10;

/// "2026-10-20 Wang Min (legal department): confirmed; veto refused. Reason"
std::string sentence(const Texts& texts, const std::string& at, const std::string& who, const std::string& part, const std::string& what, const std::string& why) {
    std::string out = texts.labels.filled("decision_line", {at.substr(0, day_length), who, texts.labels[part], what});
    if (!why.empty()) out += texts.labels["sentence_end"] + why;
    return out;
}

/// What was set beside yes or no: the points, and whether a veto takes effect.
std::string details(const Texts& texts, SQLite::Statement& row, int amount, int veto) {
    std::string out;
    if (!row.getColumn(amount).isNull()) out += texts.labels["semicolon"] + texts.labels.filled("said_amount", {engine::points_text(row.getColumn(amount).getInt64())});
    if (const std::string said = row.getColumn(veto); !said.empty()) out += texts.labels["semicolon"] + texts.labels["said_veto_" + said];
    return out;
}

void add_reviews(SQLite::Database& database, const FindingRow& finding, const Texts& texts, std::vector<std::string>& out) {
    SQLite::Statement row = query(database,
                                  "select at, coalesce(name, actor), level, decision, reason, amount, veto from review_line join review on review.event = review "
                                  "join event on event.id = review left join official_now on official_now.id = actor where finding = ? order by review",
                                  finding.id);
    while (row.executeStep())
        out.push_back(sentence(texts, row.getColumn(0), row.getColumn(1), "level_" + row.getColumn(2).getString(),
                               texts.labels["said_" + row.getColumn(3).getString()] + details(texts, row, 5, 6), row.getColumn(4)));
}

void add_objection(SQLite::Database& database, const FindingRow& finding, const Texts& texts, std::vector<std::string>& out) {
    SQLite::Statement raised = query(database,
                                     "select filed, coalesce(name, actor), why from objection join event on event.id = objection.event "
                                     "left join official_now on official_now.id = actor where finding = ?",
                                     finding.id);
    while (raised.executeStep()) out.push_back(sentence(texts, raised.getColumn(0), raised.getColumn(1), "level_unit_self", texts.labels["objected"], raised.getColumn(2)));
    SQLite::Statement decided = query(database,
                                      "select decided, coalesce(name, actor), role, outcome, why, amount, veto from objection "
                                      "join decision on decision.objection = objection.event join event on event.id = decision.event "
                                      "left join official_now on official_now.id = actor where finding = ?",
                                      finding.id);
    while (decided.executeStep())
        out.push_back(sentence(texts, decided.getColumn(0), decided.getColumn(1), decided.getColumn(2).getString() == "leader" ? "level_leader" : "level_department",
                               texts.labels["outcome_" + decided.getColumn(3).getString()] + details(texts, decided, 5, 6), decided.getColumn(4)));
}

void add_waivers(SQLite::Database& database, const std::string& campaign, const FindingRow& finding, const Texts& texts, std::vector<std::string>& out) {
    SQLite::Statement row = query(database,
                                  "select at, authority, ground, from_day, until_day, why from waiver join event on event.id = waiver.event "
                                  "join finding_basis on finding_basis.finding = ? where campaign = ? and waiver.unit in ('', ?) and case_id in ('', ?) "
                                  "and rule in ('', ?) and coalesce(waiver.finding, ?) = ? and day between from_day and until_day order by waiver.event",
                                  finding.id, campaign, finding.unit, finding.case_id, finding.rule, finding.id, finding.id);
    while (row.executeStep()) {
        const std::string period = texts.labels.filled("period_text", {row.getColumn(3).getString(), row.getColumn(4).getString()});
        out.push_back(sentence(texts, row.getColumn(0), row.getColumn(1), "waived", texts.labels["ground_" + row.getColumn(2).getString()] + texts.labels["semicolon"] + period, row.getColumn(5)));
    }
}

}  // namespace

std::vector<std::string> decisions_about(SQLite::Database& database, const std::string& campaign, const FindingRow& finding, const Texts& texts) {
    std::vector<std::string> out;
    add_reviews(database, finding, texts, out);
    add_objection(database, finding, texts, out);
    if (finding.state == "waived") add_waivers(database, campaign, finding, texts, out);
    return out;
}

}  // namespace kaoping::campaign
