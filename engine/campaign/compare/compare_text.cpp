// Comparison of campaigns for people: see compare.hpp.

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "engine/campaign/compare/compare.hpp"
#include "engine/report/csv.hpp"
#include "engine/report/text_table.hpp"

namespace kaoping::campaign {

namespace {

using engine::Align;

/// "88.11–89.99 ± 3.20"; shares in per cent.
std::string measured_text(const std::optional<Measured>& measured, double scale) {
    if (!measured) return "–";
    const std::string low = fmt::format("{:.2f}", measured->low * scale), high = fmt::format("{:.2f}", measured->high * scale);
    std::string out = low == high ? low : low + "–" + high;
    if (!measured->margin_low || !measured->margin_high) return out + " ± ?";
    return out + fmt::format(" ± {:.2f}", std::max(*measured->margin_low, *measured->margin_high) * scale);
}

std::string difference_text(const Compared& row, double scale) {
    if (!row.apart) return "–";
    std::string out = fmt::format("{:+.2f}", row.apart->low * scale);
    if (const std::string high = fmt::format("{:+.2f}", row.apart->high * scale); high != out) out += " to " + high;
    return out + (row.apart->margin ? fmt::format(" ± {:.2f}", *row.apart->margin * scale) : " ± ?");
}

std::string shown_text(const Compared& row, const char* up, const char* down) {
    if (!row.apart || !row.apart->shown()) return "not shown to differ";
    return row.apart->low > 0 ? up : down;
}

std::vector<std::string> cells(const Compared& row, double scale, const char* up, const char* down) {
    return {row.name, measured_text(row.first, scale), measured_text(row.second, scale), difference_text(row, scale), shown_text(row, up, down)};
}

void csv_rows(std::string& out, const char* what, const std::vector<Compared>& rows) {
    const auto number = [&out](const std::optional<double>& value) { out += value ? fmt::format("{:.6f},", *value) : ","; };
    for (const Compared& row : rows) {
        engine::csv::cell(out, what);
        engine::csv::cell(out, row.name);
        for (const std::optional<Measured>& side : {row.first, row.second}) {
            number(side ? std::optional(side->low) : std::nullopt);
            number(side ? std::optional(side->high) : std::nullopt);
            number(side ? side->margin_low : std::nullopt);
            number(side ? side->margin_high : std::nullopt);
        }
        number(row.apart ? std::optional(row.apart->low) : std::nullopt);
        number(row.apart ? std::optional(row.apart->high) : std::nullopt);
        number(row.apart ? row.apart->margin : std::nullopt);
        out += row.apart && row.apart->shown() ? "yes," : "no,";
        engine::csv::end_row(out);
    }
}

}  // namespace

std::string comparison_text(const Comparison& comparison, const std::string& first, const std::string& second) {
    std::vector<std::vector<std::string>> units, rules;
    for (const Compared& row : comparison.units) units.push_back(cells(row, 1, "better", "worse"));
    for (const Compared& row : comparison.rules)
        if (row.apart->shown()) rules.push_back(cells(row, 100, "more often", "less often"));
    std::string out = engine::text_table({{"unit"}, {first, Align::right}, {second, Align::right}, {"difference", Align::right}, {""}}, units);
    out += fmt::format("±: sampling margin at {:g} %. Units whose difference may be 0 are not shown to differ.\n", comparison.confidence * 100);
    if (!rules.empty())
        out += "\n" + engine::text_table({{"rule, % of cases with a defect", Align::left, 50}, {first, Align::right}, {second, Align::right}, {"difference", Align::right}, {""}}, rules);
    const std::size_t same = comparison.rules.size() - rules.size();
    return out + fmt::format("\n{} {} with defects {} not shown to differ.\n", same, same == 1 ? "rule" : "rules", same == 1 ? "is" : "are");
}

std::string comparison_csv(const Comparison& comparison) {
    std::string out = std::string(engine::csv::byte_order_mark) +
                      "what,name,first_low,first_high,first_margin_low,first_margin_high,second_low,second_high,second_margin_low,second_margin_high,"
                      "difference_low,difference_high,difference_margin,shown\r\n";
    csv_rows(out, "unit", comparison.units);
    csv_rows(out, "rule", comparison.rules);
    return out;
}

}  // namespace kaoping::campaign
