#pragma once
// The scoring scheme (language § 5): how verdicts become points, points a score, scores a grade.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"
#include "dsl/typed/program.hpp"
#include "engine/result/verdict.hpp"
#include "engine/score/objection_terms.hpp"
#include "engine/score/accountability.hpp"
#include "engine/score/indicator.hpp"

namespace kaoping::engine {

/// deduction: start less what is lost. The others as in XCCDF 1.2 § 7.3.2.
enum class ScoreModel : std::uint8_t { deduction, weighted, flat, flat_unweighted, absolute };
[[nodiscard]] std::string_view model_name(ScoreModel model);

/// What becomes of the points of a standard that does not apply to a case: shared among the others, or kept in full.
enum class NotApplicablePoints : std::uint8_t { redistribute, full_marks };
/// interval: the score is a range while facts are missing; no_deduction: they cost nothing; full_deduction: they cost all.
enum class UndeterminedPoints : std::uint8_t { interval, no_deduction, full_deduction };

struct Grade {
    std::string name;
    std::int64_t from = 0;  ///< millionths; a score of exactly this has the grade
};

struct Scheme {
    std::string id = "rules";      ///< the scheme without a file: the points in the rules apply
    std::int64_t start = 100'000'000;  ///< millionths of a point, as all amounts here
    std::int64_t floor = 0;
    ScoreModel model = ScoreModel::deduction;
    NotApplicablePoints not_applicable = NotApplicablePoints::redistribute;
    UndeterminedPoints undetermined = UndeterminedPoints::interval;
    std::map<std::string, std::int64_t> standard_points;  ///< by full id; replaces the rule text's
    std::map<std::string, std::int64_t> rule_weights;     ///< by full id, for the XCCDF models; 1 where not given
    std::vector<Grade> grades;     ///< by `from`, highest first; may be empty
    bool case_veto = true;         ///< a veto sets the case's score to 0 …
    bool veto_needs_confirmation = true;  ///< … but only once a person has confirmed it (the campaign's register)
    std::string unit_veto_grade;   ///< grade of a unit with a confirmed veto; empty: none
    std::int64_t bonus_cap = 0;    ///< bonus entries are made in a campaign
    std::vector<std::string> aggregate_by{"unit"};  ///< fields of the case; scores are the mean of the group's cases
    std::string hash;              ///< of the file's bytes; empty without a file
    ObjectionTerms objection;      ///< in a campaign
    std::vector<Indicator> indicators;    ///< results from outside, entered in a campaign
    Accountability accountability;
    std::int64_t rectification_days = 0;  ///< from a rectification notice to its deadline; 0: each notice names its own

    /// Points of a standard: the rule text gives the default, a scheme overrides it, tailoring overrides both.
    [[nodiscard]] std::int64_t points_of(const dsl::Standard& standard) const;
    [[nodiscard]] std::int64_t weight_of(const std::string& rule_id) const;
    /// Name of the grade; empty if the scheme has none for it.
    [[nodiscard]] std::string grade_of(std::int64_t score) const;
    /// nullptr: the scheme has no indicator of that name.
    [[nodiscard]] const Indicator* indicator(std::string_view name) const;
};

/// Reads a scheme file already registered in `sources`; mistakes (K05xx) with their place. Standards, rules and the fields to
/// aggregate by are looked up in the program.
[[nodiscard]] Scheme read_scheme(const dsl::SourceMap& sources, dsl::FileId file, const dsl::Program& program, dsl::Diagnostics& out);

/// The field of the case that a name of `aggregate_by` means: the field of that name, or for `unit` the one marked so; −1: none.
[[nodiscard]] int aggregate_field(const dsl::Schema& schema, const std::string& name);

}  // namespace kaoping::engine
