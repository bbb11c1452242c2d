#pragma once
// The re-check of a notice: the engine runs over the corrected case files, by the rules of the campaign.
//
// A defect is mended if its subject (recognised by its fingerprint: case, rule, keys of the records) is no longer found, or
// exempt, and its rule finds nothing in that case that the campaign had not found: a record under another key is no remedy.

#include <cstdint>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/campaign/campaign.hpp"
#include "engine/casefile/reader.hpp"
#include "engine/run/runner.hpp"

namespace kaoping::campaign {

/// One defect after the run. `verdict`: "no_defect", or that of what was found.
struct RecheckedDefect {
    std::int64_t number = 0;
    std::string case_id, rule, verdict;
    std::string says;  ///< message of what is still wrong
    [[nodiscard]] bool mended() const { return verdict == "no_defect" || verdict == "exempt"; }
};
struct Recheck {
    std::vector<RecheckedDefect> defects;  ///< those whose cases were among the inputs, by number
    std::vector<std::string> unreadable;   ///< sentences; if there are any, nothing is registered
};

/// What the re-check of a notice compares: read it, add every chunk of the run, then register it.
class Rechecker {
public:
    /// Throws RegisterError if the campaign issued no such notice.
    Rechecker(Register& file, const Campaign& campaign, const dsl::Program& program, std::int64_t notice);

    void add(const engine::ChunkResult& chunk);
    /// Registers the outcome, mended or not, with the run's identity. Throws RegisterError if no case of the notice was among
    /// the inputs, or if `who` may not re-check.
    [[nodiscard]] Recheck finish(const engine::RunIdentity& identity, const std::string& as_of, const Who& who);

private:
    struct Noticed {
        RecheckedDefect defect;
        std::string fingerprint;
        bool seen = false;
    };
    void take_finding(const engine::Finding& finding);
    void write(const engine::RunIdentity& identity, const std::string& as_of, const Who& who, const Recheck& outcome);

    Register& file_;
    const Campaign& campaign_;
    const dsl::Program& program_;
    std::int64_t notice_;
    std::vector<Noticed> noticed_;
    std::vector<std::string> known_;  ///< fingerprints of what the campaign found in these cases, sorted
    std::vector<std::string> unreadable_;
};

}  // namespace kaoping::campaign
