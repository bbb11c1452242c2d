// Lists and findings that are made again in the memory of earlier ones.

#include <doctest/doctest.h>

#include <string>

#include "engine/result/finding.hpp"
#include "engine/result/kept_list.hpp"

using namespace kaoping;
using engine::Finding;

TEST_CASE("a finding that is emptied is as new") {
    Finding finding;
    for (std::string* text : {&finding.message, &finding.remedy, &finding.reason, &finding.case_id, &finding.unit, &finding.case_kind, &finding.at.file,
                              &finding.at.pointer, &finding.subject, &finding.due, &finding.overdue, &finding.fingerprint, &finding.code})
        *text = "left over from another case";
    finding.kind = engine::FindingKind::data;
    finding.at.line = finding.at.column = 7;
    finding.rule = 7;
    finding.verdict = engine::Verdict::failed;
    finding.possible = 7;
    finding.deduct = finding.amount = {7, 7};
    finding.amount_known = true;
    finding.shown = {{"label", "text"}};
    finding.responsible = {"P1"};
    finding.responsible_by = {1};
    finding.due_at = 7;
    finding.missing = {{engine::FactKind::gap, "/a", "a"}};
    REQUIRE_FALSE(finding == Finding());
    finding.clear();
    CHECK(finding == Finding());
}

TEST_CASE("a kept list gives its elements again, and shows only those of this time") {
    engine::KeptList<std::string> list;
    CHECK(list.empty());
    list.add() = "first";
    list.add() = "second";
    CHECK(std::string(list.begin()->data()) == "first");
    list.clear();
    CHECK(list.empty());
    CHECK(list.begin() == list.end());
    CHECK(list.add() == "first");  // as it was left
    list.add() = "other";
    list.add() = "third";
    REQUIRE(list.size() == 3);
    CHECK(list[1] == "other");
    CHECK(std::string(list[0] + list[1] + list[2]) == "firstotherthird");
}
