// The year of each unit as CSV, a row per unit: see year_end.hpp.

#include "engine/report/csv.hpp"
#include "engine/report/year_end.hpp"

namespace kaoping::engine {

namespace {

void score_cells(std::string& out, const std::optional<Interval>& score) {
    if (!score) {
        out += ",,";
        return;
    }
    csv::number(out, score->low);
    csv::number(out, score->high);
}

}  // namespace

std::string year_end_csv(const YearEnd& year) {
    std::string out(csv::byte_order_mark);
    csv::cell(out, "unit");
    for (const EvaluationKind& kind : year.scheme.kinds)
        for (const char* end : {"_low", "_high"}) csv::cell(out, kind.name + end);
    for (const char* name : {"bonus", "score_low", "score_high", "vetoes", "veto", "grade_low", "grade_high"}) csv::cell(out, name);
    csv::end_row(out);
    for (const YearScore& unit : year.units) {
        csv::cell(out, unit.unit);
        for (const KindScore& kind : unit.kinds) score_cells(out, kind.score);
        csv::number(out, unit.bonus);
        score_cells(out, unit.score);
        csv::number(out, unit.vetoes);
        csv::cell(out, veto_name(unit.veto));
        csv::cell(out, unit.grade_low);
        csv::cell(out, unit.grade_high);
        csv::end_row(out);
    }
    return out;
}

}  // namespace kaoping::engine
