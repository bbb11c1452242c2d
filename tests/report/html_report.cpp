// The HTML report as bytes: what it says, what it keeps, and that texts of case files are data in it.

#include <regex>
#include <set>

#include "engine/report/html/embedded.hpp"
#include "engine/report/html/labels.hpp"
#include "engine/report/html/texts.hpp"
#include "tests/report/html_support.hpp"

using namespace kaoping;
using namespace kaoping::test;

namespace {

/// The page without what the build puts in: style, chart library, script.
std::string own_part(std::string page) {
    namespace embedded = engine::html::embedded;
    for (const std::string_view part : {embedded::style, embedded::chart, embedded::script}) {
        const std::size_t at = page.find(part);
        REQUIRE(at != std::string::npos);
        page.erase(at, part.size());
    }
    return page;
}

std::string row_with(const std::string& page, const std::string& text) {
    const std::size_t at = page.find(text);
    if (at == std::string::npos) return {};
    const std::size_t begin = page.rfind("<tr", at), end = page.find("</tr>", at);
    return page.substr(begin, end - begin);
}

std::string cases_of(std::size_t count, const std::string& good) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += case_text("C" + std::to_string(i), "U", "N", good);
    return out;
}

}  // namespace

TEST_CASE("texts of case files, rules and file names never reach the page as markup") {
    std::string cases;
    for (const std::string& text : hostile) cases += case_text(text, text, text, "false");
    cases += "not JSON " + hostile[0] + "\n";
    ReportRun run(rule("one", "veto") + rule("two", "flaw"));
    const std::string page = own_part(run.page(cases, "<img src=x>.jsonl"));
    for (const std::string part : {"<script>window", "<script>alert", "<img", "<b>", "<i>", "<u>", "<!--", "</style></title>"})
        CHECK_MESSAGE(page.find(part) == std::string::npos, part);
    const std::size_t begin = page.find("<script type=\"application/json\""), end = page.find("</script>", begin);
    const std::string data = page.substr(page.find('>', begin) + 1, end - page.find('>', begin) - 1);
    CHECK(data.find_first_of("<>&") == std::string::npos);
    for (const std::string line_end : {"\xE2\x80\xA8", "\xE2\x80\xA9"}) CHECK(data.find(line_end) == std::string::npos);
    CHECK(data.find("a\\u2028line\\u2029end \\u0026 \\u003ci\\u003emore") != std::string::npos);
    CHECK(count_of(page, "<script") == 3);
    CHECK(count_of(page, "</script") == 3);
    CHECK(count_of(page, "<style") == 1);
    CHECK(page.find("{{x}}") != std::string::npos);  // as it stands in the case, not filled in
    CHECK(page.find("\\u003cscript\\u003e") != std::string::npos);
    CHECK(page.find("&lt;script&gt;") != std::string::npos);
}

TEST_CASE("the page allows nothing but its own style and scripts") {
    const std::string page = ReportRun(rule("one", "fault")).page(cases_of(1, "false"));
    const std::regex policy(
        "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; script-src 'sha256-[A-Za-z0-9+/]{43}=' 'sha256-[A-Za-z0-9+/]{43}='; "
        "img-src data:; base-uri 'none'; form-action 'none'");
    CHECK(std::regex_search(page.substr(0, 1000), policy));
    CHECK(own_part(page).find("http") == own_part(page).find("http-equiv"));
    CHECK(own_part(page).find("http", own_part(page).find("http-equiv") + 1) == std::string::npos);
    CHECK(own_part(page).find(" style=") == std::string::npos);
    CHECK_FALSE(std::regex_search(own_part(page), std::regex("<[a-z]+ [^>]*\\bon[a-z]+=")));
    CHECK(page.find("Permission is hereby granted, free of charge") != std::string::npos);
}

TEST_CASE("the page holds the first 2,000 findings and says so") {
    ReportRun run(rule("one", "fault"));
    const std::string page = own_part(run.page(cases_of(2005, "false")));
    CHECK(page.find("This page holds the first 2,000 of 2,005 findings; all of them: findings.jsonl.") != std::string::npos);
    CHECK(count_of(page, "\"rule\":\"p.s.one\"") == 2000);
    CHECK(page.find("The 100 lowest of 2,005 scored cases") != std::string::npos);
    CHECK(row_with(page, "<td>U</td>").find("2,005") != std::string::npos);
}

TEST_CASE("a page with all findings does not speak of others") {
    const std::string page = own_part(ReportRun(rule("one", "fault")).page(cases_of(3, "false")));
    CHECK(page.find("all of them: findings.jsonl.\u003c/p") == std::string::npos);
    CHECK(page.find("holds the first 3") == std::string::npos);
    CHECK(page.find("All 3 scored cases") != std::string::npos);
}

TEST_CASE("the lowest scores are listed, wherever they come in the run") {
    ReportRun run(rule("one", "fault"));
    const std::string page =
        own_part(run.page(cases_of(150, "true") + case_text("LATE-1", "U", "N", "false") + case_text("LATE-2", "U", "N", "false")));
    const std::size_t list = page.find("Cases with the lowest scores");
    REQUIRE(list != std::string::npos);
    const std::size_t first = page.find("LATE-1", list), second = page.find("LATE-2", list), good = page.find(">C0<", list);
    CHECK(first < second);
    CHECK(second < good);
    CHECK(count_of(page.substr(list, page.find("</table>", list) - list), "<tr>") == 101);
}

TEST_CASE("scores, verdict counts, grades and vetoes stand in the tables") {
    engine::Scheme scheme;
    scheme.hash = "abc";
    scheme.id = "s";
    scheme.grades = {{"excellent", 90'000'000}, {"up_to_standard", 70'000'000}, {"below_standard", 0}};
    scheme.unit_veto_grade = "below_standard";
    ReportRun run(rule("plain", "fault") + rule("grave", "veto"), scheme);
    const std::string page = own_part(run.page(case_text("A", "North", "n", "false") + case_text("B", "South", "n", "true") +
                                               "{\"id\":\"C\",\"unit\":\"South\",\"kind\":\"k\",\"name\":\"n\"}\n"));
    const std::string north = row_with(page, "<td>North</td>");
    CHECK(north.find("80.00") != std::string::npos);
    CHECK(north.find("<span class=\"badge middle\">up to standard</span>") != std::string::npos);
    CHECK(north.find("if the veto is confirmed: below standard") != std::string::npos);
    const std::string south = row_with(page, "<td>South</td>");
    CHECK(south.find("90.00 – 100.00") != std::string::npos);
    CHECK(south.find("<span class=\"badge best\">excellent</span>") != std::string::npos);
    CHECK(page.find("1 awaiting confirmation, 0 in force, 1 possible") != std::string::npos);
    CHECK(page.find("defect <strong>2</strong>") != std::string::npos);
    CHECK(page.find("undetermined <strong>2</strong>") != std::string::npos);
    CHECK(page.find("met <strong>2</strong>") != std::string::npos);
    CHECK(page.find("flaw 0") != std::string::npos);
    CHECK(page.find("fault 1") != std::string::npos);
    CHECK(page.find("veto 1") != std::string::npos);
    CHECK(page.find("10.00 points deducted") != std::string::npos);
    CHECK(page.find("0.00 – 10.00 points open") != std::string::npos);
}

TEST_CASE("a defect counts under each law that its rule cites, once") {
    const std::string page = own_part(ReportRun(rule("one", "fault")).page(cases_of(3, "false")));
    const std::string a = row_with(page, "Law &lt;i&gt;A&lt;/i&gt; <span"), b = row_with(page, "Law B <span");
    CHECK(a.find("<td class=\"n\">1</td><td class=\"n\">3</td>") != std::string::npos);
    CHECK(a.find("art 1(1) <span class=\"quiet\">3</span>") != std::string::npos);
    CHECK(a.find("text not verified") == std::string::npos);
    CHECK(b.find("text not verified") != std::string::npos);
    CHECK(page.find("These sources are cited but their text has not been verified: Law B (B).") != std::string::npos);
}

TEST_CASE("without findings the tables count the same defects") {
    ReportRun run(rule("one", "fault"));
    run.options().findings = engine::FindingsWanted::none;
    const std::string page = own_part(run.page(cases_of(3, "false")));
    CHECK(row_with(page, "Law B <span").find("<td class=\"n\">1</td><td class=\"n\">3</td>") != std::string::npos);
    CHECK(page.find("\"findings\":[]") != std::string::npos);
}

TEST_CASE("the page speaks Chinese") {
    const std::string page = own_part(ReportRun(rule("one", "fault"), {}, "zh-CN").page(cases_of(1, "false")));
    CHECK(page.find("<html lang=\"zh-CN\">") != std::string::npos);
    CHECK(page.find("<title>执法案件考评报告</title>") != std::string::npos);
    CHECK(page.find("《甲法》第1条第1款") != std::string::npos);
    CHECK(page.find("扣10.00分") != std::string::npos);
    CHECK(page.find("\"shown\":[{\"label\":\"名称\"") != std::string::npos);  // the field as the schema calls it
}

TEST_CASE("a run without cases still makes a page") {
    const std::string page = own_part(ReportRun(rule("one", "fault")).page(""));
    CHECK(page.find("There are no cases.") != std::string::npos);
    CHECK(page.find("no score") != std::string::npos);
}

TEST_CASE("every label of template and scripts is in the table, in both languages, and none is there twice") {
    std::set<std::string> keys;
    for (const engine::html::Label& label : engine::html::all_labels()) {
        CHECK_MESSAGE(keys.insert(std::string(label.key)).second, label.key);
        CHECK_FALSE(label.en.empty());
        CHECK_FALSE(label.zh.empty());
        for (const char* hole : {"{0}", "{1}", "{2}"})
            CHECK_MESSAGE((label.en.find(hole) == std::string_view::npos) == (label.zh.find(hole) == std::string_view::npos), label.key);
    }
    const std::string used = std::string(engine::html::embedded::page) + std::string(engine::html::embedded::script);
    constexpr const char* of_chart_js = "color";  // chart.options.plugins.legend.labels.color
    const std::regex use(R"((\{\{t|labels)\.([a-z_]+))");
    std::size_t uses = 0;
    for (std::sregex_iterator at(used.begin(), used.end(), use), end; at != end; ++at, ++uses)
        CHECK_MESSAGE((keys.count((*at)[2]) == 1 || (*at)[2] == of_chart_js), std::string((*at)[2]));
    CHECK(uses > 80);
}

TEST_CASE("amounts are printed half up with two digits") {
    using engine::points_text;
    CHECK(points_text(82'500'000) == "82.50");
    CHECK(points_text(4'999) == "0.00");
    CHECK(points_text(5'000) == "0.01");
    CHECK(points_text(99'995'000) == "100.00");
    CHECK(points_text(-5'000) == "0.00");
    CHECK(points_text(-5'001) == "−0.01");
    CHECK(points_text(-1'250'000) == "−1.25");
    CHECK(engine::html::interval_text(engine::Interval{82'500'000, 90'000'000}) == "82.50 – 90.00");
    CHECK(engine::html::interval_text(engine::Interval{82'500'000, 82'500'001}) == "82.50");
    CHECK(engine::html::count_text(0) == "0");
    CHECK(engine::html::count_text(999) == "999");
    CHECK(engine::html::count_text(1'234'567) == "1,234,567");
    CHECK(engine::percent_text(0.99999) == "99.9 %");
}

TEST_CASE("times are shown to the second, but only those of the zone lose their offset") {
    const dsl::Program program;
    const engine::Scheme scheme;
    const engine::html::Texts texts(program, scheme, engine::Zone::find("Asia/Shanghai").value(), "");
    CHECK(texts.readable_times("told at 2026-05-06T22:10:00+08:00.") == "told at 2026-05-06 22:10:00.");
    CHECK(texts.readable_times("2026-05-06T22:10:00+08:00 to 2026-05-06T23:10:00+08:00") == "2026-05-06 22:10:00 to 2026-05-06 23:10:00");
    CHECK(texts.readable_times("2026-05-06T22:10:00+01:00") == "2026-05-06T22:10:00+01:00");
    CHECK(texts.readable_times("2026-05-06T22:10:00Z") == "2026-05-06T22:10:00Z");
    for (const char* text :
         {"", "T", "The T-shirt of T and 2026-05-06T", "2026-05-06", "xxxx-xx-xxTyy:yy:yy+08:00", "TTTTTTTTTTTTTTTTTTTTTTTTTTTTTT"})
        CHECK(texts.readable_times(text) == text);
}
