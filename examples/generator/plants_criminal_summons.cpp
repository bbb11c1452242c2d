// Plants: summons and forced summons.
#include "plant.hpp"

namespace generator {

void add_criminal_summons(Plants& to) {
    to.push_back(not_signed("criminal.summons.summons_shown", "CRIM 199(1), CPL 119(1)", {}, "summons", {"summons_document", "signed"},
                            {"summons_document", "refusal_noted"}));
    to.push_back(not_signed("criminal.summons.summons_times_written", "CRIM 199(2), 199(3)", {}, "summons", {"summons", "leaving_written"},
                            {"summons", "refusal_noted"}));
    to.push_back(
        changed("criminal.summons.summons_approved", "CRIM 198(4)", {}, "summons", "not agreed to, and made all the same",
                all({set("summons_approval", "decision", "不同意"), unset("summons", "approval"), unset("summons_document", "approval")}),
                "the head of the department agreed with a change", set("summons_approval", "decision", "变更")));
    to.push_back(omitted("criminal.summons.oral_summons_on_the_spot", "CRIM 199(3), CPL 119(1)", {"oral"}, "summons",
                         "summoned by word of mouth, but not found on the spot", set("summons", "on_the_spot", false)));
    to.push_back(not_before("criminal.summons.oral_summons_in_record", "CPL 119(1), CRIM 199(3)", {"oral"}, "summons",
                            {"first_interrogation", "starts_at"}, {"summons", "starts_at"}));
    to.push_back(late("criminal.summons.summons_period", limits::summons, {}, "summons", "summons"));
    to.push_back(not_after("criminal.summons.no_interrogation_after_summons", "CRIM 200(2)", {}, "summons",
                           {"first_interrogation", "ends_at"}, {"summons", "ends_at"}));
    to.push_back(late("criminal.summons.no_chained_summons", limits::summons, {"chained_summons"}, "summons", "chained_summons"));
    to.push_back(changed("criminal.summons.meals_and_rest_noted", "CRIM 201, CPL 119(3)", {}, "summons", "meals and rest not noted",
                         set("summons", "rest_noted", false), "not noted for the bail that follows, which holds nobody",
                         set("bail", "rest_noted", false)));
    to.push_back(approved_too_low("criminal.summons.forced_summons_approved", "CRIM 78(2)", {"forced"}, "summons", "summons_approval"));
    to.push_back(not_signed("criminal.summons.forced_summons_warrant", "CRIM 79(1)", {"forced"}, "summons", {"summons_document", "signed"},
                            {"summons", "refusal_noted"}));
}

}  // namespace generator
