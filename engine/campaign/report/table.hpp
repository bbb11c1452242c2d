#pragma once
// A table of a report, for page and workbook alike: each cell as people read it, and as a number where it is one.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/campaign/report/comparison.hpp"
#include "engine/result/verdict.hpp"

namespace kaoping::campaign {

/// interval: two numbers, on a page "88.11 – 89.99", in a workbook two columns. strip, line: drawings, on a page only.
enum class Format : std::uint8_t { text, count, points, interval, strip, line };

struct Column {
    std::string title;
    Format format = Format::text;
    int width = 12;           ///< of a workbook's column, in characters
};

/// Numbers of a drawing, as shares of its width or height from 0 to 1.
struct Drawing {
    double low = 0, high = 0;    ///< strip: the score interval
    double from = 0, until = 0;  ///< strip: with the sampling margin
    std::vector<std::pair<double, double>> line;
};

struct Cell {
    std::string text;                 ///< as a person reads it
    std::optional<double> low, high;  ///< the number; high only of intervals
    std::optional<Drawing> drawing;
    std::vector<std::string> more;    ///< further lines below the text
};
[[nodiscard]] Cell text_cell(std::string text, std::vector<std::string> more = {});
[[nodiscard]] Cell count_cell(std::int64_t count);
/// "–" where there is no number.
[[nodiscard]] Cell points_cell(std::optional<double> points);
[[nodiscard]] Cell margin_cell(std::optional<double> margin);     ///< "± 2.50"
[[nodiscard]] Cell change_cell(std::optional<double> difference);  ///< "+1.20", "−0.30"
[[nodiscard]] Cell interval_cell(const std::optional<Ends>& points);
[[nodiscard]] Cell amount_cell(engine::Interval millionths);

struct Table {
    std::string id, title, note;  ///< id: letters and dashes
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};

}  // namespace kaoping::campaign
