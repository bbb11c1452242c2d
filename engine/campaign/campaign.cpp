// Campaigns: see campaign.hpp.

#include "engine/campaign/campaign.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

void insert_campaign(SQLite::Database& database, const Campaign& campaign, std::int64_t event) {
    execute(database, "insert into campaign values (?, ?, ?, ?, ?, ?, ?, ?, ?)", event, campaign.id, campaign.title, campaign.period_from,
            campaign.period_until, campaign.scheme_path, campaign.scheme_id, campaign.scheme_hash, campaign.kind);
    int position = 0;
    for (const std::string& path : campaign.pack_paths) execute(database, "insert into campaign_path values (?, ?, ?)", campaign.id, ++position, path);
    for (const PackMark& pack : campaign.packs)
        execute(database, "insert into campaign_pack values (?, ?, ?, ?)", campaign.id, pack.id, pack.version, pack.hash);
}

std::vector<std::string> known_ids(SQLite::Database& database) {
    std::vector<std::string> out;
    SQLite::Statement ids = query(database, "select id from campaign order by event desc limit 10");
    while (ids.executeStep()) out.push_back(ids.getColumn(0));
    return out;
}

bool read_campaign(SQLite::Database& database, const std::string& id, Campaign& out) {
    SQLite::Statement row = query(database,
                                  "select campaign.title, campaign.period_from, campaign.period_until, scheme_path, scheme_id, scheme_hash, "
                                  "coalesce(draw, 0), coalesce(run, 0), campaign.kind, state = 'closed' from campaign join campaign_state using (id) where id = ?",
                                  id);
    if (!row.executeStep()) return false;
    out = {id, row.getColumn(0), row.getColumn(1), row.getColumn(2), {}, row.getColumn(3), {}, row.getColumn(4), row.getColumn(5),
           row.getColumn(6).getInt64(), row.getColumn(7).getInt64()};
    out.kind = row.getColumn(8).getString();
    out.closed = row.getColumn(9).getInt() == 1;
    SQLite::Statement paths = query(database, "select path from campaign_path where campaign = ? order by position", id);
    while (paths.executeStep()) out.pack_paths.push_back(paths.getColumn(0));
    SQLite::Statement packs = query(database, "select id, version, hash from campaign_pack where campaign = ? order by id", id);
    while (packs.executeStep()) out.packs.push_back({packs.getColumn(0), packs.getColumn(1), packs.getColumn(2)});
    return true;
}

}  // namespace

void mark_rules(Campaign& campaign, const dsl::Program& program, const engine::Scheme& scheme) {
    campaign.packs.clear();
    for (const dsl::Pack& pack : program.packs) campaign.packs.push_back({pack.id, pack.version, pack.content_hash});
    std::sort(campaign.packs.begin(), campaign.packs.end(), [](const PackMark& a, const PackMark& b) { return a.id < b.id; });
    campaign.scheme_id = scheme.id;
    campaign.scheme_hash = scheme.hash;
}

void require_same_rules(const Campaign& campaign, const dsl::Program& program, const engine::Scheme& scheme) {
    Campaign now;
    mark_rules(now, program, scheme);
    std::string changed;
    if (now.packs != campaign.packs) {
        changed = "the packs";
        for (const PackMark& pack : campaign.packs)
            if (std::find(now.packs.begin(), now.packs.end(), pack) == now.packs.end()) changed = fmt::format("pack {}", pack.id);
    } else if (now.scheme_hash != campaign.scheme_hash) {
        changed = fmt::format("scheme {}", campaign.scheme_id);
    }
    if (changed.empty()) return;
    throw RegisterError(fmt::format("campaign {}: {} changed since the campaign was opened; all its cases are judged by the same rules: bring back the earlier "
                                    "version, or open a new campaign",
                                    campaign.id, changed));
}

void open_campaign(Register& file, const Campaign& campaign, const Who& who) {
    if (campaign.id.empty()) throw RegisterError("a campaign needs an id, as in 2026-q3");
    if (campaign.period_until < campaign.period_from)
        throw RegisterError(fmt::format("the period ends on {}, before it begins on {}", campaign.period_until, campaign.period_from));
    file.write([&](SQLite::Database& database) {
        Campaign taken;
        if (read_campaign(database, campaign.id, taken))
            throw RegisterError(fmt::format("{}: there is a campaign {} already ({}); choose another id", file.path(), taken.id, taken.title));
        insert_campaign(database, campaign, add_event(database, "campaign_opened", who));
    });
}

Campaign find_campaign(Register& file, const std::string& id) {
    Campaign out;
    file.read([&](SQLite::Database& database) {
        if (read_campaign(database, id, out)) return;
        const std::vector<std::string> ids = known_ids(database);
        throw RegisterError(fmt::format("{}: there is no campaign {}; {}", file.path(), id,
                                        ids.empty() ? std::string("there is none yet") : fmt::format("there are {}", fmt::join(ids, ", "))));
    });
    return out;
}

}  // namespace kaoping::campaign
