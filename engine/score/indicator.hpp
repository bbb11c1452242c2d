#pragma once
// Indicators: results from outside the case files that a scheme lets count for a unit.
//
//     indicators:
//       petitions_upheld:   {source: petition, direction: deduct, points: 0.5, per: 1, cap: 5}
//       parties_satisfied:  {source: interview, direction: add, points: 0.1, per: 1, cap: 3}
//
// Numbers that press for arrests, detentions, fines, solved cases or few reported crimes are no measure of quality and are
// refused. Source: the Ministry of Public Security's opinion of 2011 on the assessment of law enforcement and provincial rules
// forbid such targets (fines, detentions, reported crime, share of returned cases, share of solved cases).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/registry/yaml_reader.hpp"

namespace kaoping::engine {

class SchemeValues;

/// Who outside says it: petitions (信访), interviews of parties (回访), courts (诉讼), prosecution (检察).
enum class IndicatorSource : std::uint8_t { petition, interview, court, prosecution };
[[nodiscard]] std::string_view source_name(IndicatorSource source);

enum class IndicatorDirection : std::uint8_t { deduct, add };

struct Indicator {
    std::string name;
    IndicatorSource source = IndicatorSource::petition;
    IndicatorDirection direction = IndicatorDirection::deduct;
    std::int64_t points = 0;            ///< millionths, for each `per`
    std::int64_t per = 1'000'000;       ///< millionths, > 0
    std::int64_t cap = 0;               ///< most points that it moves a unit's score

    /// What a value of so many (millionths, ≥ 0) does to the score: points × value ÷ per, rounded half to even, at most the
    /// cap, negative where it deducts.
    [[nodiscard]] std::int64_t effect(std::int64_t value) const;
};

/// The number that a name presses for ("arrests"), if it is one of those that must not be counted; empty: it may be.
[[nodiscard]] std::string_view banned_number(std::string_view name);

/// Mistakes are K0547 (a banned number), K0540 (words), K0541 (amounts), K0505 and K0506.
[[nodiscard]] std::vector<Indicator> read_indicators(const dsl::YamlReader& reader, const SchemeValues& values, dsl::yaml::View value);

}  // namespace kaoping::engine
