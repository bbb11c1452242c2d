// The acts of a case, each made as the law wants it: all duties of form done, the times as given. Plants change them afterwards.
#pragma once
#include <string>

#include "case_file.hpp"
#include "names.hpp"
#include "random.hpp"

namespace generator {

// The officers of a unit by their part in a case; each is an act of that name in the file.
struct Team {
    std::string handler, co_handler, woman, reception, assistant, custodian, department, reviewer, county, city, province;
};
enum class Level { department, county, city, province };

struct PersonTraits {
    std::string role;
    bool female = false;
    int age = 30;                       // in full years on the day of the report
    bool organisation = false;
};

Team add_team(CaseFile& file, Random& random, int unit);
Record& add_person(CaseFile& file, Random& random, const PersonTraits& traits, Date on);

Record& add_report(CaseFile& file, Moment received, const Record& by, const Team& team);
// Asked an hour before `decided`, reviewed half an hour before.
Record& add_approval(CaseFile& file, std::string_view matter, Moment decided, Level level, const Team& team);
void decide_at(CaseFile& file, Record& approval, Level level);   // by the leader of that level
Record& add_document(CaseFile& file, std::string_view kind, Moment issued, const Record* about, const Record* approval);
Record& serve(Record& document, Moment served, const Record& on);
Record& cite(Record& document, std::string_view law, std::string_view article);
Record& add_measure(CaseFile& file, std::string_view kind, const Record& person, Moment starts, std::string_view place, const Team& team);
Record& add_interview(CaseFile& file, std::string_view kind, const Record& person, Moment starts, Span length, std::string_view place, const Team& team);
Record& add_scene_work(CaseFile& file, std::string_view kind, Moment starts, Span length, const Team& team, const Record& attester);
Record make_item(std::string_view name, std::string_view kind, Moment handed_over, const Team& team);
Record& add_seizure(CaseFile& file, std::string_view kind, Moment starts, const Team& team, const Record& attester, Records items);
Record& add_identification(CaseFile& file, std::string_view kind, const Record& person, Moment starts, std::int64_t shown, const Team& team,
    const Record& attester);
Record& add_review(CaseFile& file, std::string_view kind, Moment received);
Record& add_stay(CaseFile& file, const Record& person, Moment entered, Moment left, const Team& team);

void refer(Record& record, std::string_view field, const Record& to);   // by id, or number of a document
std::string key_of(const Record& record);

}  // namespace generator
