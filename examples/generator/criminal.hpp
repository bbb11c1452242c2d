// The story of a criminal case, told act by act in the order of time: report, filing, summons, measures, evidence, the end.
#pragma once
#include "acts.hpp"
#include "plan.hpp"

namespace generator {

class CriminalStory {
public:
    CriminalStory(CaseFile& file, const Plan& plan, Random& random) : file_(file), plan_(plan), random_(random) {}
    void tell();

private:
    // criminal_opening.cpp
    void open();
    bool decide_on_filing();                    // false: the story ends here
    void refuse(Moment decided);
    void supervise_refusal(Moment refused);
    void transfer(Moment found);
    void file_case(Moment decided);
    void question_witnesses();
    void introduce_suspects();
    // criminal_custody.cpp
    void summon();
    Record& summon_once(const std::string& name, Moment starts, Moment ends, bool oral);
    Record& interrogate(Moment starts, std::string_view place);
    void detain(Moment starts);
    void request_arrest(Record& detention);
    void not_approved(Record& detention, Moment requested);
    Record& release(Record& measure, std::string_view document, Moment ends);
    void with_status(Record& measure);          // foreigners, deputies
    // criminal_arrest.cpp
    void arrest(Record& detention, Moment starts);
    void find_other_crime(Record& arrest);
    void extend_custody(Record& arrest);
    // criminal_bail.cpp
    void bail(Moment starts);
    void forfeit(Record& bail);
    void survey(Moment starts);
    Record* running();
    void end_measure(Record& measure, Moment ends);
    void lift(Record& measure);
    // criminal_evidence.cpp
    void work_at_scene();
    void search();
    bool search_at_detention();
    Record& search_person(Moment starts);
    void seize(Moment starts);
    void freeze();
    void identify();
    void appraise();
    void listen_in();
    // criminal_end.cpp
    void review_requests(Moment from);
    void end();
    void conclude();
    void exclude_statement(Moment concluded, Moment sent);
    void send_back(Moment sent);
    void refuse_prosecution(Moment sent);       // and the objection to it
    void withdraw();
    void let_lie();                             // withdrawn weeks after the filing, nothing done in between

    // An approval one to two hours before what it allows.
    Record& approve(const std::string& name, std::string_view matter, Moment act, Level level = Level::county) {
        return file_.name(name, add_approval(file_, matter, time(name, act, -hours(2), -hours(1)), level, team_));
    }
    Moment time(std::string_view act, Moment start, Span low, Span high) { return plan_.time(act, start, low, high, random_); }

    CaseFile& file_;
    const Plan& plan_;
    Random& random_;
    Team team_;
    Record* victim_ = nullptr;
    Record* attester_ = nullptr;
    Record* suspect_ = nullptr;
    Record* guardian_ = nullptr;
    Record* interpreter_ = nullptr;
    Record* relative_ = nullptr;
    Moment filed_{};
    Moment last_{};                             // the last act of the investigation so far
};

inline constexpr std::string_view criminal_procedure_law = "中华人民共和国刑事诉讼法";

}  // namespace generator
