#pragma once
// Verdicts, the facts that were missing, and exact intervals (semantics § 1, § 2, § 6).

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kaoping::engine {

/// Verdict of one rule on one subject; the order is that of the declaration only (see `severity_rank` for "worst").
enum class Verdict : std::uint8_t { not_selected, failed, not_applicable, undetermined, exempt, met, pending, defect };
constexpr std::size_t verdict_count = 8;
constexpr std::array<Verdict, verdict_count> all_verdicts{Verdict::defect,  Verdict::failed, Verdict::undetermined,   Verdict::pending,
                                                          Verdict::met,     Verdict::exempt, Verdict::not_applicable, Verdict::not_selected};

/// "met", "not_applicable", …: the spelling of every output.
[[nodiscard]] std::string_view verdict_name(Verdict verdict);

/// A case counts once per rule, under its worst verdict:
/// failed > defect > undetermined > pending > met > exempt > not applicable > not selected. Higher is worse.
[[nodiscard]] constexpr int badness(Verdict verdict) {
    constexpr std::array<int, verdict_count> ranks{0, 7, 1, 5, 2, 3, 4, 6};
    return ranks[static_cast<std::size_t>(verdict)];
}

/// A set of verdicts as bits (1 << verdict).
using VerdictSet = std::uint8_t;
[[nodiscard]] constexpr VerdictSet set_of(Verdict verdict) { return static_cast<VerdictSet>(1U << static_cast<unsigned>(verdict)); }
[[nodiscard]] constexpr bool holds(VerdictSet set, Verdict verdict) { return (set & set_of(verdict)) != 0; }

/// All of them.
constexpr VerdictSet every_verdict = 0xFF;

/// Verdicts that leave nothing to report.
constexpr VerdictSet verdicts_in_order = set_of(Verdict::met) | set_of(Verdict::not_applicable) | set_of(Verdict::not_selected);
[[nodiscard]] constexpr bool is_in_order(Verdict verdict) { return holds(verdicts_in_order, verdict); }

/// Verdicts that count as a defect: an evaluation that failed is not taken for a good one.
constexpr VerdictSet defect_verdicts = set_of(Verdict::defect) | set_of(Verdict::failed);

/// All verdicts, the worst first.
constexpr std::array<Verdict, verdict_count> by_badness{Verdict::failed, Verdict::defect, Verdict::undetermined,   Verdict::pending,
                                                        Verdict::met,    Verdict::exempt, Verdict::not_applicable, Verdict::not_selected};

/// The worst of a set; `otherwise` if it is empty.
[[nodiscard]] constexpr Verdict worst_of(VerdictSet set, Verdict otherwise) {
    for (const Verdict verdict : by_badness)
        if (holds(set, verdict)) return verdict;
    return otherwise;
}

/// Three-valued truth, in Kleene's sense.
enum class Truth : std::uint8_t { no, yes, unknown };

/// What the verdict is decided from: G (guard), X (exceptions), R (requirement with needs), and the state of the deadline.
enum class DueState : std::uint8_t { none, open, over, unknown };
struct VerdictInputs {
    Truth guard = Truth::yes;
    Truth exception = Truth::no;
    Truth requirement = Truth::yes;
    DueState due = DueState::none;
};
struct Decision {
    Verdict verdict = Verdict::met;
    VerdictSet possible = 0;  ///< of undetermined: every verdict that the unknown inputs still allow; else the verdict alone
};
/// Rows 2–9 of the table of semantics § 2.
[[nodiscard]] Decision decide(const VerdictInputs& inputs);

/// Why something is unknown.
enum class FactKind : std::uint8_t {
    gap,            ///< missing, of a wrong type or unreadable in the data; `where` is its JSON pointer
    needed,         ///< optional and absent, but named by `needs` (or used behind it)
    dangling,       ///< reference to no element, or to several; `where` is the pointer of the reference
    calendar_year,  ///< the calendar lacks a year; `where` is "calendar CN 2027"
    reversed_span,  ///< a span of `not counting` that ends before it begins; `where` is the pointer of its element
    fault,          ///< overflow, division by zero, budget exhausted: makes the verdict `failed`
};
struct Fact {
    FactKind kind = FactKind::gap;
    std::string where;
    std::string text;  ///< a sentence for a person
    bool operator==(const Fact& o) const { return kind == o.kind && where == o.where; }
    bool operator<(const Fact& o) const { return where != o.where ? where < o.where : kind < o.kind; }
};

/// A fault is an unknown that carries a fault: a verdict that would be undetermined or pending with a fault among its
/// missing facts is `failed`. Sorts and dedupes the facts, and turns the verdict where that holds.
void settle_facts(Decision& decision, std::vector<Fact>& missing);

/// [low, high] in millionths of a point.
struct Interval {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool operator==(const Interval&) const = default;
    [[nodiscard]] bool exact() const { return low == high; }
};

}  // namespace kaoping::engine
