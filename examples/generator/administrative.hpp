// The story of an administrative case, told act by act: report, filing, summons and inquiry, evidence, telling, hearing, decision,
// service, execution, closing.
#pragma once
#include "acts.hpp"
#include "plan.hpp"

namespace generator {

// A violation and what the law of 2025 allows for it (limits.hpp has the articles of the procedure).
struct Violation {
    const char* cause;
    const char* article;     // "51(1)"
    const char* number;      // "51"
    int paragraph;           // 0: the article has one
    std::int64_t detention;  // days, within the range; 0: none
    std::int64_t fine;
};

class AdministrativeStory {
public:
    AdministrativeStory(CaseFile& file, const Plan& plan, Random& random) : file_(file), plan_(plan), random_(random) {}
    void tell();

private:
    void gather_evidence();
    // administrative_opening.cpp
    Violation kind_of_violation() const;
    Violation violation() const;
    void open();
    void receive_other_report();
    void transfer();
    void refuse();
    void hear_victim();
    void hear_witness();
    void hear_victim_again();
    void find_offender();
    void find_accomplice();
    // administrative_summons.cpp
    void summon();
    void hold_summons(const std::string& prefix, Moment starts);
    void approve_summons(Record& summons, const std::string& prefix, Moment starts);
    void accompany(Record& interview);
    void challenge_officer();
    // administrative_coercion.cpp
    void hold_for_questioning();
    void restrain();
    // administrative_evidence.cpp
    void inspect();
    void give_warrant(Record& inspection, Moment starts);
    void inspect_body();
    void take_sample(const std::string& name, std::string_view kind, const Record& person);
    void identify();
    void appraise();
    void refuse_new_appraisal(Record& opinion, Moment asked);
    // administrative_property.cpp
    void seize();
    Records items_of_seizure(Moment starts, Moment ends);
    void extend_seizure(Record& seizure, Moment starts);
    void register_things();
    // administrative_decision.cpp
    void tell_party();
    Record& add_penalty(const Record& person, const Violation& violation, Moment told);
    Record& tell_of_penalty(const Record& person, const Violation& violation, bool detention, Moment told);
    void hold_hearing();
    Moment decision_time();
    void extend();
    void decide();
    void impose(const std::string& part, Record& penalty, const Violation& violation);
    void serve_decision(Record& penalty, Record& document);
    void serve_publicly(Record& penalty, Record& document);
    // administrative_execution.cpp
    bool spared() const;
    void execute_detention();
    void detain();
    void suspend();
    void collect_fines();
    void collect(Record& penalty, Moment received);
    void go_to_court(Moment received);
    void close();
    // administrative_end.cpp
    void mediate();
    void punish_on_the_spot();
    void withdraw();

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
    Record* witness_ = nullptr;
    Record* interpreter_ = nullptr;
    Record* accomplice_ = nullptr;
    Record* guardian_ = nullptr;
    Record* penalty_ = nullptr;
    Moment filed_{};
    Moment last_{};
    Moment decided_{};
    Moment executed_{};
    Moment things_returned_{};
};

inline constexpr std::string_view punishments_law = "中华人民共和国治安管理处罚法（2025年修订）";
inline constexpr std::string_view penalties_law = "中华人民共和国行政处罚法";

}  // namespace generator
