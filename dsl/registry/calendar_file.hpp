#pragma once
// rules/calendars/*.yaml: public holidays and make-up working days by year.
//
//     years:
//       2025:
//         holidays: [2025-01-01, 2025-01-28 to 2025-02-04]   # a day, or a first and a last day
//         working:  [2025-09-28, 2025-10-11]

#include <string>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"
#include "dsl/typed/program.hpp"

namespace kaoping::dsl {

/// Reads a calendar (a registered text). Mistakes go to `out`: a day outside its year, a day that is both a holiday and a
/// working day, a year twice. Never throws.
[[nodiscard]] CalendarData read_calendar(const SourceMap& map, FileId file, std::string name, Diagnostics& out);

}  // namespace kaoping::dsl
