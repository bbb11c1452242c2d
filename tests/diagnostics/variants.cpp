// The other ways to raise a code than its page's example: each raises that code alone, and all are read in one golden.

#include <doctest/doctest.h>

#include <string_view>

#include "support.hpp"

using namespace diagnostics_test;

namespace {

struct Variant {
    const char* codes;  ///< with spaces between
    const char* text;
};

/// Lines of a rule before `severity`.
constexpr Variant in_rule[] = {
    {"K0201", "require theft"},
    {"K0202", "require handler.name.first = \"A\""},
    {"K0202", "require count of persons.id = 1"},
    {"K0205", "for each m in measures, m in measures\n        require m.ends_at is recorded"},
    {"K0205", "let due = 3\n        require due >= 3"},
    {"K0216", "require not id"},
    {"K0216", "when kind\n        require closed"},
    {"K0216", "require some p in persons where p.name"},
    {"K0217", "require - id = \"A\""},
    {"K0217", "when decided_on is recorded\n        require decided_on - date of opened_at >= 3"},
    {"K0217", "require opened_at + 3 days > now"},
    {"K0217", "require id + 1 = 2"},
    {"K0217", "require 2 / 24 hours = 1"},
    {"K0218", "require latest of p.born_on for p in persons where p.born_on is recorded = 2000-01-01"},
    {"K0218", "require approver.name = \"A\""},
    {"K0218", "require fine >= 1"},
    {"K0219", "require id = 1"},
    {"K0219", "require persons = officers"},
    {"K0219", "require id in (a.pages for a in documents)"},
    {"K0248", "require id in (1, 2)"},
    {"K0219", "require length of count of persons >= 1"},
    {"K0219", "require opened_at <= 3 days after id"},
    {"K0219", "require id within 3 days after opened_at"},
    {"K0219", "require id at least 3 days after opened_at"},
    {"K0219", "require days from id to opened_at >= 3"},
    {"K0219", "when decided_on is recorded\n        require date of decided_on = 2026-01-31"},
    {"K0219", "require date of (3 days after opened_at) = 2026-01-31"},
    {"K0219", "require opened_at <= 3 days after opened_at not counting (s.begins_at to id for s in stops)"},
    {"K0221", "require \"P-1\" in (m.person for m in measures)"},
    {"K0222", "when decided_on is recorded\n        require decided_on <= 24 hours after opened_at"},
    {"K0222", "when decided_on is recorded\n        require decided_on within 24 hours after opened_at"},
    {"K0222", "due 24 hours after opened_at\n        done decided_on"},
    {"K0223", "require opened_at <= 3 after opened_at"},
    {"K0225", "require opened_at at least 3 days after (3 days after opened_at)"},
    {"K0227", "when decided_on is recorded\n        require opened_at at least 24 hours after decided_on"},
    {"K0232", "require match length of id { 1: true, 2: false }"},
    {"K0233", "require match kind { theft: true, assault: true, gambling: true, other: false, else: true }"},
    {"K0233", "require match kind { CaseKind.theft: true, kind: true, else: false }"},
    {"K0234", "require (fine or else \"none\") = 1"},
    {"K0235", "require CaseKind.thaft = kind"},
    {"K0235", "require kind in (theft, asault)"},
    {"K0236", "require days_alowed(kind) >= 1"},
    {"K0243", "require at least 1.5 p in persons where p.name = \"A\""},
    {"K0244", "require opened_at <= 3 working days strict after opened_at"},
    {"K0244", "require (length of id) strict >= 3"},
    {"K0246", "require some i in interviews where i in interviews"},
    {"K0246", "require count of distinct interviews >= 1"},
    {"K0247", "require closed < true"},
    {"K0247", "require handler < handler"},
    {"K0248", "require id in (persons, officers)"},
    {"K0248", "require count of (m.officers for m in measures) = 1"},
    {"K0249", "require first p by p.id in persons where p.name = \"A\" is recorded"},
    {"K0249", "require earliest of documents is recorded"},
    {"K0251", "when decided_at is recorded\n        require opened_at within 3 days before decided_at"},
    {"K0252", "require opened_at at least 3 days after opened_at not counting (s.begins_at to s.ends_at for s in stops)"},
    {"K0304", "done decided_at\n        require closed"},
};

/// Schemas, between a head and a `case` with a key.
constexpr Variant in_schema[] = {
    {"K0203", "record Person {\n    id text key\n    friend -> CaseKind\n}\nenum CaseKind {\n    a\n}"},
    {"K0203", "record Person {\n    id text key\n    all [[text]]\n}"},
    {"K0204", "record Person {\n    id text key\n    id number\n}"},
    {"K0204", "enum CaseKind {\n    a\n    a\n}"},
    {"K0204", "enum text {\n    a\n}"},
    {"K0204", "timezone \"UTC\"\ntimezone \"UTC\""},
    {"K0206", "schema other \"Other\""},
    {"K0206", "case {\n    id text key\n}"},
    {"K0207", "record A {\n    b B\n}\nrecord B {\n    a [A]\n}"},
    {"K0213", "enum CaseKind {\n    a from anything else\n    b from anything else\n}"},
    {"K0214", "enum CaseKind {\n    a from \"x\"\n    b from \"x\"\n}"},
    {"K0214", "record A {\n    b text from anything else\n}"},
    {"K0215", "record A {\n    b [text]?\n}"},
    {"K0330", "define f(n: number): number = n"},
};

/// Whole rule files.
constexpr Variant in_file[] = {
    {"K0204", "table t(a: text, a: text): { b: number } from \"t.csv\""},
    {"K0204", "parameter p: number {\n    1 basis CPL art 85\n}\ndefine p(n: number): number = n"},
    {"K0205", "define kind(n: number): number = n"},
    {"K0205", "define f(kind: number): number = kind"},
    {"K0215", "parameter p: [number] {\n    1 basis CPL art 85\n}"},
    {"K0215", "table t(a: text?): { b: number } from \"t.csv\""},
    {"K0218", "define f(d: datetime?): datetime = d"},
    {"K0239", "define f(n: number): number = g(n)\ndefine g(n: number): number = f(n)"},
    {"K0253", "parameter p: number {\n    \"a\" basis CPL art 85\n}"},
    {"K0254", "parameter p: number {\n}"},
    {"K0254", "parameter p: number {\n    1 until 2025-12-31 basis CPL art 85\n    2 from 2026-07-01 basis CPL art 85\n}"},
    {"K0307", "parameter p: number {\n    1 until 2025-12-31 basis CPL art 85\n    2 from 2026-01-01 basis CPL art 85\n}\ndefine f(n: number): number = n + p\n"
              "standard s \"S\" points 10 {\n    rule r \"R\" {\n        basis CPL art 85\n        require f(1) >= 2\n        severity flaw\n        deduct 1 per case\n        message \"M\"\n    }\n}"},
    {"K0321", "standard s \"S\" points id {\n    rule r \"R\" {\n        basis CPL art 85\n        require closed\n        severity flaw\n        deduct 1 per case\n        message \"M\"\n    }\n}"},
    {"K0328", "parameter p: number {\n    1 from 2026-01-01 until 2025-01-01 basis CPL art 85\n}"},
    {"K0330", "timezone \"UTC\""},
    {"K0415", "standard s \"S\" points 10 {\n    rule r \"R\" {\n        basis P20 art 3\n        require closed\n        severity flaw\n        deduct 1 per case\n        message \"M\"\n    }\n}"},
    {"K0522", "table t(a: text): { b: number, c: number } from \"t.csv\""},
};

std::string rule_around(const std::string& lines) {
    return "standard handling \"Handling the case\" points 10 {\n    rule decided \"The case is decided\" {\n        basis CPL art 85\n        " + lines +
           "\n        severity fault\n        deduct 5 per case\n        message \"The case is not decided.\"\n    }\n}\n";
}

template <std::size_t count, typename Files>
void raise_all(const char* golden, const Variant (&variants)[count], Files files) {
    std::string text;
    for (const Variant& one : variants) {
        CAPTURE(std::string(one.text));
        const Raised raised = raised_by_pack(files(std::string(one.text)));
        CHECK(raised.codes == std::string(one.codes));
        text += "==== " + std::string(one.text) + "\n" + raised.text;
    }
    check_golden(golden, text);
}

}  // namespace

TEST_CASE("other mistakes in a rule") {
    raise_all("variants-in-rules", in_rule, [](const std::string& text) { return std::vector<Block>{{"handling.rules", rule_around(text)}}; });
}

TEST_CASE("other mistakes in a schema") {
    raise_all("variants-in-schemas", in_schema, [](const std::string& text) {
        return std::vector<Block>{{"casefile.schema", "schema casefile \"Case file\"\n" + text + "\ncase {\n    id text key\n}\n"}};
    });
}

TEST_CASE("other mistakes in declarations") {
    raise_all("variants-in-declarations", in_file, [](const std::string& text) {
        return std::vector<Block>{{"handling.rules", text + "\n"}, {"t.csv", "a,b\nx,1\n"}};
    });
}
