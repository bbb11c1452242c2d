#pragma once
// Whom a defect is held against, as a scheme says (accountability, 责任追究):
//
//     accountability: {refer: [fault, veto], leader_joint_from: 3, heavier_after_notice: true}
//
// What is not referred is corrected only.

#include <array>
#include <cstdint>

#include "dsl/registry/yaml_reader.hpp"
#include "dsl/typed/program.hpp"

namespace kaoping::engine {

class SchemeValues;

struct Accountability {
    std::array<bool, 3> refer{false, true, true};  ///< by dsl::Severity: faults and vetoes are referred, flaws are not
    std::int64_t leader_joint_from = 0;            ///< so many referred defects of a unit make its leaders answer jointly; 0: never
    bool heavier_after_notice = false;             ///< a repeat after a rectification notice is referred for heavier treatment

    [[nodiscard]] bool refers(dsl::Severity severity) const { return refer[static_cast<std::size_t>(severity)]; }
};

/// Mistakes are K0540 (words), K0505 and K0506 (numbers, truth values). Nothing given: the defaults above.
[[nodiscard]] Accountability read_accountability(const dsl::YamlReader& reader, const SchemeValues& values, dsl::yaml::View value);

}  // namespace kaoping::engine
