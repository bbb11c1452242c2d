// See quotas.hpp.

#include "tests/property/quotas.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kaoping::test {

using engine::Verdict;

namespace {

constexpr int operator_count = static_cast<int>(dsl::Op::age_on) + 1;

/// Operators that no rule can be written with. key_text is made by no check: a reference shows as its key by itself.
bool is_unwritable(int op) { return static_cast<dsl::Op>(op) == dsl::Op::key_text; }

/// Per thousand of all subjects.
std::size_t least_share(Verdict verdict) { return verdict == Verdict::failed ? 1 : verdict == Verdict::not_selected ? 0 : 30; }

}  // namespace

void Quotas::add(LoadedPack& pack) {
    ++packs_;
    for (const dsl::Expr& e : pack.program().exprs) ++operators_[static_cast<int>(e.op)];
    with_pairs_ += std::any_of(pack.plan().spaces.begin(), pack.plan().spaces.end(), [](const engine::Space& s) { return s.kind == engine::SpaceKind::nest; }) ? 1 : 0;
    for (const auto& of_rule : pack.reference())
        for (const auto& of_case : of_rule)
            for (const engine::ReferenceSubject& s : of_case) {
                ++subjects_;
                ++verdicts_[s.decision.verdict];
            }
}

std::vector<std::string> Quotas::missed() const {
    std::vector<std::string> out;
    for (int op = 0; op < operator_count; ++op)
        if (operators_.count(op) == 0 && !is_unwritable(op)) out.push_back(fmt::format("the operator number {} was never made", op));
    for (const Verdict v : engine::all_verdicts) {
        const std::size_t seen = verdicts_.count(v) != 0 ? verdicts_.at(v) : 0;
        if (seen * 1000 < least_share(v) * subjects_) out.push_back(fmt::format("{} of {} subjects are {}", seen, subjects_, engine::verdict_name(v)));
    }
    if (with_pairs_ * 10 < packs_ * 3) out.push_back(fmt::format("{} of {} packs have a space of pairs", with_pairs_, packs_));
    return out;
}

std::string Quotas::text() const {
    std::string out = fmt::format("{} packs, {} with pairs, {} subjects:", packs_, with_pairs_, subjects_);
    for (const auto& [verdict, n] : verdicts_) out += fmt::format(" {} {:.2f} %", engine::verdict_name(verdict), 100.0 * static_cast<double>(n) / static_cast<double>(subjects_));
    return out;
}

}  // namespace kaoping::test
