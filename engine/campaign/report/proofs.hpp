#pragma once
// How the rules came to the findings of a page, from the case files: what `kaoping explain` says, for many cases at once.

#include <functional>
#include <string>
#include <vector>

#include "dsl/load.hpp"
#include "engine/campaign/report/page.hpp"
#include "engine/result/finding.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::campaign {

struct ProofSource {
    const dsl::LoadResult& packs;
    const engine::TimeContext& time;
    std::int64_t as_of;     ///< of the run
    std::string language;   ///< "" or one that the packs have a catalogue for
};

/// Adds proofs to the findings whose cases are among the inputs, and their messages in the language; a finding of another verdict
/// now is marked so. `unreadable` is told of each case that could not be read. One chunk of case files is held at a time.
void add_proofs(const ProofSource& source, const std::vector<std::string>& inputs, std::vector<PageFinding>& findings,
                const std::function<void(const engine::Finding&)>& unreadable);

}  // namespace kaoping::campaign
