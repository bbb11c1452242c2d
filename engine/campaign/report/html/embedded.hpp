#pragma once
// The files of this folder, as texts in the program; the .cpp is generated (engine/report/html/embed.cmake).

#include <string_view>

namespace kaoping::campaign::embedded {

extern const std::string_view page, notice;  ///< mustache templates
extern const std::string_view style;         ///< the report's style.css and campaign.css
extern const std::string_view script;        ///< the report's charts.js and findings.js, and campaign.js
extern const std::string_view notice_style;

// "sha256-…" for the Content-Security-Policy.
extern const std::string_view style_hash, script_hash, notice_style_hash;

}  // namespace kaoping::campaign::embedded
