// What both readers ask of a value of simdjson On-Demand.
#pragma once

#include <simdjson.h>

#include <string_view>
#include <vector>

#include "tests/bench/by_hand_case.hpp"

namespace by_hand {

/// The text of a scalar as written, quotes included, without the blanks behind it.
inline std::string_view token(simdjson::ondemand::value value) {
    std::string_view text = value.raw_json_token();
    while (text.back() <= ' ') text.remove_suffix(1);
    return text;
}

/// Whether a list has at least so many elements; looks no further.
inline bool has_elements(simdjson::ondemand::array list, int least) {
    for ([[maybe_unused]] auto element : list)
        if (--least == 0) return true;
    return false;
}

template <typename Record>
void read_all(simdjson::ondemand::array list, std::vector<Record>& records, Record (*read)(simdjson::ondemand::object)) {
    for (simdjson::ondemand::object object : list) records.push_back(read(object));
}

}  // namespace by_hand
