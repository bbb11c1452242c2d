#pragma once
// Applies tailoring layers to packs, top level first.

#include <vector>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/tailoring/tailoring_file.hpp"
#include "dsl/typed/program.hpp"

namespace kaoping::dsl {

/// Changes the program as the layers say. A rule that is switched off stays, without conditions, and is *not selected*;
/// points, deductions and parameters get their new values; each pack's hash becomes that of the tailored pack.
/// Refused (K09xx), and not applied: pins of other versions, unknown targets, amounts that do not fit, and whatever an upper
/// layer has not opened to this one or has forbidden.
void tailor(Program& program, const std::vector<TailoringFile>& layers, Diagnostics& out);

}  // namespace kaoping::dsl
