#pragma once
// A report out of rules, a scheme and cases that are held in memory.

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "dsl/diagnostic/render.hpp"
#include "dsl/load.hpp"
#include "engine/report/html_report.hpp"
#include "engine/run/load_scheme.hpp"
#include "engine/run/time_context.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::test {

/// Text that would run if a page took it for markup, in several dresses.
inline const std::vector<std::string> hostile{"<script>window.canary=1;alert(1)</script>",
                                              "\"><img src=x onerror=\"window.canary=1\">",
                                              "</script><script>window.canary=1</script>",
                                              "{{x}}",
                                              "{{{data}}} {{#t}}",
                                              "<!--<script>",
                                              "</style></title><b>bold</b>",
                                              "a\xE2\x80\xA8line\xE2\x80\xA9"
                                              "end & <i>more</i>",
                                              "javascript:window.canary=1",
                                              "'-(window.canary=1)-'"};

/// JSON text of a string.
inline std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

class ReportRun {
public:
    /// `rules` are the rules of one standard of 100 points over the schema below.
    explicit ReportRun(const std::string& rules, engine::Scheme scheme = {}, std::string language = {}) : scheme_(std::move(scheme)) {
        const std::string schema =
            "schema t \"Test\"\ntimezone \"Asia/Shanghai\"\n"
            "case {\n id text key\n kind text\n unit text unit\n name text \"名称\"\n good bool\n done_at datetime?\n}\n";
        const std::string sources =
            "A:\n  title_en: \"Law <i>A</i>\"\n  title_zh: 中华人民共和国甲法\n  effective: {from: 2000-01-01, until: ~}\n  state: in "
            "force\n"
            "  verified: true\n  articles: {\"1\": [2, 0], \"2\": [0]}\n"
            "B:\n  title_en: \"Law B\"\n  title_zh: 乙法\n  effective: {from: 2000-01-01, until: ~}\n  state: in force\n"
            "  verified: false\n  articles: {\"1\": [0], \"2-1\": [0]}\n";
        dsl::MemoryFiles files;
        files.files = {
            {"pack.yaml", "id: p\ntitle: \"Pack <b>one</b>\"\nversion: \"1\"\nlanguage: 1\nschema: t.schema\nsources: sources.yaml\n"},
            {"t.schema", schema},
            {"sources.yaml", sources},
            {"t.rules", "standard s \"Standard <i>s</i>\" points 100 {\n" + rules + "\n}\n"}};
        loaded_ = dsl::load_memory_pack(files);
        if (!loaded_.ok()) FAIL(dsl::render_text(loaded_.sources, loaded_.diagnostics, false));
        time_ = std::make_unique<engine::TimeContext>(engine::make_time_context(loaded_.program).value());
        options_.as_of = engine::parse_as_of("2026-09-30", time_->zone).value();
        options_.as_of_given = true;
        options_.language = language;
        report_ = std::make_unique<engine::HtmlReport>(loaded_.program, scheme_, time_->zone, language);
    }

    /// The page over these cases, JSON Lines; `name` is that of the input.
    std::string page(const std::string& cases, const std::string& name = "cases.jsonl") {
        const engine::ScoreRules scoring = engine::make_score_rules(loaded_.program, scheme_);
        auto inputs = engine::InputSet::of_text(name, cases, engine::CaseFormat::json_lines, options_.read);
        const auto totals = engine::run_cases(loaded_.program, scoring, *time_, inputs, options_, [&](const engine::ChunkResult& chunk) {
            for (const engine::Finding& finding : chunk.findings) report_->add(finding);
            for (const engine::CaseLine& line : chunk.cases) report_->add_case(line);
        });
        return report_->page(totals);
    }

    engine::RunOptions& options() { return options_; }
    const dsl::Program& program() const { return loaded_.program; }

private:
    engine::Scheme scheme_;
    dsl::LoadResult loaded_;
    std::unique_ptr<engine::TimeContext> time_;
    engine::RunOptions options_;
    std::unique_ptr<engine::HtmlReport> report_;
};

inline std::string rule(const std::string& id, const std::string& severity, const std::string& body = "require good") {
    return "rule " + id + " \"Title <i>of</i> " + id + "\" {\n basis A art 1(1), A art 2, B art 1\n " + body + "\n severity " + severity +
           "\n deduct 10 each\n responsible name\n show name\n message \"Look at {name}.\"\n remedy \"Mend <u>it</u>.\"\n}\n";
}

inline std::string case_text(const std::string& id, const std::string& unit, const std::string& name, const std::string& good) {
    return "{\"id\":" + quoted(id) + ",\"kind\":\"k\",\"unit\":" + quoted(unit) + ",\"name\":" + quoted(name) + ",\"good\":" + good + "}\n";
}

inline std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace kaoping::test
