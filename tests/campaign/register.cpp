// What the register promises: append-only, one writer at a time, nothing strange opened, damage found.

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "engine/campaign/register/register_check.hpp"
#include "engine/campaign/register/schema.hpp"
#include "engine/campaign/register/sql.hpp"
#include "tests/campaign/support.hpp"

using namespace kaoping::campaign;
using namespace kaoping_test;

namespace {

const Who li{"Li Wen", "of a test"};

void execute_in(const std::string& path, const std::string& sql) {
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    database.exec(sql);
}

/// The problems of a register with one drawn campaign, after SQL that a hand ran over it.
std::string problems_after(const std::string& sql) {
    const std::string path = new_register("damaged");
    {
        Register file(path, Register::Open::create);
        open_campaign(file, a_campaign("a"), li);
        Frame frame(file, 1);
        for (int i = 0; i < 9; ++i) frame.add({std::to_string(i), "east", "criminal", "A", "f"});
        frame.finish(true);
        draw_cases(frame, find_campaign(file, "a"), {{Allocation::proportional, 4, 0}, false, 0, ""}, li);
        CHECK(check_register(file).problems.empty());
    }
    execute_in(path, sql);
    Register file(path, Register::Open::existing);
    std::string out;
    for (const std::string& problem : check_register(file).problems) out += problem + "\n";
    return out;
}

}  // namespace

TEST_CASE("entries are never changed or removed") {
    Register file(new_register("append"), Register::Open::create);
    open_campaign(file, a_campaign("a"), li);
    for (const char* sql : {"update event set actor = 'Wu'", "delete from event", "update campaign set title = ''", "delete from campaign_pack"})
        CHECK(says(refusal_of([&] { file.write([&](SQLite::Database& database) { database.exec(sql); }); }),
                   "entries of the register are never changed or removed: add a new one"));
    CHECK(check_register(file).problems.empty());
}

TEST_CASE("a campaign has an id of its own, a period that does not end before it begins, and a person who opens it") {
    Register file(new_register("opened"), Register::Open::create);
    open_campaign(file, a_campaign("a"), li);
    CHECK(says(refusal_of([&] { open_campaign(file, a_campaign("a"), li); }), "there is a campaign a already (of a test)"));
    Campaign turned = a_campaign("b");
    std::swap(turned.period_from, turned.period_until);
    CHECK(says(refusal_of([&] { open_campaign(file, turned, li); }), "the period ends on 2026-01-01, before it begins on 2026-12-31"));
    CHECK(says(refusal_of([&] { open_campaign(file, a_campaign("c"), {" ", ""}); }), "no person is named"));
    CHECK(says(refusal_of([&] { (void)find_campaign(file, "z"); }), "there is no campaign z; there are a"));
    CHECK(check_register(file).events == 1);
}

TEST_CASE("a register of the first format is brought to this one with all its events and findings, and stays append-only") {
    const std::string path = new_register("first");
    {
        SQLite::Database first(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        first.exec(schema_step(1) + "pragma user_version = 1; pragma application_id = " + std::to_string(register_mark));
        first.exec("insert into event values (1, 'campaign_opened', 'now', 'Li', 'plan'), (2, 'cases_drawn', 'now', 'Li', ''), (3, 'run_started', 'now', 'Li', ''), "
                   "(4, 'run_finished', 'now', 'Li', '');"
                   "insert into campaign values (1, 'a', 't', '2026-01-01', '2026-03-31', '', 'rules', '');"
                   "insert into draw values (2, 'a', '1', 'fixed', 1, 0, 0, 0, '');"
                   "insert into stratum values (2, 'east', 'criminal', 1, 1, 1000); insert into sampled_case values (2, 1, 'c', 'east', 'criminal', 'Wu', 'f');"
                   "insert into run values (3, 2, 'the end of 2026-03-31'); insert into case_result values (3, 2, 'c', 95000000, 95000000, 'none', 'defect');"
                   "insert into finding values (7, 3, 'c', 'rule', 'p.s.r', 'fault', 'defect', 5000000, 5000000, '{}'); insert into run_end values (4, 3, 1, 1, 95000000, 95000000, '', '')");
    }
    Register file(path, Register::Open::existing);
    CHECK(check_register(file).problems == std::vector<std::string>{});
    CHECK(check_register(file).events == 4);
    file.read([](SQLite::Database& database) {
        CHECK(number_of(database, "select deduct_low from standing_finding where finding = 7 and state = 'open' and verdict = 'defect'") == 5'000'000);
        CHECK(number_of(database, "select score_high from standing_case where campaign = 'a' and unit = 'east'") == 95'000'000);
    });
    open_campaign(file, a_campaign("b"), li);
    file.read([](SQLite::Database& database) { CHECK(number_of(database, "select max(id) from event") == 5); });
    CHECK(says(refusal_of([&] { file.write([](SQLite::Database& database) { database.exec("delete from finding"); }); }), "never changed or removed"));
    CHECK(says(refusal_of([&] { file.write([](SQLite::Database& database) { database.exec("insert into event (kind, at, actor, why) values ('other', '', 'Li', '')"); }); }),
               "FOREIGN KEY"));
}

TEST_CASE("what is no register is not opened, and not written to") {
    const std::string path = new_register("other");
    CHECK(says(refusal_of([&] { Register(path, Register::Open::existing); }), "there is no such register"));
    std::ofstream(path) << "id,name\n1,a text that is long enough to be looked at as the head of a file, and is none of those\n";
    CHECK(says(refusal_of([&] { Register(path, Register::Open::create); }), "this is not a register of kaoping"));
    const std::string foreign = new_register("foreign");
    { SQLite::Database(foreign, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("create table a (b)"); }
    CHECK(says(refusal_of([&] { Register(foreign, Register::Open::create); }), "this is not a register of kaoping"));
    const std::string newer = new_register("newer");
    { Register made(newer, Register::Open::create); }
    execute_in(newer, "pragma user_version = 999");
    CHECK(says(refusal_of([&] { Register(newer, Register::Open::existing); }), "written by a newer kaoping (format 999"));
}

TEST_CASE("a second writer waits for the first, and says so if that takes too long") {
    using namespace std::chrono_literals;
    const std::string path = new_register("busy");
    Register first(path, Register::Open::create);
    first.write([&](SQLite::Database&) {
        Register second(path, Register::Open::existing, 30ms);
        CHECK(says(refusal_of([&] { second.write([](SQLite::Database&) {}); }), "another program is writing to this register"));
    });
    std::thread later;
    Register patient(path, Register::Open::existing);
    first.write([&](SQLite::Database& database) {
        later = std::thread([&] { open_campaign(patient, a_campaign("b"), li); });
        std::this_thread::sleep_for(100ms);
        CHECK(number_of(database, "select count(*) from campaign") == 0);
    });
    later.join();
    CHECK(find_campaign(first, "b").title == "of a test");
}

TEST_CASE("programs that make the same register at the same time wait for each other") {
    int failed = 0;
    for (int round = 0; round < 10; ++round) {
        const std::string path = new_register("together");
        for (int program = 0; program < 8; ++program)
            if (fork() == 0) {
                try {
                    Register file(path, Register::Open::create);
                    open_campaign(file, a_campaign(std::to_string(program)), li);
                } catch (const std::exception&) {
                    _exit(1);
                }
                _exit(0);
            }
        for (int status = 0; wait(&status) > 0;) failed += status != 0 ? 1 : 0;
        Register file(path, Register::Open::existing);
        CHECK(check_register(file).campaigns == 8);
    }
    CHECK(failed == 0);
}

TEST_CASE("the check finds what a hand did to the register") {
    CHECK(says(problems_after("drop trigger event_no_delete"), "event: the triggers that keep this table append-only are not there"));
    CHECK(says(problems_after("drop trigger sampled_case_no_delete; delete from sampled_case where position = 2"),
               "east, criminal: the stratum does not have as many drawn cases as it says"));
    CHECK(says(problems_after("insert into event (kind, at, actor, why) values ('run_started', 'now', 'x', '')"), "event 3 has no subject of its kind"));
    CHECK(says(problems_after("pragma foreign_keys = off; drop trigger event_no_delete; delete from event where id = 2"), "events are missing"));
    CHECK(says(problems_after("pragma foreign_keys = off; drop trigger campaign_no_delete; delete from campaign"), "names an entry of campaign"));
}
