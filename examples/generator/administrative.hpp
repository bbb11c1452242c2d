// The story of an administrative case, told act by act: report, filing, summons and inquiry, evidence, telling, hearing, decision,
// service, execution, closing.
#pragma once
#include "acts.hpp"
#include "plan.hpp"

namespace generator {

// A violation and what the law of 2025 allows for it (limits.hpp has the articles of the procedure).
struct Violation {
    const char* cause;
    const char* article;      // "51(1)"
    const char* number;       // "51"
    int paragraph;            // 0: the article has one
    int detention;            // days, within the range; 0: none
    int fine;
};

class AdministrativeStory {
public:
    AdministrativeStory(CaseFile& file, const Plan& plan, Random& random) : file_(file), plan_(plan), random_(random) {}
    void tell();

private:
    // administrative_opening.cpp
    void open();
    void transfer();
    void hear_victim();
    void summon();
    void give_guardian(Record& interview);
    // administrative_evidence.cpp
    void inspect();
    void seize();
    void identify();
    void appraise();
    // administrative_decision.cpp
    void tell_party();
    void hold_hearing();
    void decide();
    void serve_decision(Record& document);
    // administrative_end.cpp
    void execute_detention();
    void suspend();
    void collect_fine();
    void close();
    void mediate();
    void punish_on_the_spot();

    Moment time(std::string_view act, Moment start, Span low, Span high) { return plan_.time(act, start, low, high, random_); }
    bool security() const { return !plan_.has("other_field"); }

    CaseFile& file_;
    const Plan& plan_;
    Random& random_;
    Team team_;
    Violation violation_{};
    Record* victim_ = nullptr;
    Record* attester_ = nullptr;
    Record* offender_ = nullptr;
    Record* guardian_ = nullptr;
    Record* penalty_ = nullptr;
    Moment filed_{};
    Moment last_{};
    Moment decided_{};
    Moment executed_{};
};

inline constexpr std::string_view punishments_law = "中华人民共和国治安管理处罚法（2025年修订）";
inline constexpr std::string_view penalties_law = "中华人民共和国行政处罚法";

}  // namespace generator
