#pragma once
// An evaluated campaign over examples/quarterly, and what the legal department decides on it.

#include <string>

#include "engine/campaign/register/sql.hpp"
#include "tests/campaign/support.hpp"

namespace kaoping_test {

/// The scheme of these tests: $T/follow.yaml.
inline void write_follow_scheme() {
    std::ofstream(scratch() + "/follow.yaml") << "scheme: follow\n"
                                                 "grades: [{name: good, from: 90}, {name: fair, from: 70}, {name: poor, from: 0}]\n"
                                                 "veto: {case: score_0, unit: poor, needs_confirmation: true}\n"
                                                 "bonus: {cap: 3}\n"
                                                 "indicators:\n"
                                                 "  petitions_upheld: {source: petition, direction: deduct, points: 0.5, cap: 2}\n"
                                                 "  parties_satisfied: {source: interview, direction: add, points: 1, per: 10, cap: 3}\n"
                                                 "accountability: {refer: [fault, veto], leader_joint_from: 2, heavier_after_notice: true}\n"
                                                 "rectification: {days: 30}\n";
}

/// A campaign of this id over all 13 cases of examples/quarterly, evaluated as of 2026-09-30; $R is the register.
inline void evaluate_campaign(const std::string& id, const std::string& from, const std::string& until, const std::string& more = {}) {
    for (const std::string& command :
         {"new " + id + " --title t --from " + from + " --until " + until + " --pack examples/quarterly --scheme $T/follow.yaml " + more,
          "draw " + id + " examples/quarterly/cases --size 13 --seed 4711", "evaluate " + id + " --as-of 2026-09-30"}) {
        const Outcome run = shell("$K campaign " + command + " --register $R --by Li");
        REQUIRE_MESSAGE(run.status == 0, run.err);
    }
}

/// A new register, $R from now on, with one such campaign q3.
inline std::string followed(const std::string& name) {
    write_follow_scheme();
    const std::string path = new_register(name);
    setenv("R", path.c_str(), 1);
    evaluate_campaign("q3", "2026-07-01", "2026-09-30");
    return path;
}

/// The first value of the first row that a query over a register returns, as text.
inline std::string value_in(const std::string& path, const std::string& sql) {
    SQLite::Database database(path, SQLite::OPEN_READONLY);
    SQLite::Statement row(database, sql);
    return row.executeStep() ? row.getColumn(0).getString() : "nothing";
}

/// The legal department reviews every campaign of $R: all defects confirmed, all vetoes as given ("confirm", "refuse").
inline void decide_all(const std::string& path, const std::string& veto) {
    REQUIRE(shell("$K campaign official Wang --name Wang --role legal_department --register $R --by Li").status == 0);
    SQLite::Database database(path, SQLite::OPEN_READONLY);
    SQLite::Statement campaigns(database, "select id from campaign");
    while (campaigns.executeStep()) {
        const std::string id = campaigns.getColumn(0);
        std::ofstream sheet(scratch() + "/decided.csv");
        sheet << "finding,case,standard,rule,severity,message,decision,amount,veto,reason\n";
        SQLite::Statement defects(database, "select finding, severity = 'veto' from standing_finding where campaign = ? and verdict = 'defect'");
        defects.bind(1, id);
        while (defects.executeStep())
            sheet << defects.getColumn(0).getInt64() << ",,,,,,confirm,," << (defects.getColumn(1).getInt() == 1 ? veto : "") << ",seen\n";
        sheet.close();
        const Outcome run = shell("$K campaign review " + id + " --import $T/decided.csv --register $R --by Wang");
        REQUIRE_MESSAGE(run.status == 0, run.err);
    }
}

}  // namespace kaoping_test
