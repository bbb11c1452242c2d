// The public result as a page: see public_result.hpp. Style and its hash are those of the reports.

#include <fmt/core.h>
#include <kainjow/mustache.hpp>

#include "engine/campaign/publish/public_result.hpp"
#include "engine/report/html/embedded.hpp"
#include "engine/report/html/sections.hpp"
#include "engine/report/points.hpp"

namespace kaoping::campaign {

namespace {

namespace mustache = kainjow::mustache;
namespace embedded = engine::html::embedded;

constexpr const char* page = R"html(<!DOCTYPE html>
<html lang="{{language}}">
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
<div><dt>{{t.pub_period}}</dt><dd>{{period}}</dd></div>
<div><dt>{{t.pub_cases}}</dt><dd>{{cases}}</dd></div>
<div><dt>{{t.pub_drawn}}</dt><dd>{{drawn}}</dd></div>
<div><dt>{{t.pub_defects}}</dt><dd>{{defects}}</dd></div>
</dl>
</header>
<main>
<section>
<h2>{{t.pub_units}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{t.pub_units}}"><table>
<thead><tr><th scope="col">{{t.pub_unit}}</th><th scope="col" class="n">{{t.pub_cases}}</th><th scope="col" class="n">{{t.pub_drawn}}</th><th scope="col" class="n">{{t.pub_defects}}</th><th scope="col" class="n">{{t.pub_score}}</th><th scope="col" class="n">{{margin}}</th><th scope="col">{{t.pub_grade}}</th></tr></thead>
<tbody>{{#units}}<tr><td>{{name}}</td><td class="n">{{cases}}</td><td class="n">{{drawn}}</td><td class="n">{{defects}}</td><td class="n score">{{score}}</td><td class="n">{{margin}}</td><td>{{grade}}</td></tr>{{/units}}</tbody>
</table></div>
<p class="quiet">{{t.pub_about_scores}}</p>
</section>
<section>
<h2>{{t.pub_found}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{t.pub_found}}"><table>
<thead><tr><th scope="col">{{t.pub_standard}}</th><th scope="col">{{t.pub_rule}}</th><th scope="col">{{t.pub_severity}}</th><th scope="col" class="n">{{t.pub_cases_with}}</th></tr></thead>
<tbody>{{#rules}}<tr><td>{{standard}}</td><td class="wide">{{title}}</td><td>{{severity}}</td><td class="n">{{cases}}</td></tr>{{/rules}}</tbody>
</table></div>
</section>
<p class="quiet">{{masked}}</p>
</main>
</body>
</html>
)html";

constexpr engine::html::Label words[] = {
    {"pub_title", "Assessment of law enforcement, {0} to {1}", "执法质量考评结果（{0}至{1}）"},
    {"pub_period", "Period", "考评期间"},
    {"pub_to", "{0} to {1}", "{0}至{1}"},
    {"pub_cases", "Cases of the period", "期间案件数"},
    {"pub_drawn", "Drawn and assessed", "抽取考评案件数"},
    {"pub_defects", "Defects", "问题数"},
    {"pub_units", "Units", "各单位情况"},
    {"pub_unit", "unit", "单位"},
    {"pub_score", "score", "得分"},
    {"pub_margin", "sampling margin ({0} %)", "抽样误差（{0}%）"},
    {"pub_grade", "grade", "等次"},
    {"pub_not_known", "not known", "未知"},
    {"pub_about_scores",
     "The score stands for all cases of the unit and is a range where facts are missing. The sampling margin is what the draw of other cases might have "
     "changed: units whose scores differ by less are not shown to differ.",
     "得分代表该单位的全部案件，事实缺失时为区间。抽样误差是指抽到其他案件时得分可能发生的变化：得分相差小于误差的单位，不能认定存在差别。"},
    {"pub_found", "What was found", "发现的问题"},
    {"pub_standard", "standard", "考评项目"},
    {"pub_rule", "rule", "考评标准"},
    {"pub_severity", "severity", "性质"},
    {"pub_cases_with", "drawn cases with a defect", "存在该问题的案件数"},
    {"pub_masked",
     "* Counts below {0}, and others by which they could be worked out, are not published; nor are scores that rest on fewer than {0} cases.",
     "* 小于{0}的数目，以及可以据此推算出来的其他数目，不予公布；根据少于{0}件案件得出的分数也不予公布。"},
};

std::string count_text(const PublicCount& count) { return count ? std::to_string(*count) : "*"; }

mustache::data unit_row(const PublicUnit& unit, const engine::html::Texts& texts) {
    mustache::data row;
    row.set("name", unit.name);
    row.set("cases", count_text(unit.cases));
    row.set("drawn", count_text(unit.drawn));
    row.set("defects", count_text(unit.defects));
    row.set("score", unit.scored ? engine::points_text(unit.score) : "*");
    row.set("margin", !unit.scored ? "*" : unit.margin ? fmt::format("± {:.2f}", *unit.margin) : texts.labels["pub_not_known"]);
    const std::string low = texts.grade(unit.grade_low), high = texts.grade(unit.grade_high);
    row.set("grade", low == high ? low : texts.labels.filled("pub_to", {low, high}));
    return row;
}

mustache::data rule_row(const PublicRule& rule, const engine::html::Texts& texts) {
    mustache::data row;
    row.set("standard", rule.standard);
    row.set("title", rule.title);
    row.set("severity", texts.labels[rule.severity]);
    row.set("cases", count_text(rule.cases));
    return row;
}

}  // namespace

std::span<const engine::html::Label> public_labels() { return words; }

std::string public_html(const PublicResult& result, const engine::html::Texts& texts) {
    const engine::html::Labels& labels = texts.labels;
    const std::string least = std::to_string(least_published);
    mustache::data all;
    all.set("style", std::string(embedded::style));
    all.set("style_hash", std::string(embedded::style_hash));
    all.set("title", result.title);
    engine::html::add_words(labels, all);
    all.set("period", labels.filled("pub_to", {result.period_from, result.period_until}));
    all.set("cases", count_text(result.cases));
    all.set("drawn", count_text(result.drawn));
    all.set("defects", count_text(result.defects));
    all.set("margin", labels.filled("pub_margin", {fmt::format("{:g}", result.confidence * 100)}));
    all.set("masked", labels.filled("pub_masked", {least}));
    mustache::data units{mustache::data::type::list}, rules{mustache::data::type::list};
    for (const PublicUnit& unit : result.units) units << unit_row(unit, texts);
    for (const PublicRule& rule : result.rules) rules << rule_row(rule, texts);
    all.set("units", units);
    all.set("rules", rules);
    mustache::mustache frame{std::string(page)};
    return frame.render(all);
}

}  // namespace kaoping::campaign
