// Processes killed at random moments of continuous writing lose nothing that was acknowledged, and leave nothing half done.

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <random>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include "engine/campaign/register/register_check.hpp"
#include "engine/campaign/register/sql.hpp"
#include "tests/campaign/support.hpp"

using namespace kaoping::campaign;
using namespace kaoping_test;

namespace {

constexpr int rounds = 100, rows_of_one = 60;

void tell(int pipe, char what) {
    if (write(pipe, &what, 1) != 1) _exit(1);
}

/// Writes for ever: campaigns with many rows each. Tells 'b' inside a transaction, 'a' once it is acknowledged.
[[noreturn]] void load(const std::string& path, int round, int pipe) {
    Register file(path, Register::Open::existing);
    for (int n = 0;; ++n) {
        const std::string id = std::to_string(round) + "/" + std::to_string(n);
        Campaign one = a_campaign(id);
        one.pack_paths.assign(rows_of_one, "pack");
        file.write([&](SQLite::Database& database) {
            const std::int64_t event = add_event(database, "campaign_opened", {"load", ""});
            tell(pipe, 'b');
            execute(database, "insert into campaign values (?, ?, '', '2026', '2026', '', '', '')", event, id);
            for (int row = 0; row < rows_of_one; ++row) execute(database, "insert into campaign_path values (?, ?, '')", id, row);
        });
        tell(pipe, 'a');
    }
}

/// Kills a writer some time after it has had so many events acknowledged, however slow it is; what it had told until then.
std::string told_until_killed(const std::string& path, int round, std::int64_t acknowledged, unsigned microseconds) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        load(path, round, ends[1]);
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
    const std::string path = new_register("killed");
    { Register made(path, Register::Open::create); }
    std::mt19937 random(20260930);
    int inside = 0;
    std::int64_t events = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::string told = told_until_killed(path, round, static_cast<std::int64_t>(random() % 5), static_cast<unsigned>(random() % 10'000));
        const std::int64_t acknowledged = std::count(told.begin(), told.end(), 'a');
        inside += told.back() == 'b' ? 1 : 0;
        Register file(path, Register::Open::existing);
        std::int64_t kept = 0, halves = 0;
        file.read([&](SQLite::Database& database) {
            kept = number_of(database, "select count(*) from campaign where id like ?", std::to_string(round) + "/%");
            halves = number_of(database, "select count(*) from campaign where ? <> (select count(*) from campaign_path where campaign = campaign.id)", rows_of_one);
        });
        events += acknowledged;
        CHECK(kept >= acknowledged);      // the last one may be kept without having been told
        CHECK(kept <= acknowledged + 1);
        CHECK(halves == 0);
        if (round % 10 == 9) CHECK(check_register(file).problems.empty());
    }
    CHECK(inside >= 60);
    CHECK(events >= rounds / 2);  // else nothing could have been lost
    MESSAGE(inside, " of ", rounds, " writers were killed inside a transaction, ", events, " events had been acknowledged");
}
