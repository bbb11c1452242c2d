#pragma once
// scores.json (format "kaoping.scores/1") and scores.csv: per case, per unit, per standard.
//
// Cases are written while the run goes on, so memory does not grow with their number; units and standards follow at the
// end. The CSV begins with a byte order mark, so that spreadsheet programs read Chinese text; `level` says what a row is.
// A text that a spreadsheet would take for a formula gets an apostrophe in front.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/report/json_line.hpp"
#include "engine/report/points.hpp"
#include "engine/run/runner.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::engine {

/// What stands in the file, piece by piece: the head, cases, the end with units and standards, to be asked for in that order. Each
/// piece is valid until the next call.
class ScoresJson {
public:
    ScoresJson(const dsl::Program& program, const Scheme& scheme);
    [[nodiscard]] std::string_view head();
    [[nodiscard]] std::string_view cases(const KeptList<CaseLine>& lines);
    [[nodiscard]] std::string_view end(const RunTotals& totals);

private:
    json::LineBuffer& begin_object();
    void put_case(const CaseLine& line);
    void put_unit(const std::vector<std::string>& names, const ScoreTally& tally, const std::vector<StandardTally>& standards);
    void put_standard(const dsl::Standard& of, const StandardTally& tally);
    void put_score(const std::optional<Interval>& score, const GradeRange& grades);

    const dsl::Program& program_;
    const Scheme& scheme_;
    std::vector<std::string> until_points_;  ///< by standard: what all cases have in common of it
    json::LineBuffer line_;
    bool first_ = true;                      ///< of the list at hand
};

class ScoresCsv {
public:
    ScoresCsv(const dsl::Program& program, const Scheme& scheme) : program_(program), scheme_(scheme) {}
    [[nodiscard]] std::string_view head();
    [[nodiscard]] std::string_view cases(const KeptList<CaseLine>& lines);
    [[nodiscard]] std::string_view end(const RunTotals& totals);

private:
    void put_case(const CaseLine& line);
    void put_cell(std::string_view text, std::string_view behind = ",");
    void put_count(std::uint64_t count) { line_.count(count).put(","); }
    void put_amounts(Interval amounts) { line_.amount(amounts.low).put(",").amount(amounts.high).put(","); }
    /// score_low, score_high, grade_low, grade_high
    void put_score(const std::optional<Interval>& score, const GradeRange& grades);
    /// By scheme; `group` null: empty cells.
    void put_group(const std::vector<std::string>* group);

    const dsl::Program& program_;
    const Scheme& scheme_;
    json::LineBuffer line_;
    std::string cell_;  ///< one that cannot stand as it is
};

/// "none", "possible", "unconfirmed", "in_force".
[[nodiscard]] std::string_view veto_name(Veto veto);

}  // namespace kaoping::engine
