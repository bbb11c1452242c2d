#include "plant.hpp"

namespace generator {

void add_criminal_defence(Plants& to) {
    to.push_back(late("criminal.lawyers.meeting_within_48_hours", limits::lawyer_meeting, {"arrested", "lawyer_meeting"}, "lawyer_meeting", "lawyer_meeting"));
    to.push_back(late("criminal.lawyers.permission_decided_in_three_days", limits::meeting_permission, {"arrested", "meeting_permission"}, "meeting_permission", "meeting_permission"));
    to.push_back(changed("criminal.lawyers.own_lawyer", "CRIM 43(2)", {"two_suspects"}, "suspect",
        "two suspects have the same lawyer", refer_to("other_suspect", "lawyer", "lawyer"),
        "two suspects have a lawyer each", nothing()));
    to.push_back(late("criminal.lawyers.aid_body_told_in_three_days", limits::aid_notice, {"deaf"}, "suspect", "aid_notice"));
    to.push_back(late("criminal.lawyers.application_forwarded_in_24_hours", limits::aid_forwarding, {"arrested", "legal_aid"}, "legal_aid", "aid_forwarding"));
    to.push_back(late("criminal.lawyers.relatives_told_in_three_days", limits::aid_relatives, {"arrested", "legal_aid"}, "legal_aid", "aid_relatives"));
}

}  // namespace generator
