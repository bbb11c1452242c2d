#pragma once
// The scheme of a year: how the results of several kinds of evaluation become one score of a unit.
//
//     scheme: year-end
//     combine:                                        # kinds of evaluation, as --result names them
//       daily:     {weight: 20}
//       special:   {weight: 15, missing: redistribute}
//       year_end:  {weight: 25, missing: zero}
//     bonus: {cap: 5}
//     grades: [{name: excellent, from: 90}, …]
//     veto: {unit: below_standard, needs_confirmation: true}

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::engine {

/// What becomes of the weight of a kind of which a unit has no result: shared among the kinds it has, or kept with 0 points.
enum class MissingKind : std::uint8_t { redistribute, zero };

struct EvaluationKind {
    std::string name;
    std::int64_t weight = 0;  ///< millionths
    MissingKind missing = MissingKind::redistribute;
};

struct Combination {
    std::string id;
    std::vector<EvaluationKind> kinds;   ///< as in the file
    std::vector<Grade> grades;           ///< by `from`, highest first; may be empty
    std::int64_t bonus_cap = 0;          ///< what is granted beyond does not count
    std::string unit_veto_grade;         ///< grade of a unit with a veto in force; empty: a veto decides nothing
    bool veto_needs_confirmation = true;
    std::string hash;                    ///< of the file's bytes

    /// Number of a kind; −1: none of that name.
    [[nodiscard]] int kind(std::string_view name) const;
    /// Name of the grade; empty if there is none for the score.
    [[nodiscard]] std::string grade_of(std::int64_t score) const;
};

/// Reads a file already registered in `sources`; mistakes (K05xx) with their place.
[[nodiscard]] Combination read_combination(const dsl::SourceMap& sources, dsl::FileId file, dsl::Diagnostics& out);

}  // namespace kaoping::engine
