// Several mistakes in one file: each is reported, and nothing that only follows from one.

#include <doctest/doctest.h>

#include "support.hpp"

using namespace diagnostics_test;

namespace {

Raised raised_by_file(const std::string& name) { return raised_by_pack({{"handling.rules", read_project_file("tests/diagnostics/many/" + name + ".rules")}}); }

Raised raised_by_rules(const std::string& text) { return raised_by_pack({{"handling.rules", text}}); }

/// A whole rule around one line.
std::string rule_with(const std::string& line) {
    return "standard handling \"Handling the case\" points 10 {\n    rule decided \"The case is decided\" {\n        basis CPL art 85\n        " + line +
           "\n        severity fault\n        deduct 5 per case\n        message \"The case is not decided.\"\n    }\n}\n";
}

}  // namespace

TEST_CASE("twelve mistakes in twelve rules") {
    const Raised raised = raised_by_file("twelve-rules");
    CHECK(raised.codes == "K0201 K0114 K0202 K0216 K0317 K0411 K0235 K0217 K0301 K0302 K0105");  // the last is K0202 again
    CHECK(raised.text.find("\n12 errors\n") != std::string::npos);
    check_golden("twelve-rules", raised.text);
}

TEST_CASE("three mistakes in one rule") {
    const Raised raised = raised_by_file("one-rule");
    CHECK(raised.codes == "K0201 K0317 K0319");
    CHECK(raised.text.find("\n3 errors\n") != std::string::npos);
    check_golden("one-rule", raised.text);
}

TEST_CASE("uses of what could not be read are no mistakes") {
    CHECK(raised_by_rules("define days_allowed(k CaseKind): number = 30\n" + rule_with("require count of persons <= days_allowed(kind)")).codes == "K0138");
    CHECK(raised_by_rules("define days_allowed(k: CaseKind): number = 30 +\n" + rule_with("require count of persons <= days_allowed(kind)")).codes == "K0110");
    CHECK(raised_by_rules("define is_petty(k: CaseKnd): bool = k in (theft, gambling) or k = assault\n").codes == "K0203");
    CHECK(raised_by_rules("table fines(article text): { most: number } from \"fines.csv\"\n" + rule_with("require fines(id).most >= 10")).codes == "K0140");
    CHECK(raised_by_rules("parameter allowed: number {\n    30 unti 2026-01-01 basis CPL art 85\n}\n" + rule_with("require count of persons <= allowed")).codes == "K0130");
    CHECK(raised_by_rules(rule_with("let n = count of\n        require n >= 1")).codes == "K0110");
    CHECK(raised_by_rules(rule_with("lett n = 1\n        require n >= 1")).codes == "K0114");
    CHECK(raised_by_rules(rule_with("let n = 1 ; 2\n        require n >= 1")).codes == "K0101");
    CHECK(raised_by_rules(rule_with("require approver.name != \"nobody\"")).codes == "K0218");
    CHECK(raised_by_rules(rule_with("for each m on measures\n        require m.ends_at is recorded")).codes == "K0132");
    CHECK(raised_by_rules(rule_with("let limit = 1\n        let other = 2\n        require count of persns <= limit and length of id in (other, oops)")).codes == "K0201");
}

TEST_CASE("what a damaged or missing file lacks is no mistake of the rules") {
    const std::string schema = "schema casefile \"Case file\"\n\ncase {\n    id text key\n    opened_at datetme\n    decided_at datetime\n}\n";
    CHECK(raised_by_pack({{"casefile.schema", schema}, {"handling.rules", rule_with("require opened_at <= decided_at")}}).codes == "K0203");
    CHECK(raised_by_pack({{"casefile.schema", "schema casefile \"Case file\"\n\ncase {\n    id text key\n    [number]\n}\n"}, {"handling.rules", rule_with("require number >= 1")}}).text.find("1 error\n") !=
          std::string::npos);
    const std::string head = "id: sample\ntitle: Sample\nlanguage: 1\n";
    CHECK(raised_by_pack({{"pack.yaml", head + "schema: other.schema\nsources: sources.yaml\n"}}).codes == "K0501");
    CHECK(raised_by_pack({{"pack.yaml", head + "schema: casefile.schema\nsources: other.yaml\ncalendars: {CN: calendar-CN.yaml}\n"}}).codes == "K0501");
    CHECK(raised_by_pack({{"pack.yaml", head + "schema: casefile.schema\nsources: sources.yaml\ncalendars: {CN: other.yaml}\n"}}).codes == "K0501");
    CHECK(raised_by_pack({{"pack.yaml", head + "schema: casefile.schema\nsources: sources.yaml\ncalendars: {CN: calendar-CN.yaml}\nlanguages: [fr]\n"}}).codes == "K0501");
    CHECK(raised_by_pack({{"pack.yaml", head + "sources: sources.yaml\n"}}).codes == "K0506");
    CHECK(raised_by_pack({{"sources.yaml", "[]\n"}}).codes == "K0507");
    CHECK(raised_by_rules("table fines(article: text): { most: number } from \"fines.csv\"\n" + rule_with("let row = fines(id)\n        when row is recorded\n        require row.most >= 10")).codes == "K0501");
}
