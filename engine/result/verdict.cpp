// The verdict table: see verdict.hpp.

#include "engine/result/verdict.hpp"

#include <algorithm>

namespace kaoping::engine {

std::string_view verdict_name(Verdict verdict) {
    constexpr std::array<std::string_view, verdict_count> names{"not_selected", "failed", "not_applicable", "undetermined",
                                                                "exempt",       "met",    "pending",        "defect"};
    return names[static_cast<std::size_t>(verdict)];
}

namespace {

/// The first line of the table that fits.
Verdict first_line(const VerdictInputs& in) {
    if (in.guard == Truth::no) return Verdict::not_applicable;
    if (in.guard == Truth::unknown) return Verdict::undetermined;
    if (in.exception == Truth::yes) return Verdict::exempt;
    if (in.requirement == Truth::yes) return Verdict::met;
    if (in.due == DueState::unknown) return Verdict::undetermined;
    if (in.due == DueState::open) return Verdict::pending;
    if (in.requirement == Truth::no && in.exception == Truth::no) return Verdict::defect;
    return Verdict::undetermined;
}

/// What an unknown truth may still turn out to be.
std::vector<Truth> readings(Truth truth) {
    if (truth == Truth::unknown) return {Truth::no, Truth::yes};
    return {truth};
}

std::vector<DueState> readings(DueState due) {
    if (due == DueState::unknown) return {DueState::open, DueState::over};
    return {due};
}

VerdictSet still_possible(const VerdictInputs& in) {
    VerdictSet set = 0;
    for (const Truth guard : readings(in.guard))
        for (const Truth exception : readings(in.exception))
            for (const Truth requirement : readings(in.requirement))
                for (const DueState due : readings(in.due)) set |= set_of(first_line({guard, exception, requirement, due}));
    return set;
}

}  // namespace

Decision decide(const VerdictInputs& inputs) {
    const Verdict verdict = first_line(inputs);
    return {verdict, verdict == Verdict::undetermined ? still_possible(inputs) : set_of(verdict)};
}

void settle_facts(Decision& decision, std::vector<Fact>& missing) {
    std::sort(missing.begin(), missing.end());
    missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
    const bool open = decision.verdict == Verdict::undetermined || decision.verdict == Verdict::pending;
    const bool fault = std::any_of(missing.begin(), missing.end(), [](const Fact& f) { return f.kind == FactKind::fault; });
    if (open && fault) decision = {Verdict::failed, set_of(Verdict::failed)};
}

}  // namespace kaoping::engine
