#pragma once
// One evaluated case into the register: its score, its findings, and what scoring it again will need.
//
// For the length of one transaction: its statements are prepared once.

#include <cstdint>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/campaign/register/sql.hpp"
#include "engine/report/findings_json.hpp"
#include "engine/run/runner.hpp"

namespace kaoping::campaign {

class CaseWriter {
public:
    /// `as_of`: the day as of which the run judges, "2026-09-30".
    CaseWriter(SQLite::Database& database, const dsl::Program& program, engine::FindingsJson& lines, std::int64_t run, std::int64_t draw, std::string as_of);

    /// `line.met_rules` were noted.
    void write(const engine::CaseLine& line, const std::vector<engine::Finding>& findings);

private:
    void write_finding(const std::string& case_id, const engine::Finding& finding);
    void write_basis(std::int64_t id, const engine::Finding& finding);
    void write_persons(std::int64_t id, const engine::Finding& finding);

    SQLite::Database& database_;
    const dsl::Program& program_;
    engine::FindingsJson& lines_;
    std::int64_t run_, draw_;
    std::string as_of_;
    SQLite::Statement case_, met_, finding_, basis_, person_;
};

/// The part that `responsible m.approval.approver` gives: handler (also the officers of an act), reviewer, approver, expert,
/// leader, by the last name of the expression; else "responsible".
[[nodiscard]] const char* role_of(const std::string& label);

}  // namespace kaoping::campaign
