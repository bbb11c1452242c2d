#pragma once
// A campaign: the evaluation of one period by one set of packs and one scheme, which stay the same from beginning to end.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/campaign/register/event.hpp"
#include "engine/campaign/register/register.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::campaign {

struct PackMark {
    std::string id, version, hash;
    bool operator==(const PackMark&) const = default;
};

struct Campaign {
    std::string id, title;
    std::string period_from, period_until;  ///< days "2026-07-01", both included
    std::vector<std::string> pack_paths;    ///< as given
    std::string scheme_path;                ///< as given; empty: the points of the rules
    std::vector<PackMark> packs;            ///< by id
    std::string scheme_id, scheme_hash;
    std::int64_t draw = 0;                  ///< event; 0: not drawn yet
    std::int64_t run = 0;                   ///< the last finished run, an event; 0: not evaluated yet
    std::string kind = "quarterly";         ///< of evaluation, as the scheme of a year names it
    bool closed = false;                    ///< its results stand for good
};

/// What a campaign keeps of loaded packs and scheme.
void mark_rules(Campaign& campaign, const dsl::Program& program, const engine::Scheme& scheme);
/// Throws RegisterError if packs or scheme are not those that the campaign was opened with.
void require_same_rules(const Campaign& campaign, const dsl::Program& program, const engine::Scheme& scheme);

/// Opens a campaign. Throws RegisterError if the id is taken or the period ends before it begins.
void open_campaign(Register& file, const Campaign& campaign, const Who& who);
/// Throws RegisterError if there is none, with the ids that there are.
[[nodiscard]] Campaign find_campaign(Register& file, const std::string& id);

}  // namespace kaoping::campaign
