#pragma once
// The data of a page's scripts as JSON: labels, findings.
//
// Private to the makers of pages: no header outside engine/report/html and engine/campaign/report includes it.

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/report/html/texts.hpp"

namespace kaoping::engine::html {

using ScriptWriter = rapidjson::Writer<rapidjson::StringBuffer>;

void put(ScriptWriter& out, const char* key, std::string_view text);
void put(ScriptWriter& out, const char* key, const std::vector<std::string>& texts);
/// "labels": all keys with their texts.
void put_labels(ScriptWriter& out, const Labels& labels);
/// The members of one finding as findings.js reads them, inside an object that the caller begins and ends.
void put_finding(ScriptWriter& out, const Texts& texts, const Finding& finding);

/// The characters that could end a script element or a JavaScript line stand only inside JSON texts: writes them as \u….
[[nodiscard]] std::string without_markup(std::string_view json);

}  // namespace kaoping::engine::html
