#pragma once
// Drawing the sample of a campaign from the frame, and what was drawn.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/campaign/sample/allocation.hpp"
#include "engine/campaign/campaign.hpp"
#include "engine/campaign/sample/frame.hpp"

namespace kaoping::campaign {

struct DrawRequest {
    AllocationRequest allocation;
    bool avoid_drawn = false;        ///< leave out cases that an earlier draw of this register holds
    std::uint64_t unreadable = 0;    ///< cases that could not be read; kept for the record
    std::string inputs_hash;
};

/// Throws RegisterError if the campaign has a draw: a campaign is drawn once.
void require_undrawn(const Campaign& campaign);

/// Draws, and registers the sample with strata and seed: all in one step. Throws RegisterError if another program drew in the
/// meantime, if no case is left, or if the size does not fit.
void draw_cases(Frame& frame, const Campaign& campaign, const DrawRequest& request, const Who& who);

/// A draw as it was registered.
struct Draw {
    std::string seed, allocation, at, actor;
    std::int64_t size = 0, unit_minimum = 0, left_out = 0, unreadable = 0;
    std::vector<Stratum> strata;     ///< by unit, then kind
    std::int64_t cases = 0, drawn = 0, drawn_before = 0;  ///< drawn_before: of the drawn, how many an earlier draw held too
};
[[nodiscard]] Draw read_draw(Register& file, std::int64_t draw);

struct SampledCase {
    FrameCase one;
    std::int64_t stratum_cases = 0, stratum_drawn = 0;  ///< inclusion probability: drawn ÷ cases
    bool drawn_before = false;
};
/// The drawn cases in the order of the draw: by unit, kind, officer.
void each_sampled_case(Register& file, std::int64_t draw, const std::function<void(const SampledCase&)>& take);
/// The files that hold drawn cases, each once, in the order of the draw.
[[nodiscard]] std::vector<std::string> sampled_files(Register& file, std::int64_t draw);

}  // namespace kaoping::campaign
