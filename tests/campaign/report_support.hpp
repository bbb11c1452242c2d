#pragma once
// A register with campaigns that are made up row by row, and the pack of their rules.

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "dsl/diagnostic/render.hpp"
#include "dsl/load.hpp"
#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/report/labels.hpp"
#include "engine/campaign/report/page.hpp"
#include "engine/run/time_context.hpp"
#include "tests/campaign/support.hpp"

namespace kaoping_test {

namespace campaign = kaoping::campaign;
namespace engine = kaoping::engine;

/// A pack with the rules p.s.late (fault, LAW A art 1), p.s.unsigned (flaw, LAW A art 2 and B art 1), p.t.alone (veto, LAW B art 1).
class ReportPack {
public:
    ReportPack() {
        kaoping::dsl::MemoryFiles files;
        files.files = {
            {"pack.yaml", "id: p\ntitle: Pack\nversion: \"1\"\nlanguage: 1\nschema: t.schema\nsources: sources.yaml\n"},
            {"t.schema", "schema t \"Test\"\ntimezone \"Asia/Shanghai\"\ncase {\n id text key\n kind text\n unit text unit\n good bool\n}\n"},
            {"sources.yaml", source("A", "甲法") + source("B", "乙法")},
            {"t.rules", "standard s \"Time and form\" points 60 {\n" + rule("late", "The notice is served in time", "A art 1", "fault") +
                            rule("unsigned", "The record is signed", "A art 2, B art 1", "flaw") + "}\nstandard t \"Officers\" points 40 {\n" +
                            rule("alone", "Two officers interrogate", "B art 1", "veto") + "}\n"}};
        loaded_ = kaoping::dsl::load_memory_pack(files);
        if (!loaded_.ok()) FAIL(kaoping::dsl::render_text(loaded_.sources, loaded_.diagnostics, false));
        time_ = std::make_unique<engine::TimeContext>(engine::make_time_context(loaded_.program).value());
    }

    [[nodiscard]] engine::html::Texts texts(const std::string& language = {}) const {
        return {loaded_.program, scheme_, time_->zone, language, campaign::campaign_labels()};
    }

private:
    static std::string source(const std::string& key, const std::string& chinese) {
        return key + ":\n  title_en: \"Law " + key + "\"\n  title_zh: " + chinese +
               "\n  effective: {from: 2000-01-01, until: ~}\n  state: in force\n  verified: true\n  articles: {\"1\": [0], \"2\": [0]}\n";
    }
    static std::string rule(const std::string& id, const std::string& title, const std::string& basis, const std::string& severity) {
        return "rule " + id + " \"" + title + "\" {\n basis " + basis + "\n require good\n severity " + severity + "\n deduct 10 each\n message \"Look.\"\n remedy \"Mend it.\"\n}\n";
    }

    kaoping::dsl::LoadResult loaded_;
    engine::Scheme scheme_;
    std::unique_ptr<engine::TimeContext> time_;
};

struct MadeFinding {
    std::string rule, standard, severity, verdict;
    double low = 0, high = 0;
    std::string message = "Look.";
};
struct MadeCase {
    std::string id, unit, kind, officer;
    double low = 100, high = 100;
    std::string veto = "none";
    std::vector<MadeFinding> findings;
};

inline std::int64_t millionths(double points) { return std::llround(points * 1e6); }

inline std::string json_text(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return out + "\"";
}

/// Registers a campaign in which `whole` times as many cases as were drawn are in each stratum, and its finished run.
inline campaign::Campaign make_campaign(campaign::Register& file, const std::string& id, const std::string& from, const std::string& until,
                                        const std::vector<MadeCase>& cases, std::int64_t whole = 1) {
    using campaign::execute;
    campaign::Campaign made = a_campaign(id);
    made.title = "Campaign " + id;
    made.period_from = from;
    made.period_until = until;
    campaign::open_campaign(file, made, {"Li", ""});
    file.write([&](SQLite::Database& database) {
        const std::int64_t draw = campaign::add_event(database, "cases_drawn", {"Li", ""});
        execute(database, "insert into draw values (?, ?, '7', 'proportional', ?, 0, 0, 0, 'h')", draw, id, static_cast<std::int64_t>(cases.size()));
        std::map<std::pair<std::string, std::string>, std::int64_t> strata;
        for (const MadeCase& one : cases) ++strata[{one.unit, one.kind}];
        for (const auto& [stratum, drawn] : strata)
            execute(database, "insert into stratum values (?, ?, ?, ?, ?, 1000)", draw, stratum.first, stratum.second, drawn * whole, drawn);
        const std::int64_t run = campaign::add_event(database, "run_started", {"Li", ""});
        std::int64_t position = 0;
        for (const MadeCase& one : cases)
            execute(database, "insert into sampled_case values (?, ?, ?, ?, ?, ?, 'f.jsonl')", draw, ++position, one.id, one.unit, one.kind, one.officer);
        execute(database, "insert into run values (?, ?, 'the end of 2026-09-30')", run, draw);
        for (const MadeCase& one : cases) {
            execute(database, "insert into case_result values (?, ?, ?, ?, ?, ?, 'met')", run, draw, one.id, millionths(one.low), millionths(one.high), one.veto);
            for (const MadeFinding& finding : one.findings) {
                const std::string line = "{\"case\":" + json_text(one.id) + ",\"kind\":\"rule\",\"rule\":" + json_text(finding.rule) + ",\"version\":1,\"subject\":\"\",\"verdict\":\"" +
                                         finding.verdict + "\",\"message\":" + json_text(finding.message) + ",\"at\":{\"file\":\"f.jsonl\",\"line\":3,\"column\":null,\"pointer\":\"\"}}";
                execute(database, "insert into finding (run, case_id, kind, rule, severity, verdict, deduct_low, deduct_high, line) values (?, ?, 'rule', ?, ?, ?, ?, ?, ?)", run,
                        one.id, finding.rule, finding.severity, finding.verdict, millionths(finding.low), millionths(finding.high), line);
                execute(database, "insert into finding_basis values (?, ?, 0, '', '', null, null, '2026-08-01')", database.getLastInsertRowid(), finding.standard);
            }
        }
        const std::int64_t end = campaign::add_event(database, "run_finished", {"Li", ""});
        execute(database,
                "insert into run_end select ?, ?, count(*), (select count(*) from finding where run = ?), sum(score_low), sum(score_high), '1', 'h' from case_result where run = ?",
                end, run, run, run);
    });
    return campaign::find_campaign(file, id);
}

}  // namespace kaoping_test
