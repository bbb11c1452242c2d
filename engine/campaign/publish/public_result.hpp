#pragma once
// What the public may see of a closed campaign. An allow-list: only what stands in these structs is published, whatever else
// the register holds. Texts come from the rules (titles) and the scheme (grades); names of units are those of the sample; the
// title is given for the publication. Nothing comes from messages, shown values, case numbers, officers or reasons.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/campaign/end/close.hpp"
#include "engine/campaign/publish/masking.hpp"
#include "engine/report/html/texts.hpp"

namespace kaoping::campaign {

struct PublicUnit {
    std::string name;
    PublicCount cases, drawn, defects;      ///< cases of the period; drawn of them; defects that stand in these
    bool scored = false;                    ///< else fewer than `least_published` cases were drawn, or none has a score
    std::optional<engine::Interval> score;  ///< with bonus and indicators
    std::optional<double> margin;           ///< of sampling, points; nullopt: not known
    std::string grade_low, grade_high;
};
struct PublicRule {
    std::string standard, title, severity;
    PublicCount cases;                      ///< drawn ones in which a defect of the rule stands
};
struct PublicResult {
    std::string title, period_from, period_until;
    double confidence = 0.95;
    std::vector<PublicUnit> units;          ///< by name
    PublicCount cases, drawn, defects;      ///< of all units
    std::vector<PublicRule> rules;          ///< those with a count or a masked one, in the order of the packs
};

/// Words of the page, English and Chinese: the functions below want `texts` made with them.
[[nodiscard]] std::span<const engine::html::Label> public_labels();

/// Titles of rules and standards in the language of `texts`. `title` is what stands above it; empty: "Assessment of law
/// enforcement" with the period. Throws RegisterError if the campaign is not closed.
[[nodiscard]] PublicResult public_result(Register& file, const Campaign& campaign, const engine::html::Texts& texts, const std::string& title);

/// One page that opens offline, without script.
[[nodiscard]] std::string public_html(const PublicResult& result, const engine::html::Texts& texts);
/// Format "kaoping.public/1". A masked count is null.
[[nodiscard]] std::string public_json(const PublicResult& result);

/// Registers what was published: its form ("html", "json") and the hash of its bytes.
void register_publication(Register& file, const Campaign& campaign, const std::string& form, const std::string& hash, const Who& who);

}  // namespace kaoping::campaign
