#pragma once
// The HTML report: one self-contained page that opens offline, filters and prints.
//
// Texts of case files are data there: tables escape them, the list of findings travels as JSON and reaches the page only as
// text, and the page's Content-Security-Policy allows no script, style or request but its own.

#include <cstddef>
#include <memory>
#include <string>

#include "dsl/typed/program.hpp"
#include "engine/result/finding.hpp"
#include "engine/run/runner.hpp"
#include "engine/score/scheme.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

/// Collects findings while a run goes on, then makes one self-contained page. Its memory is bounded, however long the run.
class HtmlReport {
public:
    static constexpr std::size_t embedded_findings = 2000;  ///< the page holds the first so many, and says so if there are more
    static constexpr std::size_t listed_cases = 100;        ///< of the lowest scores, and of the vetoes

    /// `program` and `scheme` must outlive the report. Languages: "" = English, "zh-CN"; others read as English.
    HtmlReport(const dsl::Program& program, const Scheme& scheme, const Zone& zone, std::string language);
    HtmlReport(HtmlReport&&) noexcept;
    HtmlReport& operator=(HtmlReport&&) noexcept;
    ~HtmlReport();

    void add(const Finding& finding);
    void add_case(const CaseLine& line);
    /// The whole page, UTF-8.
    [[nodiscard]] std::string page(const RunTotals& totals) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace kaoping::engine
