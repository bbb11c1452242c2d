#pragma once
// From case files to the sampling frame: reads id, unit, kind and officer of every case, and nothing else.

#include <cstdint>
#include <functional>
#include <string>

#include "dsl/typed/program.hpp"
#include "engine/campaign/sample/frame.hpp"
#include "engine/run/runner.hpp"

namespace kaoping::campaign {

struct FrameReading {
    std::string officer_field;       ///< field of the case that names its officer
    engine::RunOptions run;          ///< threads, read
    std::function<void(const engine::Finding&)> unreadable;  ///< is told of each case that could not be read
};
struct FrameRead {
    std::uint64_t cases = 0, unreadable = 0;
    std::string inputs_hash;
};

/// Adds all cases of the inputs to the frame, without ending it. Throws RegisterError if the schema marks no field `unit`, or has
/// no such officer field.
[[nodiscard]] FrameRead read_frame(const dsl::Program& program, const engine::TimeContext& time, engine::InputSet& inputs,
                                   const FrameReading& reading, Frame& frame);

}  // namespace kaoping::campaign
