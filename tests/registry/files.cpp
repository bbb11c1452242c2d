// Good files of a pack, read to the right values. (What is wrong with bad ones is told by the pages of the diagnostics.)

#include "dsl/registry/calendar_file.hpp"
#include "dsl/registry/catalogue.hpp"
#include "dsl/registry/pack_file.hpp"
#include "dsl/registry/sources.hpp"
#include "dsl/typed/expression.hpp"
#include "support.hpp"
#include "tests/support/project_file.hpp"

using namespace registry_test;
using Days = std::vector<std::int64_t>;

TEST_CASE("sources: titles, days in force, articles with the items of their paragraphs") {
    Good good(R"(# comment
CPL:
  title_en: Criminal Procedure Law
  title_zh: "刑事诉讼法"
  effective: {from: 2018-10-26, until: ~}
  state: in force
  verified: true
  articles: {"85": [0, 0], "127": [0, 0, 3], 10-1: [2]}
APL:
  title_en: Administrative Penalty Law
  effective: {until: 2026-12-31}
  verified: false
  note_en: held in its state of 2021
  note_zh: 2021年版本
  short_days_are_working: [2, 3, 5, 7]
)");
    const Registry registry = read_sources(good.map, good.file, good.diagnostics);
    CHECK(registry.keys() == std::vector<std::string>{"APL", "CPL"});
    CHECK(registry.find("XYZ") == nullptr);
    const LegalSource& cpl = *registry.find("CPL");
    CHECK(cpl.title_en == "Criminal Procedure Law");
    CHECK(cpl.title_zh == "刑事诉讼法");
    CHECK(cpl.effective == DayRange{day("2018-10-26"), std::nullopt});
    CHECK(cpl.state == "in force");
    CHECK(cpl.verified);
    CHECK(cpl.lists_articles());
    REQUIRE(cpl.article("127") != nullptr);
    CHECK(*cpl.article("127") == ItemCounts{0, 0, 3});
    CHECK(*cpl.article("10-1") == ItemCounts{2});
    CHECK(cpl.article("86") == nullptr);
    CHECK(good.map.text(cpl.span) == "CPL");
    const LegalSource& apl = *registry.find("APL");
    CHECK(apl.effective == DayRange{std::nullopt, day("2026-12-31")});
    CHECK(!apl.verified);
    CHECK(apl.note_en == "held in its state of 2021");
    CHECK(apl.note_zh == "2021年版本");
    CHECK(cpl.note_en == "");
    CHECK(!apl.lists_articles());
    CHECK(apl.counts_days_as_working(7));
    CHECK(!apl.counts_days_as_working(10));
    CHECK(!cpl.counts_days_as_working(7));
}

TEST_CASE("calendars: single days and spans, sorted; days of one year only") {
    Good good(R"(years:
  2024:
    holidays: []
  2025:
    holidays: [2025-10-01 to 2025-10-03, 2025-01-01]
    working:  [2025-10-11, 2025-09-28]
)");
    const CalendarData calendar = read_calendar(good.map, good.file, "CN", good.diagnostics);
    CHECK(calendar.name == "CN");
    REQUIRE(calendar.years.size() == 2);
    CHECK(calendar.years.at(2024).holidays.empty());
    CHECK(calendar.years.at(2025).holidays == Days{day("2025-01-01"), day("2025-10-01"), day("2025-10-02"), day("2025-10-03")});
    CHECK(calendar.years.at(2025).working == Days{day("2025-09-28"), day("2025-10-11")});
}

TEST_CASE("the calendar of the project: semantics § 5 names its days of 2025") {
    Good good(kaoping_test::read_project_file("rules/calendars/CN.yaml"));
    const CalendarData calendar = read_calendar(good.map, good.file, "CN", good.diagnostics);
    const auto& year = calendar.years.at(2025);
    const auto has = [](const Days& days, const char* one) { return std::find(days.begin(), days.end(), day(one)) != days.end(); };
    for (const char* holiday : {"2025-01-28", "2025-02-04", "2025-10-01", "2025-10-08"}) CHECK(has(year.holidays, holiday));
    for (const char* working : {"2025-01-27", "2025-02-05", "2025-10-09"}) CHECK(!has(year.holidays, working));
    for (const char* made_up : {"2025-09-28", "2025-10-11"}) CHECK(has(year.working, made_up));
}

TEST_CASE("pack files: every key") {
    Good good(R"(id: criminal
title: "Criminal cases"
version: "2026.1"
language: 1
schema: ../casefile.schema
sources: "../sources.yaml"
calendars: {CN: ../calendars/CN.yaml, HK: HK.yaml}
languages: [zh-CN, "it"]
counting: {hours: next_full_hour, month_end: sticky}
applies when: kind = criminal
)");
    const PackFile pack = read_pack_file(good.map, good.file, good.diagnostics);
    CHECK(pack.id.text == "criminal");
    CHECK(pack.title == "Criminal cases");
    CHECK(pack.version == "2026.1");
    CHECK(pack.schema.text == "../casefile.schema");
    CHECK(good.map.text(pack.sources.span) == "../sources.yaml");
    REQUIRE(pack.calendars.size() == 2);
    CHECK(pack.calendars.at("HK").text == "HK.yaml");
    REQUIRE(pack.languages.size() == 2);
    CHECK(pack.languages[1].text == "it");
    CHECK(good.map.text(pack.applies_when.span) == "kind = criminal");
    CHECK(pack.counting == (hours_next_full | month_end_sticky));
}

TEST_CASE("pack files: what may be left out") {
    Good good("id: p\ntitle: P\nversion: \"1\"\nlanguage: 1\nschema: s.schema\nsources: sources.yaml\n");
    const PackFile pack = read_pack_file(good.map, good.file, good.diagnostics);
    CHECK(pack.calendars.empty());
    CHECK(pack.languages.empty());
    CHECK(pack.applies_when.empty());
    CHECK(pack.counting == count_plain);
}

TEST_CASE("catalogues: texts by rule and version; a span holds exactly its text, escapes and folds resolved") {
    Good good(R"(pack: 刑事办案
standards:
  detention: 刑事拘留
rules:
  detention.family_notice:
    title: 通知家属
    message: "{m.person.name}未\u901A知"
    remedy: >-
      立即
      送达
    reasons: [有碍侦查, "无法通知"]
  interviews.two_officers@2:
    title: 二版
  interviews.two_officers:
    title: 各版
)");
    const Catalogue catalogue = read_catalogue(good.map, good.file, "zh-CN", good.diagnostics);
    CHECK(catalogue.language == "zh-CN");
    CHECK(catalogue.pack_title.text == "刑事办案");
    REQUIRE(catalogue.standards.size() == 1);
    CHECK(catalogue.standards[0].id == "detention");
    CHECK(catalogue.standards[0].title.text == "刑事拘留");
    REQUIRE(catalogue.rules.size() == 3);
    const CatalogueEntry& notice = *catalogue.find("detention.family_notice", 1);
    CHECK(notice.message.text == "{m.person.name}未通知");
    CHECK(good.map.text(notice.message.span) == notice.message.text);
    CHECK(notice.remedy.text == "立即 送达");
    CHECK(good.map.text(notice.remedy.span) == notice.remedy.text);
    REQUIRE(notice.reasons.size() == 2);
    CHECK(notice.reasons[1].text == "无法通知");
    CHECK(catalogue.find("interviews.two_officers", 2)->title.text == "二版");
    CHECK(catalogue.find("interviews.two_officers", 1)->title.text == "各版");
    CHECK(catalogue.find("interviews.none", 1) == nullptr);
}
