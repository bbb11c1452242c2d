// Unit results for people: see unit_text.hpp.

#include "engine/campaign/result/unit_text.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "engine/report/csv.hpp"
#include "engine/report/text_table.hpp"

namespace kaoping::campaign {

namespace {

std::string mean_text(const UnitResult& result) {
    if (!result.low) return "–";
    const std::string low = fmt::format("{:.2f}", result.low->mean), high = fmt::format("{:.2f}", result.high->mean);
    return low == high ? low : low + "–" + high;
}

/// "0", "1", "0 + 2": in force, and not confirmed.
std::string vetoes_text(const UnitResult& result) {
    std::string out = std::to_string(result.vetoes_in_force);
    if (result.vetoes_unconfirmed > 0) out += fmt::format(" + {}", result.vetoes_unconfirmed);
    return out;
}

std::string grade_text(const UnitResult& result) {
    return result.grade_low == result.grade_high ? result.grade_low : result.grade_low + " – " + result.grade_high;
}

void end_cells(std::string& out, const std::optional<Estimate>& estimate) {
    out += estimate ? fmt::format("{:.6f},", estimate->mean) : ",";
    out += estimate && estimate->margin ? fmt::format("{:.6f},", *estimate->margin) : ",";
}

}  // namespace

std::string margin_text(const UnitResult& result) {
    if (!result.low) return "–";
    if (!result.low->margin || !result.high->margin) return "not known";
    return fmt::format("± {:.2f}", std::max(*result.low->margin, *result.high->margin));
}

std::string unit_table(const std::vector<UnitResult>& results, double confidence) {
    using engine::Align;
    const std::string margin = fmt::format("sampling margin ({:g} %)", confidence * 100);
    std::vector<std::vector<std::string>> rows;
    bool small = false;
    for (const UnitResult& result : results) {
        small = small || result.small();
        rows.push_back({result.unit, std::to_string(result.cases), std::to_string(result.drawn), std::to_string(result.scored), std::to_string(result.defects),
                        vetoes_text(result), mean_text(result), margin_text(result), grade_text(result), result.small() ? "small sample" : ""});
    }
    std::string out = engine::text_table({{"unit"}, {"cases", Align::right}, {"drawn", Align::right}, {"scored", Align::right}, {"defects", Align::right},
                                          {"vetoes", Align::right}, {"score", Align::right}, {margin, Align::right}, {"grade"}, {""}},
                                         rows);
    out += "score: of all cases of the unit, estimated; a range where facts are missing. sampling margin: what the draw of other cases may change.\n"
           "vetoes: cases with a veto in force, and + those with one that no person has confirmed: these do not lower the score yet.\n";
    if (small) out += fmt::format("small sample: fewer than {} scored cases; do not rank by such a score.\n", small_sample);
    return out;
}

std::string unit_csv(const std::vector<UnitResult>& results, double confidence) {
    std::string out = std::string(engine::csv::byte_order_mark) +
                      "unit,cases,drawn,scored,defects,vetoes_in_force,vetoes_unconfirmed,score_low,margin_low,score_high,margin_high,confidence,grade_low,grade_high,small_sample\r\n";
    for (const UnitResult& result : results) {
        engine::csv::cell(out, result.unit);
        for (const std::int64_t count : {result.cases, result.drawn, result.scored, result.defects, result.vetoes_in_force, result.vetoes_unconfirmed}) out += std::to_string(count) + ",";
        end_cells(out, result.low);
        end_cells(out, result.high);
        out += fmt::format("{:g},", confidence);
        for (const std::string& grade : {result.grade_low, result.grade_high}) engine::csv::cell(out, grade);
        out += result.small() ? "yes," : "no,";
        engine::csv::end_row(out);
    }
    return out;
}

}  // namespace kaoping::campaign
