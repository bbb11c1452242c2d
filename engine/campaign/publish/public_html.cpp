// The public result as a page: see public_result.hpp. Style and its hash are those of the reports.

#include <fmt/core.h>
#include <kainjow/mustache.hpp>

#include "engine/campaign/publish/public_result.hpp"
#include "engine/report/html/embedded.hpp"
#include "engine/report/points.hpp"

namespace kaoping::campaign {

namespace {

namespace mustache = kainjow::mustache;
namespace embedded = engine::html::embedded;

constexpr const char* page = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{{{style_hash}}}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{{title}}</title>
<style>{{{style}}}</style>
</head>
<body>
<header class="masthead">
<h1>{{title}}</h1>
<dl class="facts">
<div><dt>Period</dt><dd>{{from}} to {{until}}</dd></div>
<div><dt>Cases of the period</dt><dd>{{cases}}</dd></div>
<div><dt>Drawn and assessed</dt><dd>{{drawn}}</dd></div>
<div><dt>Defects</dt><dd>{{defects}}</dd></div>
</dl>
</header>
<main>
<section>
<h2>Units</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Units"><table>
<thead><tr><th scope="col">unit</th><th scope="col" class="n">cases</th><th scope="col" class="n">drawn</th><th scope="col" class="n">defects</th><th scope="col" class="n">score</th><th scope="col" class="n">sampling margin ({{confidence}} %)</th><th scope="col">grade</th></tr></thead>
<tbody>{{#units}}<tr><td>{{name}}</td><td class="n">{{cases}}</td><td class="n">{{drawn}}</td><td class="n">{{defects}}</td><td class="n score">{{score}}</td><td class="n">{{margin}}</td><td>{{grade}}</td></tr>{{/units}}</tbody>
</table></div>
<p class="quiet">The score stands for all cases of the unit and is a range where facts are missing. The sampling margin is what the draw of other cases might have changed: units whose scores differ by less are not shown to differ.</p>
</section>
<section>
<h2>What was found</h2>
<div class="scroll" tabindex="0" role="region" aria-label="What was found"><table>
<thead><tr><th scope="col">standard</th><th scope="col">rule</th><th scope="col">severity</th><th scope="col" class="n">drawn cases with a defect</th></tr></thead>
<tbody>{{#rules}}<tr><td>{{standard}}</td><td class="wide">{{title}}</td><td>{{severity}}</td><td class="n">{{cases}}</td></tr>{{/rules}}</tbody>
</table></div>
</section>
<p class="quiet">* Counts below {{least}}, and others by which they could be worked out, are not published; nor are scores that rest on fewer than {{least}} cases.</p>
</main>
</body>
</html>
)html";

std::string count_text(const PublicCount& count) { return count ? std::to_string(*count) : "*"; }

mustache::data unit_row(const PublicUnit& unit) {
    mustache::data row;
    row.set("name", unit.name);
    row.set("cases", count_text(unit.cases));
    row.set("drawn", count_text(unit.drawn));
    row.set("defects", count_text(unit.defects));
    row.set("score", unit.scored ? engine::points_text(unit.score) : "*");
    row.set("margin", !unit.scored ? "*" : unit.margin ? fmt::format("± {:.2f}", *unit.margin) : "not known");
    row.set("grade", unit.grade_low == unit.grade_high ? unit.grade_low : unit.grade_low + " to " + unit.grade_high);
    return row;
}

mustache::data rule_row(const PublicRule& rule) {
    mustache::data row;
    row.set("standard", rule.standard);
    row.set("title", rule.title);
    row.set("severity", rule.severity);
    row.set("cases", count_text(rule.cases));
    return row;
}

}  // namespace

std::string public_html(const PublicResult& result) {
    mustache::data all;
    all.set("style", std::string(embedded::style));
    all.set("style_hash", std::string(embedded::style_hash));
    all.set("title", result.title);
    all.set("from", result.period_from);
    all.set("until", result.period_until);
    all.set("cases", count_text(result.cases));
    all.set("drawn", count_text(result.drawn));
    all.set("defects", count_text(result.defects));
    all.set("confidence", fmt::format("{:g}", result.confidence * 100));
    all.set("least", std::to_string(least_published));
    mustache::data units{mustache::data::type::list}, rules{mustache::data::type::list};
    for (const PublicUnit& unit : result.units) units << unit_row(unit);
    for (const PublicRule& rule : result.rules) rules << rule_row(rule);
    all.set("units", units);
    all.set("rules", rules);
    mustache::mustache frame{std::string(page)};
    return frame.render(all);
}

}  // namespace kaoping::campaign
