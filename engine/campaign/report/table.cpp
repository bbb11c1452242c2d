// Cells: see table.hpp.

#include "engine/campaign/report/table.hpp"

#include <cmath>

#include "engine/report/html/texts.hpp"
#include "engine/report/points.hpp"

namespace kaoping::campaign {

namespace {

engine::Int128 millionths(double points) { return static_cast<std::int64_t>(std::llround(points * 1e6)); }

std::string points_text(double points) { return engine::points_text(millionths(points)); }

}  // namespace

Cell text_cell(std::string text, std::vector<std::string> more) { return {std::move(text), {}, {}, {}, std::move(more)}; }

Cell count_cell(std::int64_t count) {
    return {engine::html::count_text(static_cast<std::uint64_t>(count)), static_cast<double>(count), {}, {}, {}};
}

Cell points_cell(std::optional<double> points) { return {points ? points_text(*points) : "–", points, {}, {}, {}}; }

Cell margin_cell(std::optional<double> margin) { return {margin ? "± " + points_text(*margin) : "–", margin, {}, {}, {}}; }

Cell change_cell(std::optional<double> difference) {
    if (!difference) return {"–", {}, {}, {}, {}};
    const std::string text = points_text(*difference);
    return {*difference > 0 && text != "0.00" ? "+" + text : text, difference, {}, {}, {}};
}

Cell interval_cell(const std::optional<Ends>& points) {
    if (!points) return {"–", {}, {}, {}, {}};
    return {engine::html::interval_text(millionths(points->low), millionths(points->high)), points->low, points->high, {}, {}};
}

Cell amount_cell(engine::Interval amount) {
    return {engine::html::interval_text(amount), static_cast<double>(amount.low) / 1e6, static_cast<double>(amount.high) / 1e6, {}, {}};
}

}  // namespace kaoping::campaign
