#pragma once
// The numbers of the page, section by section, as the template page.mustache wants them.
//
// A template looks a missing key up in the surrounding data, so every entry of a list sets all of its keys.

#include <kainjow/mustache.hpp>
#include <string>

#include "engine/report/html/contents.hpp"
#include "engine/report/html/texts.hpp"
#include "engine/run/runner.hpp"

namespace kaoping::engine::html {

using TemplateData = kainjow::mustache::data;

/// The labels as `t`, and the language: of every page.
void add_words(const Labels& labels, TemplateData& page);
/// Adds a sentence for cited sources that nobody has verified, and for each of which the registry notes something.
void source_warnings(const Texts& texts, std::vector<std::string>& to);

/// All that a section is made from.
struct Sources {
    const Contents& contents;
    const Texts& texts;
    const RunTotals& totals;
};

void add_masthead(const Sources& from, TemplateData& page);   ///< headline, warnings
void add_summary(const Sources& from, TemplateData& page);    ///< key figures, verdicts
void add_scores(const Sources& from, TemplateData& page);     ///< groups, vetoes, lowest cases
void add_standards(const Sources& from, TemplateData& page);  ///< defects by standard and by law
void add_rules(const Sources& from, TemplateData& page);
void add_derivation(const Sources& from, TemplateData& page);
void add_identity(const Sources& from, TemplateData& page);

/// What the page's scripts read: findings, charts, labels. Holds none of the characters < > &, so it can stand in a script element.
[[nodiscard]] std::string script_data(const Sources& from);

/// Style of a grade's badge: best, middle, worst; plain for a name that the scheme does not have.
[[nodiscard]] std::string grade_rank(const Scheme& scheme, const std::string& grade);

/// Defects by severity of one bar of a chart.
struct Bar {
    std::string label;
    std::uint64_t by_severity[3] = {0, 0, 0};
    [[nodiscard]] std::uint64_t total() const { return by_severity[0] + by_severity[1] + by_severity[2]; }
};
[[nodiscard]] std::vector<Bar> standard_bars(const Sources& from);
/// One bar per cited source, most defects first.
[[nodiscard]] std::vector<Bar> law_bars(const Sources& from);

/// The mean scores of one group.
struct GroupBar {
    std::string label;
    Interval mean;
};
/// Groups with a score, lowest first.
[[nodiscard]] std::vector<GroupBar> group_bars(const Sources& from);

}  // namespace kaoping::engine::html
