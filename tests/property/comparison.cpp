// See comparison.hpp.

#include "tests/property/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "engine/evaluate/plan_run.hpp"
#include "engine/evaluate/subject.hpp"
#include "tests/property/score_comparison.hpp"

namespace kaoping::test {

using engine::ReferenceSubject;
using engine::Verdict;

namespace {

bool is_open(Verdict verdict) { return verdict == Verdict::undetermined || verdict == Verdict::pending || verdict == Verdict::failed; }

/// What the plan says of a subject, in the reference's words.
ReferenceSubject of_plan(const LoadedPack& pack, const engine::CaseBatch& batch, const engine::PlanRun& run, const engine::RuleColumn& column, std::size_t i) {
    ReferenceSubject out;
    const dsl::Rule& rule = pack.program().rules[static_cast<std::size_t>(column.rule)];
    out.rows.assign(column.rows(i).begin(), column.rows(i).end());
    out.pointer = engine::subject_pointer(pack.program().schema, pack.layout(), batch, engine::subject_tables(pack.program(), pack.layout(), rule), out.rows);
    out.decision = {column.verdict[i], column.possible[i]};
    if (is_open(column.verdict[i])) out.missing = run.facts_of(column.rule, i);
    out.list_unknown = column.list_unknown(i);
    out.in_force = column.in_force(i);
    const auto amount = column.amount(i);
    out.amount_known = amount.has_value();
    out.low = amount ? amount->low : 0;
    out.high = amount ? amount->high : 0;
    out.exception = column.exception(i);
    out.due_known = column.due(i).has_value();
    out.due = column.due(i).value_or(0);
    out.done_present = column.done(i).has_value();
    out.done = column.done(i).value_or(0);
    run.text_of(column.rule, i, pack.language(), out.text);
    return out;
}

std::string names_of(engine::VerdictSet set) {
    std::string out;
    for (const Verdict v : engine::all_verdicts)
        if (engine::holds(set, v)) out += std::string(out.empty() ? "" : " ") + std::string(engine::verdict_name(v));
    return out;
}

/// Lines of `a` and `b` that differ.
std::string difference(const std::string& a, const std::string& b) {
    std::istringstream left(a), right(b);
    std::string x, y, out;
    while (std::getline(left, x) && std::getline(right, y))
        if (x != y) out += "  reference  " + x + "\n  plan       " + y + "\n";
    return out;
}

/// The plan's lines of one batch against the reference's.
class Comparer {
public:
    Comparer(LoadedPack& pack, const engine::CaseBatch& batch, engine::PlanRun& run)
        : pack_(pack), batch_(batch), lean_(&batch != &pack.batch()), run_(run), columns_(run.run(batch)) {}

    std::optional<Mismatch> run() {
        for (std::size_t r = 0; r < pack_.reference().size(); ++r)
            if (auto found = rule(r)) return found;
        return std::nullopt;
    }
    [[nodiscard]] const std::vector<engine::RuleColumn>& columns() const { return columns_; }

private:
    std::optional<Mismatch> rule(std::size_t r) {
        const engine::RuleColumn& column = columns_[r];
        std::size_t i = 0;
        for (std::size_t c = 0; c < batch_.cases(); ++c) {
            const auto mismatch = [&](std::string text) { return Mismatch{static_cast<int>(r), static_cast<int>(c), (lean_ ? "with the columns alone that the plan reads: " : "") + std::move(text)}; };
            const auto end = static_cast<std::size_t>(column.case_begin[c + 1]);
            for (const ReferenceSubject& one : pack_.reference()[r][c]) {
                if (i >= end) return mismatch("the plan lacks the subject `" + one.pointer + "`\n");
                ReferenceSubject same = of_plan(pack_, batch_, run_, column, i);
                if (lean_) same.rows = one.rows;  // tables are shorter where lists are not read
                const std::string expected = describe(one), given = describe(same);
                if (expected != given) return mismatch(fmt::format("subject `{}` ({})\n{}", one.pointer, engine::verdict_name(one.decision.verdict), difference(expected, given)));
                ++i;
            }
            if (i < end) return mismatch("the plan has a subject that the reference has not\n");
        }
        if (i != column.subjects()) return Mismatch{static_cast<int>(r), 0, "the plan has subjects of cases that are not there\n"};
        return std::nullopt;
    }

    LoadedPack& pack_;
    const engine::CaseBatch& batch_;
    bool lean_;
    engine::PlanRun& run_;
    const std::vector<engine::RuleColumn>& columns_;
};

}  // namespace

std::string describe(const ReferenceSubject& s) {
    std::string out = fmt::format("rows {}\npointer {}\nverdict {}\npossible {}\n", fmt::join(s.rows, " "), s.pointer, engine::verdict_name(s.decision.verdict), names_of(s.decision.possible));
    out += "missing";
    if (is_open(s.decision.verdict))
        for (const engine::Fact& fact : s.missing) out += fmt::format(" {}@{}", fact.text, fact.where);
    out += fmt::format("\nlist unknown {}\nin force {}\n", s.list_unknown, s.in_force);
    if (s.decision.verdict == Verdict::not_applicable) return out;  // nobody asks for more, and the plan does not compute it
    out += fmt::format("amount known {}\n", s.amount_known);
    out += s.amount_known ? fmt::format("amount {} {}\n", s.low, s.high) : "amount\n";
    out += fmt::format("exception {}\ndue {}\ndone {}\n", s.exception, s.due_known ? std::to_string(s.due) : "", s.done_present ? std::to_string(s.done) : "");
    out += fmt::format("message {}\nremedy {}\nreason {}\nresponsible {}\nshown", s.text.message, s.text.remedy, s.text.reason, fmt::join(s.text.responsible, ", "));
    for (const engine::ShownText& one : s.text.shown) out += fmt::format(" {}={}", one.label, one.text);
    return out + "\n";
}

std::optional<Mismatch> compare_evaluators(LoadedPack& pack, const engine::KernelSet& kernels) {
    engine::PlanRun run(pack.plan(), pack.time(), pack.now(), engine::Columns::all, kernels);
    // With the buffers and the guards of other cases, as in a real run.
    (void)run.run(pack.batch_before());
    Comparer whole(pack, pack.batch(), run);
    if (auto found = whole.run()) return found;
    if (auto found = compare_scores(pack, whole.columns())) return found;
    if (auto found = Comparer(pack, pack.columns_read(), run).run()) return found;
    // A broken kernel would take for a value what another instruction left in its column, and lead anywhere.
    if (&kernels != &engine::default_kernels()) return std::nullopt;
    engine::PlanRun sharing(pack.plan(), pack.time(), pack.now(), engine::Columns::shared);
    (void)sharing.run(pack.batch_before());
    for (const engine::CaseBatch* const batch : {&pack.batch(), &pack.columns_read()})
        if (auto found = Comparer(pack, *batch, sharing).run()) return found;
    return std::nullopt;
}

}  // namespace kaoping::test
