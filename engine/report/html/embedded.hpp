#pragma once
// The files of this folder, as texts in the program; the .cpp is generated (embed.cmake).

#include <string_view>

namespace kaoping::engine::html::embedded {

extern const std::string_view page;  ///< the mustache template
extern const std::string_view style;
extern const std::string_view script;  ///< charts.js and findings.js
extern const std::string_view chart;   ///< Chart.js with its licence

// "sha256-…" of the last three, for the Content-Security-Policy.
extern const std::string_view style_hash;
extern const std::string_view script_hash;
extern const std::string_view chart_hash;

}  // namespace kaoping::engine::html::embedded
