#pragma once
// What a report was computed from: enough to recompute it and compare.

#include <cstdint>
#include <string>
#include <vector>

namespace kaoping::engine {

struct RunIdentity {
    static constexpr const char* format = "kaoping.findings/1";
    struct Part {
        std::string name, version, hash;
    };
    std::string engine_version;
    std::vector<Part> packs;      ///< hashes of the tailored packs, if there is tailoring
    std::vector<Part> tailoring;  ///< layers from the top down; `version` is the level
    Part schema, scheme, calendar;
    std::string inputs_hash;      ///< over the bytes of all inputs in order
    std::vector<std::string> inputs;
    std::int64_t as_of = 0;       ///< instant
    bool as_of_given = false;     ///< else the run's own start
    std::string timezone;
    std::string hour_counting;    ///< "elapsed" or "next_full_hour", as printed in reports
};

}  // namespace kaoping::engine
