// Records as JSON on one line.
#pragma once
#include <string>

#include "record.hpp"

namespace generator {

void write_json(std::string& out, std::string_view text);   // quoted
void write_json(std::string& out, const Record& record);

}  // namespace generator
