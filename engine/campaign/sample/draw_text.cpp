// A draw for people: see draw_text.hpp.

#include "engine/campaign/sample/draw_text.hpp"

#include <fmt/core.h>

#include "engine/report/csv.hpp"
#include "engine/report/text_table.hpp"

namespace kaoping::campaign {

namespace {

double share(std::int64_t part, std::int64_t all) { return static_cast<double>(part) / static_cast<double>(all); }

std::string counted(std::int64_t cases) { return fmt::format("{} case{}", cases, cases == 1 ? "" : "s"); }

std::string strata_table(const Draw& draw) {
    using engine::Align;
    const bool risk = draw.allocation == allocation_name(Allocation::risk);
    std::vector<engine::TableColumn> columns{{"unit"}, {"kind"}, {"cases", Align::right}, {"drawn", Align::right}, {"probability", Align::right}};
    if (risk) columns.push_back({"risk factor", Align::right});
    std::vector<std::vector<std::string>> rows;
    for (const Stratum& stratum : draw.strata) {
        rows.push_back({stratum.unit, stratum.kind, std::to_string(stratum.cases), std::to_string(stratum.drawn),
                        fmt::format("{:.4f}", share(stratum.drawn, stratum.cases))});
        if (risk) rows.back().push_back(fmt::format("{:.3f}", static_cast<double>(stratum.factor) / 1000));
    }
    return engine::text_table(columns, rows);
}

}  // namespace

std::string draw_text(const Campaign& campaign, const Draw& draw) {
    std::string out = fmt::format("sample of campaign {}: {} of {} cases, allocation {}, seed {}\ndrawn {} by {}\n", campaign.id, draw.drawn, draw.cases,
                                  draw.allocation, draw.seed, draw.at, draw.actor);
    if (draw.unit_minimum > 0) out += fmt::format("at least {} of each unit, or all that it has\n", counted(draw.unit_minimum));
    if (draw.unreadable > 0) out += counted(draw.unreadable) + " could not be read, and so not be drawn\n";
    if (draw.left_out > 0) out += counted(draw.left_out) + " left out because an earlier draw held them\n";
    if (draw.drawn_before > 0) out += fmt::format("of the drawn cases, {} in an earlier draw too\n", draw.drawn_before);
    return out + "\n" + strata_table(draw);
}

std::string sample_csv_head() {
    return std::string(engine::csv::byte_order_mark) + "position,case,unit,kind,officer,file,stratum_cases,stratum_drawn,inclusion_probability,drawn_before\r\n";
}

std::string sample_csv_row(std::int64_t position, const SampledCase& sampled) {
    std::string out = std::to_string(position) + ",";
    for (const std::string* text : {&sampled.one.id, &sampled.one.unit, &sampled.one.kind, &sampled.one.officer, &sampled.one.file})
        engine::csv::cell(out, *text);
    out += fmt::format("{},{},{:.9f},{},", sampled.stratum_cases, sampled.stratum_drawn, share(sampled.stratum_drawn, sampled.stratum_cases),
                       sampled.drawn_before ? "yes" : "no");
    engine::csv::end_row(out);
    return out;
}

}  // namespace kaoping::campaign
