// Rows of CSV: see csv.hpp.

#include "engine/report/csv.hpp"

#include "engine/time/timestamp.hpp"

namespace kaoping::engine::csv {

void cell(std::string& out, std::string_view text) {
    std::string safe;
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) safe = "'";
    safe += text;
    if (safe.find_first_of(",\"\r\n") == std::string::npos) {
        out += safe;
    } else {
        out += '"';
        for (const char c : safe) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
    }
    out += ',';
}

void number(std::string& out, std::int64_t millionths) {
    out += format_number(millionths);
    out += ',';
}

void number(std::string& out, std::uint64_t count) {
    out += std::to_string(count);
    out += ',';
}

void end_row(std::string& out) {
    out.pop_back();
    out += "\r\n";
}

}  // namespace kaoping::engine::csv
