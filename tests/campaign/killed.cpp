// Processes killed at random moments of continuous writing lose nothing that was acknowledged, and leave nothing half done.

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <random>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#include "dsl/load.hpp"
#include "engine/campaign/review/objection.hpp"
#include "engine/campaign/review/review.hpp"
#include "engine/run/time_context.hpp"
#include "tests/campaign/judged.hpp"

using namespace kaoping;
using namespace kaoping::campaign;
using namespace kaoping_test;

namespace {

#ifdef KAOPING_SANITIZED
constexpr int rounds = 20, least_inside = 3;  // slow, most of all between the transactions
#else
constexpr int rounds = 100, least_inside = 60;
#endif
constexpr int rounds_of_one_register = 10;

/// What every writer needs, loaded once.
struct Rules {
    Rules()
        : loaded(dsl::load_packs({KAOPING_SOURCE_DIR "/examples/quarterly"})),
          time(*engine::make_time_context(loaded.program)),
          rescorer(loaded.program, scheme) {}
    dsl::LoadResult loaded;
    engine::TimeContext time;
    engine::Scheme scheme;
    CaseRescorer rescorer;
};

void tell(int pipe, char what) {
    if (write(pipe, &what, 1) != 1) _exit(1);
}

/// SQLite calls it for each row that is written.
void tell_row(void* pipe, int, const char*, const char*, sqlite3_int64) { tell(*static_cast<int*>(pipe), 'b'); }

/// Four events: a review that adds a finding, an objection to it, the decision, and another campaign. Each is told when it is acknowledged.
void write_four(Register& file, const Campaign& campaign, Rules& rules, const std::string& name, int pipe) {
    SheetLine line;
    line.line = 2;
    line.case_id = "城北公（刑）立字〔2026〕127号";
    line.standard = "criminal.measures";
    line.severity = "fault";
    line.message = name;
    line.amount = "1";
    line.reason = "seen";
    const ReviewDone done = review(file, campaign, rules.rescorer, "sheet", "", {line}, {"900002", ""});
    if (done.added != 1) _exit(2);
    tell(pipe, 'a');
    std::int64_t finding = 0;
    file.read([&](SQLite::Database& database) { finding = number_of(database, "select max(id) from finding"); });
    (void)object(file, campaign, rules.scheme, rules.time, {finding, "2025-11-10", "2025-11-11", ""}, {"Zhao", "no"});
    tell(pipe, 'a');
    (void)decide(file, campaign, rules.rescorer, rules.scheme, rules.time, {finding, "uphold", "", "", "2025-11-12"}, {"900003", "so it is"});
    tell(pipe, 'a');
    open_campaign(file, a_campaign(name), {"load", ""});
    tell(pipe, 'a');
}

/// Writes for ever. Tells 'b' for each row inside a transaction, 'a' once an event is acknowledged.
[[noreturn]] void load(const std::string& path, Rules& rules, int round, int pipe) {
    Register file(path, Register::Open::existing);
    const Campaign campaign = find_campaign(file, "q3");
    file.read([&](SQLite::Database& database) { sqlite3_update_hook(database.getHandle(), tell_row, &pipe); });
    for (int n = 0;; ++n) write_four(file, campaign, rules, std::to_string(round) + "/" + std::to_string(n), pipe);
}

/// Kills a writer some time after it has had so many events acknowledged, however slow it is; what it had told until then.
std::string told_until_killed(const std::string& path, Rules& rules, int round, std::int64_t acknowledged, unsigned microseconds) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        load(path, rules, round, ends[1]);
    }
    close(ends[1]);
    std::string told;
    for (char one = 0; told.empty() || std::count(told.begin(), told.end(), 'a') < acknowledged; told += one) REQUIRE(read(ends[0], &one, 1) == 1);
    usleep(microseconds);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    char more[4096];
    for (ssize_t size; (size = read(ends[0], more, sizeof more)) > 0;) told.append(more, static_cast<std::size_t>(size));
    close(ends[0]);
    return told;
}

}  // namespace

TEST_CASE("100 killed writers lose no acknowledged event and leave a register without a fault") {
    Rules rules;
    std::mt19937 random(20260930);
    int inside = 0;
    std::int64_t events = 0;
    std::string path;
    for (int round = 0; round < rounds; ++round) {
        if (round % rounds_of_one_register == 0) path = judged_register("killed" + std::to_string(round));  // small, so that each can be looked through
        const std::int64_t before = std::stoll(asked(path, "select count(*) from event"));
        const std::string told = told_until_killed(path, rules, round, static_cast<std::int64_t>(random() % 5), static_cast<unsigned>(random() % 10'000));
        const std::int64_t acknowledged = std::count(told.begin(), told.end(), 'a');
        inside += told.back() == 'b' ? 1 : 0;
        events += acknowledged;
        Register file(path, Register::Open::existing);
        const RegisterCheck found = check_register(file);
        CHECK(found.problems == std::vector<std::string>{});
        CHECK(found.events >= before + acknowledged);  // the last one may be kept without having been told
        CHECK(found.events <= before + acknowledged + 1);
    }
    CHECK(inside >= least_inside);
    CHECK(events >= rounds / 2);  // else nothing could have been lost
    MESSAGE(inside, " of ", rounds, " writers were killed inside a transaction, ", events, " events had been acknowledged");
}
