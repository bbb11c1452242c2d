#pragma once
// JSON appended to a text, for files with a line per case or finding: what all lines share is put there as it is, the rest is
// copied in long pieces. The bytes are those of RapidJSON (json.hpp), which writes everything that is written once.
//
// Private to the writers of this folder: no other header includes it.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/result/verdict.hpp"

namespace kaoping::engine::json {

/// In quotes, with escapes. Bytes that are no UTF-8 are copied: the line is to be mended when it is complete.
void append_text(std::string& out, std::string_view value);
/// The same, or null where it is empty.
void append_text_or_null(std::string& out, std::string_view value);
void append_count(std::string& out, std::uint64_t count);
/// {"low":…,"high":…}, exact decimals.
void append_interval(std::string& out, Interval value);

/// `append(out, item)` appends one item of the list.
template <typename Items, typename Append>
void append_list(std::string& out, const Items& items, Append append) {
    out += '[';
    for (const auto& item : items) {
        append(out, item);
        out += ',';
    }
    if (out.back() == ',') out.back() = ']';
    else out += ']';
}

/// Replaces what is no UTF-8 from `begin` on: names of files may hold any bytes. Once per line, not per text: it takes as long.
void mend_utf8(std::string& out, std::size_t begin);

}  // namespace kaoping::engine::json
