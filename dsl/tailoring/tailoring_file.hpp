#pragma once
// tailoring.yaml: what a province or county makes of packs that it took over.
//
//     tailoring: yunling                     # id
//     title: 云岭省公安厅执法质量考评标准
//     level: province                        # national, province, county
//     base: [../../criminal, ../../administrative]     # packs, or the folder of the one tailoring above it
//     pins: {criminal: "2026.1"}             # every pack with the version that this layer was made for
//     authority: 云岭省公安厅                 # of every change that names none itself
//     opens:                                 # what a lower level may choose; all else is closed to it
//       - {standard: criminal.records, tailorable_by: county, points: [10, 20]}
//       - {rule: criminal.records.rest, tailorable_by: county, off: true}
//       - {parameter: criminal.long_delay, tailorable_by: county, value: [30, 90]}
//     forbids:                               # what no layer below may touch, whoever opens it
//       - {rule: criminal.detention.family_notice}
//     changes:
//       - {rule: criminal.records.rest, off: true, reason: 系统未采集, date: 2026-03-01}
//       - {standard: criminal.detention, points: 20, reason: 本省工作重点, date: 2026-03-01}
//       - {rule: criminal.acceptance.receipt, deduct: 2, reason: …, date: …}
//       - {parameter: criminal.long_delay, value: 60, reason: …, date: …}

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/registry/yaml_reader.hpp"
#include "dsl/source/source.hpp"

namespace kaoping::dsl {

/// From the top down; a layer stands on one of a higher level, or on packs.
enum class TailoringLevel : std::uint8_t { national, province, county };
[[nodiscard]] std::string_view level_name(TailoringLevel level);

/// A rule, a standard or a parameter, by its id with the pack in front: "criminal.detention.family_notice".
struct TailoringTarget {
    enum class Kind : std::uint8_t { rule, standard, parameter } kind = Kind::rule;
    LocatedText name;
};

struct TailoringOpening {
    TailoringTarget target;
    TailoringLevel by = TailoringLevel::county;
    bool off = false;                          ///< may be switched off
    std::optional<std::int64_t> least, most;   ///< of points, deduction or value, millionths
};

struct TailoringChange {
    TailoringTarget target;
    bool off = false;
    std::optional<std::int64_t> amount;        ///< points, deduction or value, millionths
    Span amount_span;
    std::string reason, authority;
    std::int64_t date = 0;                     ///< day of the decision
};

struct TailoringFile {
    LocatedText id;
    std::string title;
    TailoringLevel level = TailoringLevel::province;
    Span level_span;
    std::vector<LocatedText> base;
    std::vector<std::pair<LocatedText, std::string>> pins;  ///< pack → version
    std::vector<TailoringOpening> opens;
    std::vector<TailoringTarget> forbids;
    std::vector<TailoringChange> changes;
    Span span;
    std::string hash;                          ///< of the file's bytes
};

/// Reads a registered text. What can be read is kept; mistakes (K05xx, K09xx) go to `out`. Never throws.
[[nodiscard]] TailoringFile read_tailoring(const SourceMap& map, FileId file, Diagnostics& out);

}  // namespace kaoping::dsl
