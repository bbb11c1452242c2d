// Differences between campaigns are said only where the intervals show them.

#include <doctest/doctest.h>

#include "engine/campaign/compare/compare.hpp"
#include "engine/score/scheme.hpp"
#include "tests/campaign/follow_support.hpp"

using namespace kaoping::campaign;
using namespace kaoping_test;

namespace {

struct Office {
    const char* unit;
    int cases;
    std::int64_t score;       ///< of each case, millionths; every second one is `spread` lower
    std::int64_t spread;
    int defective = 0;        ///< the first so many drawn cases break rule p.s.a
};

/// An evaluated campaign with these scores, of which `drawn` cases per unit were drawn; written by hand, without an engine.
Campaign written(Register& file, const std::string& id, int drawn, const std::vector<Office>& offices) {
    open_campaign(file, a_campaign(id), {"Li", ""});
    Frame frame(file, 1);
    for (const Office& office : offices)
        for (int i = 0; i < office.cases; ++i) frame.add({office.unit + std::to_string(i), office.unit, "criminal", "A", "f"});
    frame.finish(true);
    draw_cases(frame, find_campaign(file, id), {{Allocation::fixed, drawn, 0}, false, 0, ""}, {"Li", ""});
    const std::int64_t draw = find_campaign(file, id).draw;
    file.write([&](SQLite::Database& database) {
        const std::int64_t run = add_event(database, "run_started", {"Li", ""});
        execute(database, "insert into run values (?, ?, '')", run, draw);
        for (const Office& office : offices) {
            SQLite::Statement cases = query(database, "select case_id, row_number() over (order by position) - 1 from sampled_case where draw = ? and unit = ?", draw, office.unit);
            while (cases.executeStep()) {
                const int number = cases.getColumn(1).getInt();
                const std::string case_id = cases.getColumn(0);
                const std::int64_t score = office.score - number % 2 * office.spread;
                execute(database, "insert into case_result values (?, ?, ?, ?, ?, 'none', 'met')", run, draw, case_id, score, score);
                if (number < office.defective)
                    execute(database, "insert into finding (run, case_id, kind, rule, severity, verdict, deduct_low, deduct_high, line) values (?, ?, 'rule', 'p.s.a', 'fault', 'defect', 0, 0, '{}')",
                            run, case_id);
            }
        }
        execute(database, "insert into run_end select ?, ?, count(*), 0, 0, 0, '', '' from case_result where run = ?", add_event(database, "run_finished", {"Li", ""}), run, run);
    });
    return find_campaign(file, id);
}

const Compared& row_of(const std::vector<Compared>& rows, const std::string& name) {
    for (const Compared& row : rows)
        if (row.name == name) return row;
    FAIL("no row ", name);
    return rows.front();
}

}  // namespace

TEST_CASE("a difference has the margins of both sides, and is shown only if it cannot be 0") {
    const Difference apart = difference({80, 82, 3, 3}, {90, 91, 4, 4});
    CHECK(apart.low == 8);    // 90 − 82
    CHECK(apart.high == 11);  // 91 − 80
    CHECK(*apart.margin == doctest::Approx(5));
    CHECK(apart.shown());
    CHECK(!difference({80, 82, 3, 3}, {87, 91, 4, 4}).shown());            // 5 − 5 = 0
    CHECK(difference({87, 91, 4, 4}, {80, 81, 3, 3}).shown());             // −6 + 5
    CHECK(!difference({80, 82, std::nullopt, 3}, {99, 99, 0, 0}).shown());  // who knows
}

TEST_CASE("the margin of a share of few cases is the exact one") {
    CHECK(exact_share_margin(0, 10, 0.95) == doctest::Approx(0.308498));  // 1 − 0.025^(1/10)
    CHECK(exact_share_margin(10, 10, 0.95) == doctest::Approx(0.308498));
    CHECK(exact_share_margin(1, 10, 0.95) == doctest::Approx(0.445016 - 0.1));  // table of Clopper and Pearson
}

TEST_CASE("units and rules of two campaigns") {
    Register file(new_register("compared"), Register::Open::create);
    const Campaign q1 = written(file, "q1", 20, {{"east", 100, 90'000'000, 10'000'000, 2}, {"west", 20, 80'000'000, 0, 4}, {"north", 50, 70'000'000, 0}});
    const Campaign q2 = written(file, "q2", 20, {{"east", 100, 92'000'000, 10'000'000, 18}, {"west", 20, 81'000'000, 0, 4}, {"south", 50, 70'000'000, 0}});
    const Comparison out = compare_campaigns(file, q1, q2, 0.95);
    CHECK(out.units.size() == 4);
    const Compared& east = row_of(out.units, "east");
    CHECK(east.first->low == doctest::Approx(85));
    CHECK(east.apart->low == doctest::Approx(2));
    // s² = 25 × 20 ÷ 19, variance (1 − 20/100) × s² ÷ 20 = 1.0526; t(19) = 2.0930; margin 2.1474 each, × √2
    CHECK(*east.apart->margin == doctest::Approx(3.0368).epsilon(0.001));
    CHECK(!east.apart->shown());
    CHECK(row_of(out.units, "west").apart->shown());  // drawn whole: no margin
    CHECK(!row_of(out.units, "north").apart);
    CHECK(!row_of(out.units, "south").first);
    const Compared& rule = row_of(out.rules, "p.s.a");
    CHECK(rule.first_drawn == 6);
    CHECK(rule.second_drawn == 22);
    CHECK(rule.first->low == doctest::Approx((100 * 0.1 + 20 * 0.2) / 170));
    CHECK(rule.second->low == doctest::Approx((100 * 0.9 + 20 * 0.2) / 170));
    CHECK(rule.apart->shown());
    CHECK(says(comparison_text(out, "q1", "q2"), "more often"));
    CHECK(says(comparison_csv(out), "\r\nunit,north,70.000000,70.000000,0.000000,0.000000,,,,,,,,no\r\n"));
    CHECK(says(refusal_of([&] { (void)compare_campaigns(file, q1, q1, 0.95); }), "q1 is compared with itself"));
}
