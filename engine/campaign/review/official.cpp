// Officials: see official.hpp.

#include "engine/campaign/review/official.hpp"

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

Official official_of(SQLite::Statement& row) { return {row.getColumn(0), row.getColumn(1), row.getColumn(2), row.getColumn(3)}; }

}  // namespace

void register_official(Register& file, const Official& official, const Who& who) {
    if (official.role == "unit_legal" && official.unit.empty()) throw RegisterError("a unit legal officer belongs to a unit; name it by --unit");
    if (official.role == "legal_department" && !official.unit.empty()) throw RegisterError("an official of the legal department belongs to no unit; leave out --unit");
    file.write([&](SQLite::Database& database) {
        const std::int64_t event = add_event(database, "official_registered", who);
        execute(database, "insert into official values (?, ?, ?, ?, ?)", event, official.id, official.name, official.role, official.unit);
    });
}

std::vector<Official> officials(Register& file) {
    std::vector<Official> out;
    file.read([&](SQLite::Database& database) {
        SQLite::Statement rows = query(database, "select id, name, role, unit from official_now order by id");
        while (rows.executeStep()) out.push_back(official_of(rows));
    });
    return out;
}

Official find_official(SQLite::Database& database, const std::string& person) {
    SQLite::Statement row = query(database,
                                  "select id, name, role, unit from official_now where id = ?1 union all select id, name, role, unit from official_now "
                                  "where name = ?1 and id <> ?1",
                                  person);
    if (!row.executeStep())
        throw RegisterError(fmt::format("{} is not registered as an official; `kaoping campaign official` registers who reviews and decides", person));
    const Official found = official_of(row);
    if (found.id != person && row.executeStep())
        throw RegisterError(fmt::format("several registered officials have the name {}; give the number of the person", person));
    return found;
}

bool named_in_case(SQLite::Database& database, const Official& official, std::int64_t run, const std::string& case_id) {
    return number_of(database,
                     "select exists (select 1 from run join sampled_case on sampled_case.draw = run.draw where run.event = ?1 and case_id = ?2 and officer in "
                     "(?3, ?4)) "
                     "or exists (select 1 from finding join finding_person on finding_person.finding = finding.id where finding.run = ?1 and case_id = ?2 "
                     "and person in (?3, ?4))",
                     run, case_id, official.id, official.name) != 0;
}

}  // namespace kaoping::campaign
