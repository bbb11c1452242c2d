// Rows of CSV: see csv.hpp.

#include "engine/report/csv.hpp"

#include <algorithm>

#include "engine/time/timestamp.hpp"

namespace kaoping::engine::csv {

namespace {

bool needs_quotes(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; });
}

bool is_formula(std::string_view text) {
    if (text.empty()) return false;
    const char c = text.front();
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

}  // namespace

bool is_plain(std::string_view text) { return !needs_quotes(text) && !is_formula(text); }

void cell(std::string& out, std::string_view text) {
    const bool quoted = needs_quotes(text);
    if (quoted) out += '"';
    if (is_formula(text)) out += '\'';
    if (quoted) {
        for (const char c : text) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
    } else {
        out += text;
    }
    out += ',';
}

void number(std::string& out, std::int64_t millionths) {
    append_number(out, millionths);
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
