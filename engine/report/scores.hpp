#pragma once
// scores.json (format "kaoping.scores/1") and scores.csv: per case, per unit, per standard.
//
// Cases are written while the run goes on, so memory does not grow with their number; units and standards follow at the
// end. The CSV begins with a byte order mark, so that spreadsheet programs read Chinese text; `level` says what a row is.
// A text that a spreadsheet would take for a formula gets an apostrophe in front.

#include <optional>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/report/json_line.hpp"
#include "engine/report/points.hpp"
#include "engine/run/runner.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::engine {

/// Each function appends to `out`: the head, one case, the end with units and standards. To be called in that order.
class ScoresJson {
public:
    ScoresJson(const dsl::Program& program, const Scheme& scheme);
    void head(std::string& out);
    void add_case(std::string& out, const CaseLine& line);
    void end(std::string& out, const RunTotals& totals);

private:
    json::LineBuffer& begin_object();
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
    void head(std::string& out);
    void add_case(std::string& out, const CaseLine& line);
    void end(std::string& out, const RunTotals& totals);

private:
    void group_cells(std::string& out, const std::vector<std::string>* group);

    const dsl::Program& program_;
    const Scheme& scheme_;
};

/// "none", "possible", "unconfirmed", "in_force".
[[nodiscard]] std::string_view veto_name(Veto veto);

}  // namespace kaoping::engine
