// What a report says of a campaign, and its page.

#include <doctest/doctest.h>

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>

#include "engine/campaign/report/focus.hpp"
#include "engine/campaign/report/html/embedded.hpp"
#include "engine/campaign/report/notice.hpp"
#include "engine/campaign/report/tables.hpp"
#include "tests/campaign/report_support.hpp"
#include "tests/support/project_file.hpp"

using namespace kaoping_test;
using campaign::CampaignReport;
using campaign::Table;

namespace {

MadeFinding late(double points) { return {"p.s.late", "p.s", "fault", "defect", points, points}; }
MadeFinding unsigned_record(double points) { return {"p.s.unsigned", "p.s", "flaw", "defect", points, points}; }
MadeFinding alone() { return {"p.t.alone", "p.t", "veto", "defect", 10, 10}; }
MadeFinding open_point(double points) { return {"p.s.late", "p.s", "fault", "undetermined", 0, points}; }

/// Two quarters of three units. North gets worse, South better, East has only one case and no defect.
std::vector<MadeCase> first_quarter() {
    return {{"1", "North", "x", "a", 90, 90, "none", {late(10)}}, {"2", "North", "x", "a", 100, 100, "none", {}}, {"3", "North", "y", "b", 100, 100, "none", {}},
            {"4", "North", "y", "b", 100, 100, "none", {}},        {"5", "South", "x", "c", 60, 60, "none", {late(20), unsigned_record(20)}},
            {"6", "South", "x", "c", 80, 80, "none", {late(20)}},  {"7", "East", "x", "d", 100, 100, "none", {}}};
}
std::vector<MadeCase> second_quarter() {
    return {{"11", "North", "x", "a", 70, 80, "unconfirmed", {late(10), alone(), open_point(10)}}, {"12", "North", "x", "a", 90, 90, "none", {late(10)}},
            {"13", "North", "y", "b", 100, 100, "none", {}},       {"14", "North", "y", "b", 100, 100, "none", {}},
            {"15", "South", "x", "c", 85, 85, "none", {unsigned_record(15)}}, {"16", "South", "x", "c", 95, 95, "none", {unsigned_record(5)}},
            {"17", "East", "x", "d", 100, 100, "none", {}}};
}

struct TwoQuarters {
    explicit TwoQuarters(const std::string& name) : file(new_register(name), campaign::Register::Open::create) {
        make_campaign(file, "q1", "2026-01-01", "2026-03-31", first_quarter(), 2);
        second = make_campaign(file, "q2", "2026-04-01", "2026-06-30", second_quarter(), 2);
    }
    [[nodiscard]] CampaignReport report() { return campaign::read_report(file, second, 0.95); }

    campaign::Register file;
    campaign::Campaign second;
};

std::string table_text(const Table& table) {
    std::string out = "# " + table.title + "\n";
    if (!table.note.empty()) out += table.note + "\n";
    const auto line = [&](const auto& cells, const auto& text) {
        std::string row;
        for (const auto& cell : cells) row += "| " + text(cell) + " ";
        out += row + "|\n";
    };
    line(table.columns, [](const campaign::Column& column) { return column.title; });
    for (const auto& row : table.rows)
        line(row, [](const campaign::Cell& cell) {
            std::string text = cell.text;
            for (const std::string& more : cell.more) text += (text.empty() ? "" : " / ") + more;
            return text;
        });
    return out + "\n";
}

std::string page_of(TwoQuarters& quarters, const engine::html::Texts& texts) {
    return campaign::report_page(quarters.report(), texts, campaign::read_page_findings(quarters.file, quarters.second, texts));
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

std::string shell_quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

void look_at(const std::string& page, const std::string& expectations) {
    constexpr int skipped = 77;
    const std::string path = scratch() + "/campaign.html";
    std::ofstream(path, std::ios::binary) << page;
    const int status = std::system(("python3 " + shell_quoted(KAOPING_SOURCE_DIR "/tests/report/html_browser.py") + " " + shell_quoted(path) + expectations).c_str());
    REQUIRE(WIFEXITED(status));
    if (WEXITSTATUS(status) == skipped) MESSAGE("skipped: chromium is not installed");
    else CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace

TEST_CASE("counts and points of a report are those of the register") {
    TwoQuarters quarters("report-counts");
    const CampaignReport report = quarters.report();
    CHECK(report.cases == 7);
    CHECK(report.findings == 6);
    CHECK(report.losses.defects() == 5);
    CHECK(report.losses.by_severity == std::array<std::int64_t, 3>{2, 2, 1});
    CHECK(report.losses.low == millionths(50));
    CHECK(report.losses.high == millionths(60));  // one point is open
    CHECK(report.vetoes == std::array<std::int64_t, 4>{0, 1, 0, 0});
    CHECK(report.officers.at("c").cases == 2);
    CHECK(report.officers.at("c").losses.defects() == 2);
    CHECK(report.kinds.at("y").losses.defects() == 0);
    CHECK(report.rules.at({"p.s", "p.s.late"}).units.at("North").defects() == 2);
    CHECK(report.draw.cases == 14);
    quarters.file.read([&](SQLite::Database& database) {
        CHECK(campaign::number_of(database, "select count(*) from standing_finding where campaign = 'q2' and verdict = 'defect'") == report.losses.defects());
        CHECK(campaign::number_of(database, "select sum(deduct_low) from standing_finding where campaign = 'q2'") == report.losses.low);
    });
}

TEST_CASE("what a person dismissed or waived costs nothing in a report, and stays in the list with the decision") {
    TwoQuarters quarters("report-dismissed");
    quarters.file.write([](SQLite::Database& database) {
        using campaign::execute;
        const std::int64_t official = campaign::add_event(database, "official_registered", {"Li", ""});
        execute(database, "insert into official values (?, 'W1', 'Wang Min', 'legal_department', '')", official);
        const std::int64_t event = campaign::add_event(database, "findings_reviewed", {"W1", ""});
        const std::int64_t finding = campaign::number_of(database, "select finding from standing_finding where campaign = 'q2' and case_id = '15'");
        execute(database, "insert into review select ?, run, 'department', '', '' from current_run join draw on draw.event = draw where campaign = 'q2'", event);
        execute(database, "insert into review_line values (?, 1, ?, 'dismiss', null, '', 'the record is in another volume')", event, finding);
        execute(database, "insert into finding_standing values (?, ?, 'met', 0, 0, 'dismissed')", event, finding);
    });
    const CampaignReport report = quarters.report();
    CHECK(report.losses.defects() == 4);
    CHECK(report.states.at("dismissed") == 1);
    CHECK(report.states.at("open") == 5);
    const ReportPack pack;
    const auto findings = campaign::read_page_findings(quarters.file, quarters.second, pack.texts());
    REQUIRE(findings.size() == 6);
    REQUIRE(findings.back().decisions.size() == 1);  // what does not count comes last
    CHECK(findings.back().decisions[0].substr(10) == " Wang Min (legal department): dismissed. the record is in another volume");
    CHECK(says(campaign::page_data(report, pack.texts(), findings).json, "\"state\":\"dismissed\""));
    CHECK(campaign::defects_to_correct(quarters.file, quarters.second, "South", "2026-11-30").size() == 1);
}

TEST_CASE("training and visits: what costs most, and of that what grows") {
    TwoQuarters quarters("report-focus");
    const CampaignReport report = quarters.report();
    const auto needs = campaign::training_needs(report);
    REQUIRE(needs.size() == 3);
    CHECK(needs[0].rule.rule == "p.s.late");       // 20 points of 7 cases, before 50: no growth
    CHECK(needs[0].urgency.now == doctest::Approx(2000.0 / 7));
    CHECK(*needs[0].urgency.before == doctest::Approx(5000.0 / 7));
    CHECK(needs[0].urgency.value() == doctest::Approx(2000.0 / 7));
    CHECK(needs[1].urgency.value() == doctest::Approx(2000.0 / 7));  // 10 points that were 0 before, twice; or 20 that were 20
    const auto visits = campaign::visits_needed(report);
    REQUIRE(visits.size() == 2);  // East has lost nothing
    CHECK(visits[0].unit->result.unit == "North");  // 30 points of 4 cases, before 10
    CHECK(visits[0].urgency.value() == doctest::Approx(750 + 500));
    CHECK(visits[1].urgency.value() == doctest::Approx(1000));  // 20 of 2, before 60
    CHECK(visits[0].rules.at(0).rule == "p.s.late");
}

TEST_CASE("the trend has the earlier campaigns of the register, and says which were scored by other rules") {
    TwoQuarters quarters("report-trend");
    const CampaignReport report = quarters.report();
    REQUIRE(report.trend.size() == 2);
    CHECK(report.trend[0].id == "q1");
    CHECK(report.trend[0].same_rules);
    CHECK(report.trend[0].units.at("South").low->mean == doctest::Approx(70));
    CHECK(report.trend[1].units.at("South").low->mean == doctest::Approx(90));
    CHECK(report.earlier.campaign == "q1");
    CHECK(campaign::read_report(quarters.file, campaign::find_campaign(quarters.file, "q1"), 0.95).trend.size() == 1);
}

TEST_CASE("the tables of a small campaign") {
    TwoQuarters quarters("report-golden");
    const CampaignReport report = quarters.report();
    const ReportPack pack;
    std::string out;
    for (const std::string language : {"", "zh-CN"}) {
        const auto texts = pack.texts(language);
        for (const auto& table : {campaign::scoreboard(report, texts), campaign::trend_table(report, texts), campaign::top_defects(report, texts), campaign::by_standard(report, texts),
                                  campaign::by_law(report, texts), campaign::by_unit(report, texts), campaign::by_kind(report, texts), campaign::by_officer(report, texts),
                                  campaign::training(report, texts), campaign::visits(report, texts)})
            out += table_text(table);
    }
    check_golden("tests/campaign/golden/report.txt", out);
}

TEST_CASE("the notice of a unit names its defects, and no other unit's") {
    TwoQuarters quarters("report-notice");
    const ReportPack pack;
    const auto defects = campaign::defects_to_correct(quarters.file, quarters.second, "North", "2026-11-30");
    REQUIRE(defects.size() == 3);
    const CampaignReport report = quarters.report();
    const auto north = std::find_if(report.units.begin(), report.units.end(), [](const auto& unit) { return unit.result.unit == "North"; });
    const std::string page = campaign::notice_page(quarters.second, north->result, defects, "2026-11-30", pack.texts());
    CHECK(says(page, "To: North"));
    CHECK(says(page, "4 of the 8 cases of your unit were evaluated. The defects listed below were found in 2 cases."));
    CHECK(says(page, "Defects: 3, of which vetoes 1, faults 2, flaws 0"));
    CHECK(count_of(page, "Mend it.") == 3);
    CHECK(count_of(page, "<td>2026-11-30</td>") == 3);
    CHECK_FALSE(says(page, "South"));
    const std::string chinese = campaign::notice_page(quarters.second, north->result, defects, "2026-11-30", pack.texts("zh-CN"));
    CHECK(says(chinese, "<h1>整改通知书</h1>"));
    CHECK(says(chinese, "《乙法》第1条"));
    CHECK(campaign::notice_file_name(3, "a/b:c") == "03-a_b_c.html");
}

TEST_CASE("the page of a campaign stands in a browser, with as many findings as the register has") {
    TwoQuarters quarters("report-browser");
    const ReportPack pack;
    look_at(page_of(quarters, pack.texts()), " --title 'Evaluation campaign report' --charts 4 --cards 6 --search North");
    look_at(page_of(quarters, pack.texts("zh-CN")), " --title 执法质量考评报告 --charts 4 --cards 6");
}

TEST_CASE("markup in texts of case files, units and officers does not run") {
    campaign::Register file(new_register("report-hostile"), campaign::Register::Open::create);
    std::vector<MadeCase> cases;
    std::string expectations = " --title 'Evaluation campaign report' --charts 3";  // one campaign: no trend
    const std::vector<std::string> hostile{"<script>window.canary=1;alert(1)</script>", "\"><img src=x onerror=\"window.canary=1\">", "</script><script>window.canary=1</script>",
                                           "{{{data}}} {{#t}}", "<!--<script>", "'-(window.canary=1)-'"};
    for (const std::string& text : hostile) {
        cases.push_back({text, text, text, text, 90, 90, "none", {late(10)}});
        cases.back().findings[0].message = text;
        expectations += " --text " + shell_quoted(text) + " --search " + shell_quoted(text);
    }
    const campaign::Campaign made = make_campaign(file, "q1", "2026-01-01", "2026-03-31", cases);
    const ReportPack pack;
    const CampaignReport report = campaign::read_report(file, made, 0.95);
    const std::string page = campaign::report_page(report, pack.texts(), campaign::read_page_findings(file, made, pack.texts()));
    look_at(page, expectations + " --cards " + std::to_string(hostile.size()));
    const auto defects = campaign::defects_to_correct(file, made, hostile[0], "2026-11-30");
    REQUIRE(defects.size() == 1);
    const std::string notice = campaign::notice_page(made, report.units[0].result, defects, "2026-11-30", pack.texts());
    CHECK(count_of(notice, "<script") == 0);
    CHECK(count_of(notice, "<img") == 0);
}

TEST_CASE("a page is below 5 MB however much was found, and says what it leaves out") {
    campaign::Register file(new_register("report-size"), campaign::Register::Open::create);
    std::vector<MadeCase> cases;
    for (int i = 0; i < 6000; ++i) {
        MadeCase one{std::to_string(i), "Unit " + std::to_string(i % 60), "x", std::to_string(i % 2400), 90, 90, "none", {late(10), unsigned_record(i % 7)}};
        one.findings[0].message = std::string(1500, 'x');
        cases.push_back(one);
    }
    const campaign::Campaign made = make_campaign(file, "q1", "2026-01-01", "2026-03-31", cases);
    const ReportPack pack;
    const CampaignReport report = campaign::read_report(file, made, 0.95);
    const auto findings = campaign::read_page_findings(file, made, pack.texts());
    CHECK(findings.size() == campaign::page_findings);
    std::set<std::string> units;  // all cost the same
    for (const auto& finding : findings) units.insert(finding.row.unit);
    CHECK(units.size() == 60);
    const std::string page = campaign::report_page(report, pack.texts(), findings);
    CHECK(page.size() < 5'000'000);
    const std::size_t held = campaign::page_data(report, pack.texts(), findings).findings;
    CHECK(held > 1000);
    CHECK(held < campaign::page_findings);
    CHECK(says(page, "the gravest " + engine::html::count_text(held) + " of 12,000 findings"));
    CHECK(report.officers.size() == 2400);
    CHECK(campaign::by_officer(report, pack.texts()).rows.size() == campaign::most_officers);
}

TEST_CASE("every label of a campaign's templates and scripts is in the tables, in both languages") {
    std::set<std::string> own, keys;
    for (const engine::html::Label& label : engine::html::all_labels()) keys.insert(std::string(label.key));
    for (const engine::html::Label& label : campaign::campaign_labels()) {
        CHECK_MESSAGE(own.insert(std::string(label.key)).second, label.key);
        keys.insert(std::string(label.key));
        CHECK_FALSE(label.en.empty());
        CHECK_FALSE(label.zh.empty());
        for (const char* hole : {"{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}"})
            CHECK_MESSAGE((label.en.find(hole) == std::string_view::npos) == (label.zh.find(hole) == std::string_view::npos), label.key);
    }
    const std::string used = std::string(campaign::embedded::page) + std::string(campaign::embedded::notice) + std::string(campaign::embedded::script);
    const std::regex use(R"((\{\{t|labels)\.([a-z_]+))");
    std::size_t uses = 0;
    for (std::sregex_iterator at(used.begin(), used.end(), use), end; at != end; ++at, ++uses)
        CHECK_MESSAGE((keys.count((*at)[2]) == 1 || (*at)[2] == "color"), std::string((*at)[2]));  // color: of Chart.js
    CHECK(uses > 60);
}
