// kaoping explain: why each rule gave its verdict on one case, or what a diagnostic code means.

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/one_case.hpp"
#include "cli/packs.hpp"
#include "cli/terminal.hpp"
#include "dsl/diagnostic/pages.hpp"
#include "dsl/diagnostic/suggest.hpp"
#include "engine/evaluate/plan_run.hpp"
#include "engine/explain/proof.hpp"
#include "engine/plan/plan.hpp"
#include "engine/report/proof_text.hpp"
#include "engine/result/summary.hpp"
#include "engine/run/case_text.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* explain_help = R"(Without --rule: the whole proof of what is neither met nor not applicable.

Examples:
  kaoping explain cases/17.yaml --pack rules/criminal
  kaoping explain cases.jsonl --case A17 --pack rules/criminal --rule family_notice
  kaoping explain K0216

Exit codes: 0 explained, 2 usage or rule-file error, 3 the case could not be read.)";

struct ExplainOptions {
    std::string input, rule, as_of, case_id;
    std::vector<std::string> packs;
};

using engine::ReferenceSubject;
using engine::Verdict;

class Explainer {
public:
    Explainer(const ExplainOptions& options, const LoadedPacks& packs, const OneCase& one, const AsOf& as_of)
        : options_(options), packs_(packs), program_(packs.packs.program), one_(one), now_(as_of.instant), plan_(engine::make_plan(program_, false)),
          run_(plan_, packs.time, now_), columns_(run_.run(one.batch)) {}

    int run() {
        const engine::CaseSource& source = one_.batch.sources[static_cast<std::size_t>(one_.row)];
        const engine::CaseFields fields(program_.schema, engine::Scheme{});
        fmt::print("case {}  [{}:{}]\nas of {}\n", fields.id(one_.batch, static_cast<std::size_t>(one_.row)), source.file, source.line,
                   engine::moment_text(now_, packs_.time.zone));
        bool any = false;
        for (std::size_t r = 0; r < program_.rules.size(); ++r) {
            const dsl::Rule& rule = program_.rules[r];
            if (!options_.rule.empty() && rule.full_id.find(options_.rule) == std::string::npos) continue;
            any = true;
            explain_rule(static_cast<int>(r));
        }
        if (!any) {
            print_error(fmt::format("the packs have no rule `{}`", options_.rule));
            return usage_error;
        }
        if (options_.rule.empty()) print_rest();
        return nothing_found;
    }

private:
    [[nodiscard]] bool whole(Verdict verdict) const { return !options_.rule.empty() || !engine::is_in_order(verdict); }

    void explain_rule(int number) {
        const auto texts_of = options_.rule.empty() ? engine::TextsOf::not_in_order : engine::TextsOf::all;
        const auto subjects = engine::evaluate_rule(program_, packs_.time, now_, one_.batch, one_.row, number, {}, texts_of);
        check_against_plan(number, subjects);
        bool headed = false;
        for (const ReferenceSubject& subject : subjects) {
            if (!whole(subject.decision.verdict)) {
                ++rest_[static_cast<std::size_t>(subject.decision.verdict)];
                continue;
            }
            if (!headed) print_head(number);
            headed = true;
            print_subject(number, subject);
        }
        if (!options_.rule.empty() && subjects.empty()) {
            print_head(number);
            fmt::print("  not applicable: the case has nothing that the rule is about\n");
        }
    }

    /// The proof is the reference evaluator's; a report comes from the plan. They must not differ.
    void check_against_plan(int number, const std::vector<ReferenceSubject>& subjects) {
        const engine::RuleColumn& column = columns_[static_cast<std::size_t>(number)];
        std::vector<Verdict> planned;
        const auto of_case = static_cast<std::size_t>(one_.row);
        planned.assign(column.verdict.begin() + column.case_begin[of_case], column.verdict.begin() + column.case_begin[of_case + 1]);
        bool same = planned.size() == subjects.size();
        for (std::size_t i = 0; same && i < planned.size(); ++i) same = planned[i] == subjects[i].decision.verdict;
        if (!same) print_error(fmt::format("{}: the two evaluators of kaoping disagree on this case: please report it", program_.rules[static_cast<std::size_t>(number)].full_id));
    }

    void print_head(int number) const {
        const dsl::Rule& rule = program_.rules[static_cast<std::size_t>(number)];
        const dsl::SourceFile& file = packs_.packs.sources.file(rule.span.file);
        const bool colour = colour_out();
        fmt::print("\n{}{}{}  {}\n  law: {}\n  rule: {}:{}\n", colour ? "\033[1m" : "", rule.full_id, colour ? "\033[0m" : "", rule.texts.title,
                   rule.basis_text(), file.name(), file.place(rule.span.begin).line);
    }

    void print_subject(int number, const ReferenceSubject& subject) const {
        const dsl::Rule& rule = program_.rules[static_cast<std::size_t>(number)];
        std::string head = fmt::format("{}: {}", subject.pointer.empty() ? "the case" : subject.pointer, engine::verdict_name(subject.decision.verdict));
        if (subject.decision.verdict == Verdict::defect) head += fmt::format(" ({})", dsl::severity_name(rule.severity));
        if (subject.decision.verdict == Verdict::undetermined) {
            std::string names;
            for (const Verdict verdict : engine::all_verdicts)
                if (engine::holds(subject.decision.possible, verdict)) names += (names.empty() ? "" : ", ") + std::string(engine::verdict_name(verdict));
            head += " (possible: " + names + ")";
        }
        if (!subject.text.reason.empty()) head += ": " + subject.text.reason;
        if (rule.tailored_out) head += fmt::format(": {} ({}, {})", rule.tailored_out->reason, rule.tailored_out->authority, rule.tailored_out->date);
        fmt::print("  {}\n", head);
        if (subject.decision.verdict == Verdict::defect) fmt::print("    message: {}\n    remedy:  {}\n", subject.text.message, subject.text.remedy);
        for (const engine::Fact& fact : subject.missing) fmt::print("    missing: {}\n", fact.text);
        const engine::ProofInput input{program_, packs_.packs.sources, packs_.time, now_, one_.batch, one_.row};
        std::fputs(engine::proof_text(engine::prove(input, number, subject), 4, 80).c_str(), stdout);
    }

    void print_rest() const {
        fmt::print("\n{} met, {} not applicable; --rule RULE shows why\n", rest_[static_cast<std::size_t>(Verdict::met)],
                   rest_[static_cast<std::size_t>(Verdict::not_applicable)]);
    }

    const ExplainOptions& options_;
    const LoadedPacks& packs_;
    const dsl::Program& program_;
    const OneCase& one_;
    std::int64_t now_;
    engine::Plan plan_;
    engine::PlanRun run_;
    const std::vector<engine::RuleColumn>& columns_;
    engine::VerdictCounts rest_{};
};

/// "K0123" and the like, which is no name of a case file.
bool is_code(const std::string& text) {
    return text.size() == 5 && text[0] == 'K' && text.find_first_not_of("0123456789", 1) == std::string::npos;
}

int explain_code(const std::string& code) {
    if (const auto page = dsl::diagnostic_page(code)) {
        std::fputs(page->c_str(), stdout);
        return nothing_found;
    }
    const std::string near = dsl::nearest_name(code, dsl::diagnostic_codes());
    print_error(fmt::format("there is no code {}{}", code, near.empty() ? "" : "; did you mean " + near + "?"));
    return usage_error;
}

int explain(const ExplainOptions& options) {
    if (options.packs.empty() && is_code(options.input)) return explain_code(options.input);
    if (options.packs.empty()) {
        print_error("say by which rules: --pack PACK");
        return usage_error;
    }
    const auto packs = load_for_command(options.packs, {}, "");
    if (!packs) return usage_error;
    const auto as_of = as_of_option(options.as_of, packs->time.zone);
    if (!as_of) return usage_error;
    int status = nothing_found;
    const auto one = find_case(*packs, options.input, options.case_id, as_of->instant, status);
    if (!one) return status;
    return Explainer(options, *packs, *one, *as_of).run();
}

}  // namespace

void add_explain(CLI::App& app, int& status) {
    auto options = std::make_shared<ExplainOptions>();
    CLI::App* command = app.add_subcommand("explain", "Show why rules gave their verdicts, or what a code means");
    command->add_option("CASE", options->input, "A case file, or the code of a diagnostic")->required();
    command->add_option("--pack", options->packs, "Folder of a rule pack, or of several")->allow_extra_args(false);
    command->add_option("--rule", options->rule, "Only rules whose id contains this; also where they are met");
    command->add_option("--case", options->case_id, "Which case of a file that has several");
    command->add_option("--as-of", options->as_of, "Moment of the assessment, 2026-09-30 (default: now)");
    command->footer(explain_help);
    command->callback([options, &status] { status = explain(*options); });
}

}  // namespace kaoping::cli
