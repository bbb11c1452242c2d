// The re-check of a notice: see recheck.hpp.

#include "engine/campaign/follow/recheck.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "engine/campaign/follow/rectification.hpp"
#include "engine/campaign/register/run_parts.hpp"
#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

Rechecker::Rechecker(Register& file, const Campaign& campaign, const dsl::Program& program, std::int64_t notice)
    : file_(file), campaign_(campaign), program_(program), notice_(notice) {
    file_.read([&](SQLite::Database& database) {
        require_notice(database, campaign_, notice_);
        SQLite::Statement row = query(database, "select number, case_id, rule, defect from notice_defect where notice = ? and origin = 'engine' order by number", notice_);
        while (row.executeStep())
            noticed_.push_back({{row.getColumn(0).getInt64(), row.getColumn(1), row.getColumn(2), "no_defect", ""}, row.getColumn(3), false});
        SQLite::Statement known = query(database,
                                        "select json_extract(line, '$.fingerprint') from finding where kind = 'rule' and run = ?1 "
                                        "and case_id in (select case_id from notice_defect where notice = ?2) order by 1",
                                        campaign_.run, notice_);
        while (known.executeStep()) known_.push_back(known.getColumn(0));
    });
}

void Rechecker::take_finding(const engine::Finding& finding) {
    using engine::Verdict;
    const std::string& rule = program_.rules[static_cast<std::size_t>(finding.rule)].full_id;
    const bool unseen = finding.verdict == Verdict::defect && !std::binary_search(known_.begin(), known_.end(), finding.fingerprint);
    for (Noticed& one : noticed_) {
        if (one.defect.case_id != finding.case_id || one.defect.rule != rule) continue;
        if (one.fingerprint != finding.fingerprint && !unseen) continue;
        if (!one.defect.mended()) continue;  // its own finding, or the first new one, is said
        one.defect.verdict = std::string(engine::verdict_name(finding.verdict));
        one.defect.says = finding.message;
    }
}

void Rechecker::add(const engine::ChunkResult& chunk) {
    for (const engine::CaseLine& line : chunk.cases)
        for (Noticed& one : noticed_) one.seen = one.seen || one.defect.case_id == line.case_id;
    for (const engine::Finding& finding : chunk.findings) {
        if (finding.kind == engine::FindingKind::rule) take_finding(finding);
        else if (finding.kind == engine::FindingKind::input) unreadable_.push_back(fmt::format("{}: {}", finding.at.file, finding.message));
    }
}

void Rechecker::write(const engine::RunIdentity& identity, const std::string& as_of, const Who& who, const Recheck& outcome) {
    file_.write([&](SQLite::Database& database) {
        const std::int64_t event = add_event(database, "rectification_rechecked", who);
        execute(database, "insert into recheck values (?, ?, ?, ?, ?)", event, notice_, as_of, identity.engine_version, identity.inputs_hash);
        each_part(identity, [&](const char* role, const engine::RunIdentity::Part& part) {
            execute(database, "insert into recheck_part values (?, ?, ?, ?, ?)", event, role, part.name, part.version, part.hash);
        });
        for (const RecheckedDefect& one : outcome.defects)
            execute(database, "insert into recheck_defect values (?, ?, ?, ?, ?)", event, notice_, one.number, one.verdict, one.says);
    });
}

Recheck Rechecker::finish(const engine::RunIdentity& identity, const std::string& as_of, const Who& who) {
    Recheck out;
    out.unreadable = unreadable_;
    for (const Noticed& one : noticed_)
        if (one.seen) out.defects.push_back(one.defect);
    if (!out.unreadable.empty()) return out;
    if (out.defects.empty())
        throw RegisterError(fmt::format("no case of notice {} with a defect that the engine found is among the inputs; `kaoping campaign rectify list {}` shows its cases",
                                        notice_, campaign_.id));
    write(identity, as_of, who, out);
    return out;
}

}  // namespace kaoping::campaign
