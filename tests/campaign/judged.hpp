#pragma once
// A register with the evaluated example cases and three officials, for tests of what people decide.

#include <cstdlib>
#include <fstream>
#include <string>

#include "engine/campaign/register/register_check.hpp"
#include "engine/campaign/register/sql.hpp"
#include "tests/campaign/support.hpp"

namespace kaoping_test {

/// Campaign q3 over 12 of the 13 cases of examples/quarterly, in a new register, $R from now on. Zhou Min (900001) is the legal officer
/// of 城北派出所, Wu Jun (900002) and Qian Hua (900004) are of the legal department, Sun Lei (900003) is a leader.
inline std::string judged_register(const std::string& name) {
    static const std::string once = [] {
        const std::string path = new_register("judged");
        setenv("R", path.c_str(), 1);
        const Outcome made = shell(
            "$K campaign new q3 --register $R --title t --from 2026-07-01 --until 2026-09-30 --pack examples/quarterly --scheme rules/schemes/quarterly.yaml "
            "--by Li && "
            "$K campaign draw q3 examples/quarterly/cases --register $R --size 12 --seed 4711 --by Li && $K campaign evaluate q3 --register $R --as-of "
            "2026-09-30 --by Li && "
            "$K campaign official 900001 --register $R --name 'Zhou Min' --role unit_legal --unit 城北派出所 --by Li && "
            "$K campaign official 900002 --register $R --name 'Wu Jun' --role legal_department --by Li && "
            "$K campaign official 900003 --register $R --name 'Sun Lei' --role leader --by Li && "
            "$K campaign official 900004 --register $R --name 'Qian Hua' --role legal_department --by Li");
        if (made.err != "") return std::string();
        return path;
    }();
    const std::string path = new_register(name);
    std::filesystem::copy_file(once, path);
    setenv("R", path.c_str(), 1);
    return path;
}

/// The one number or text that an SQL query returns; empty: no row, or null.
inline std::string asked(const std::string& path, const std::string& sql) {
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    SQLite::Statement row(database, sql);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

/// What SQLite says when a hand runs SQL over a register; empty: it was taken.
inline std::string said_to(const std::string& path, const std::string& sql) {
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    database.exec("pragma foreign_keys = on");
    try {
        database.exec("begin; " + sql + "; commit");
    } catch (const SQLite::Exception& refused) {
        return refused.what();
    }
    return "";
}

/// The number of a finding, by the ends of its case and of its rule.
inline std::string finding_of(const std::string& path, const std::string& case_end, const std::string& rule_end) {
    return asked(path, "select id from finding where kind = 'rule' and case_id like '%" + case_end + "' and rule like '%" + rule_end + "'");
}

/// "88–89.5", "none": score and veto of a case, by the end of its id.
inline std::string standing_of(const std::string& path, const std::string& case_end) {
    return asked(path,
                 "select printf('%g', score_low / 1e6) || iif(score_low = score_high, '', printf('–%g', score_high / 1e6)) || ', ' || veto from standing_case "
                 "where case_id like '%" +
                     case_end + "'");
}

/// state, verdict, deduct of a finding, as it stands.
inline std::string standing_finding_of(const std::string& path, const std::string& id) {
    return asked(
        path,
        "select state || ' ' || verdict || ' ' || printf('%g', deduct_low / 1e6) || iif(deduct_low = deduct_high, '', printf('–%g', deduct_high / 1e6)) "
        "from standing_finding where finding = " +
            id);
}

inline void write_file(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

constexpr const char* sheet_head = "finding,case,standard,rule,severity,message,decision,amount,veto,reason\r\n";

/// Imports rows under the usual headings.
inline Outcome import_rows(const std::string& rows, const std::string& by) {
    write_file(scratch() + "/sheet.csv", sheet_head + rows);
    return shell("$K campaign review q3 --register $R --import $T/sheet.csv --by " + by);
}

inline bool whole(const std::string& path) {
    kaoping::campaign::Register file(path, kaoping::campaign::Register::Open::existing);
    return kaoping::campaign::check_register(file).problems.empty();
}

}  // namespace kaoping_test
