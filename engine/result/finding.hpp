#pragma once
// One line of findings.jsonl: a subject that is neither met nor not applicable, something wrong with the data of a case, or
// a case that could not be read. Texts are formatted when the finding is made; amounts stay exact.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/result/verdict.hpp"

namespace kaoping::engine {

enum class FindingKind : std::uint8_t { rule, data, input };

struct FindingPlace {
    std::string file;
    std::uint32_t line = 0, column = 0;  ///< 0: not known
    std::string pointer;                 ///< JSON pointer inside the case; empty: the case

    bool operator==(const FindingPlace&) const = default;
};

struct ShownText {
    std::string label;  ///< as in the rule: "m.starts_at"
    std::string text;   ///< the value for a person; "not recorded"; "unknown"

    bool operator==(const ShownText&) const = default;
};

/// What a finding says of one subject to a person. Both evaluators fill it.
struct SubjectText {
    std::string message;   ///< rule: the rule's message; data and input: what is wrong
    std::string remedy;
    std::string reason;    ///< of the exception that applied
    std::vector<ShownText> shown;
    std::vector<std::string> responsible;  ///< each once, in the rule's order: names if a personal text field `name` is there, else keys
    std::vector<int> responsible_by;       ///< for each of them, which `responsible` of the rule named it first

    /// As new; the memory of its texts stays.
    void clear();
    bool operator==(const SubjectText&) const = default;
};

struct Finding : SubjectText {
    FindingKind kind = FindingKind::rule;
    std::string case_id;   ///< text of the case's key; empty where it could not be read
    std::string unit;      ///< of the case; empty: the schema has no unit field, or it is not recorded
    std::string case_kind; ///< of the case, likewise
    FindingPlace at;

    // of kind rule
    int rule = -1;         ///< number in the program (full id, version, title, severity, basis: there)
    std::string subject;   ///< "/measures/0", several joined by '+', empty for the case
    Verdict verdict = Verdict::defect;
    VerdictSet possible = 0;
    Interval deduct;       ///< charged, after cap and absorbs
    Interval amount;       ///< what a defect of this subject costs before cap and absorbs, if it is known
    bool amount_known = false;
    std::string due;       ///< empty: none
    std::string overdue;   ///< "1 s"; "never done" is said by the message's missing act: empty
    std::optional<std::int64_t> due_at;    ///< last instant that is in time (µs), for sorting by due time
    std::vector<Fact> missing;
    std::string fingerprint;  ///< 32 hex digits

    std::string code;      ///< of kind data: "wrong_type", …

    /// As new; the memory of its texts stays, for the next one: a run makes hundreds of thousands.
    void clear();
    bool operator==(const Finding&) const = default;
};

}  // namespace kaoping::engine
