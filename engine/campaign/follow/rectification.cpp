// Rectification after the notice: see rectification.hpp.

#include "engine/campaign/follow/rectification.hpp"

#include <fmt/core.h>

#include "engine/campaign/follow/notice.hpp"
#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

/// Why a defect cannot be closed yet, as its state says it.
std::string not_closed_because(const std::string& state, bool manual) {
    if (state == "closed") return "it is closed";
    if (state == "not_mended") return "the last re-check found it not mended";
    return manual ? "a person made the finding: a reply with proof has to be there" : "no re-check has found it mended";
}

struct Closable {
    std::vector<std::int64_t> numbers;
    std::string refusal;  ///< of the first that cannot be closed
};

Closable closable(SQLite::Database& database, std::int64_t notice, std::int64_t number) {
    Closable out;
    SQLite::Statement row = query(database,
                                  "select number, state, origin = 'manual', state = 'mended' or (origin = 'manual' and state = 'replied' and exists ("
                                  "select 1 from reply_proof join rectification_reply r on r.event = reply where r.notice = s.notice "
                                  "and coalesce(r.number, s.number) = s.number)) from defect_state s where notice = ?1 and (?2 = 0 or number = ?2) order by number",
                                  notice, number);
    while (row.executeStep()) {
        if (row.getColumn(3).getInt() == 1) out.numbers.push_back(row.getColumn(0).getInt64());
        else if (out.refusal.empty())
            out.refusal = fmt::format("defect {} of notice {}: {}", row.getColumn(0).getInt64(), notice, not_closed_because(row.getColumn(1), row.getColumn(2).getInt() == 1));
    }
    return out;
}

}  // namespace

void require_notice(SQLite::Database& database, const Campaign& campaign, std::int64_t notice, std::int64_t number) {
    if (number_of(database, "select count(*) from notice where event = ? and campaign = ?", notice, campaign.id) == 0)
        throw RegisterError(fmt::format("campaign {} issued no notice {}; `kaoping campaign rectify list {}` shows those that there are", campaign.id, notice, campaign.id));
    if (number != 0 && number_of(database, "select count(*) from notice_defect where notice = ? and number = ?", notice, number) == 0)
        throw RegisterError(fmt::format("notice {} has no defect {}; its defects are numbered from 1 to {}", notice, number,
                                        number_of(database, "select count(*) from notice_defect where notice = ?", notice)));
}

void add_reply(Register& file, const Campaign& campaign, const Reply& reply, const Who& who) {
    if (reply.says.find_first_not_of(" \t") == std::string::npos) throw RegisterError("the reply says nothing; write what was mended");
    file.write([&](SQLite::Database& database) {
        require_notice(database, campaign, reply.notice, reply.number);
        const std::int64_t event = add_event(database, "rectification_replied", who);
        execute(database, "insert into rectification_reply values (?, ?, nullif(?, 0), ?)", event, reply.notice, reply.number, reply.says);
        for (const Proof& proof : reply.proofs) execute(database, "insert into reply_proof values (?, ?, ?)", event, proof.name, proof.hash);
    });
}

void add_visit(Register& file, const Campaign& campaign, const Visit& visit, const Who& who) {
    file.write([&](SQLite::Database& database) {
        require_notice(database, campaign, visit.notice);
        execute(database, "insert into return_visit values (?, ?, ?, ?, ?)", add_event(database, "parties_visited", who), visit.notice, visit.visited,
                visit.satisfied ? 1 : 0, visit.says);
    });
}

std::int64_t close_defects(Register& file, const Campaign& campaign, std::int64_t notice, std::int64_t number, const std::string& today, const Who& who) {
    std::int64_t closed = 0;
    file.write([&](SQLite::Database& database) {
        require_notice(database, campaign, notice, number);
        const Closable found = closable(database, notice, number);
        if (found.numbers.empty()) throw RegisterError(found.refusal + "; it stays open");
        for (const std::int64_t one : found.numbers)
            execute(database, "insert into rectification_end values (?, ?, ?, ?)", add_event(database, "rectification_closed", who), notice, one, today);
        closed = static_cast<std::int64_t>(found.numbers.size());
    });
    return closed;
}

std::vector<DefectState> defect_states(Register& file, const Campaign& campaign, const std::string& unit, const std::string& day) {
    std::vector<DefectState> out;
    file.read([&](SQLite::Database& database) {
        SQLite::Statement row = query(database,
                                      "select notice, number, unit, case_id, rule, officer, severity, until, state, coalesce(closed, ''), until < coalesce(closed, ?3) "
                                      "from defect_state where campaign = ?1 and (?2 = '' or unit = ?2) order by notice, number",
                                      campaign.id, unit, day);
        while (row.executeStep())
            out.push_back({row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), row.getColumn(2), row.getColumn(3), row.getColumn(4), row.getColumn(5), row.getColumn(6),
                           row.getColumn(7), row.getColumn(8), row.getColumn(9), row.getColumn(10).getInt() == 1});
    });
    return out;
}

}  // namespace kaoping::campaign
