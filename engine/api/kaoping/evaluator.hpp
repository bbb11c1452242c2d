#pragma once
// Evaluates case files by rule packs: the C++ interface of kaoping.
//
//     auto loaded = kaoping::Evaluator::load({"rules/criminal"}, {});
//     if (!loaded.evaluator) { std::cerr << loaded.messages; return 2; }
//     kaoping::CaseResult result = loaded.evaluator->evaluate(text, kaoping::CaseFormat::yaml);
//     for (const kaoping::Finding& f : result.findings) std::cout << f.rule << ": " << f.message << "\n";
//
// An Evaluator is immutable and may be used from several threads. Nothing here throws but std::bad_alloc.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kaoping {

enum class CaseFormat { yaml, json };

/// A point amount: exact decimals as text, since points are exact in millionths ("4.5").
struct Points {
    std::string low, high;  ///< equal unless facts are missing or a deduction is a range
};

/// A subject that is neither met nor not applicable, or something wrong with the data.
struct Finding {
    std::string kind;       ///< "rule" or "data"
    std::string rule;       ///< full id; empty for data
    int version = 0;
    std::string subject;    ///< JSON pointer; empty: the case
    std::string verdict;    ///< "defect", "undetermined", "pending", "exempt", "failed"; empty for data
    std::string message;
    std::string remedy;
    std::string basis;      ///< "CPL art 85(2), CRIM art 127"
    std::string due;        ///< empty: none
    std::string overdue;    ///< "1 s"; empty unless done too late
    std::string reason;     ///< of exempt
    std::vector<std::string> missing;  ///< sentences: which facts were missing
    Points deduct;
    std::uint32_t line = 0, column = 0;  ///< in the case text, from 1; 0: not known
};

struct CaseResult {
    bool readable = true;
    std::string unreadable_reason;  ///< empty if readable
    std::string case_id;
    std::vector<Finding> findings;
    std::optional<Points> score;    ///< nullopt: no standard applies
};

struct Options {
    std::string scheme;    ///< path of a scoring scheme; empty: the points in the rules
    std::string as_of;     ///< "2026-03-31", "2026-03-31T12:00:00+08:00"; empty: the moment of loading
    std::string language;  ///< "zh-CN": texts of the catalogues; empty: those of the rule files
};

class Evaluator {
public:
    struct Loaded;
    /// Loads packs (folders with pack.yaml, or that contain such folders). With mistakes there is no evaluator, and
    /// `messages` says what is wrong and where, for a person.
    [[nodiscard]] static Loaded load(const std::vector<std::string>& packs, const Options& options);

    /// Evaluates one case file.
    [[nodiscard]] CaseResult evaluate(std::string_view text, CaseFormat format) const;

    Evaluator(Evaluator&&) noexcept;
    Evaluator& operator=(Evaluator&&) noexcept;
    ~Evaluator();

private:
    struct Impl;
    explicit Evaluator(std::unique_ptr<const Impl> impl);
    std::unique_ptr<const Impl> impl_;
};

struct Evaluator::Loaded {
    std::optional<Evaluator> evaluator;
    std::string messages;  ///< mistakes and warnings; may be non-empty beside an evaluator
};

}  // namespace kaoping
