// The sampling frame: see frame.hpp.

#include "engine/campaign/sample/frame.hpp"

#include <fmt/format.h>

#include "engine/campaign/sample/random.hpp"
#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

constexpr std::size_t block = 4096;      // cases that are written together
constexpr std::size_t most_named = 10;

/// SQLite's integers have a sign: the order of the unsigned numbers is kept.
std::int64_t sortable(std::uint64_t number) { return static_cast<std::int64_t>(number ^ (std::uint64_t{1} << 63)); }

void refuse(SQLite::Statement rows, const std::string& what) {
    std::vector<std::string> names;
    while (rows.executeStep() && names.size() <= most_named) names.push_back(rows.getColumn(0));
    if (names.empty()) return;
    const bool more = names.size() > most_named;
    if (more) names.pop_back();
    throw RegisterError(fmt::format("{}: {}{}; mend the case files, nothing was drawn", what, fmt::join(names, "; "), more ? "; and more" : ""));
}

}  // namespace

Frame::Frame(Register& file, std::uint64_t seed) : file_(file), seed_(seed) {
    file_.read([](SQLite::Database& database) {
        database.exec("drop table if exists temp.frame");
        database.exec("create temp table frame (case_id text, unit text, kind text, officer text, file text, shuffle integer)");
    });
}

Frame::~Frame() = default;

void Frame::add(const FrameCase& one) {
    waiting_.push_back(one);
    if (waiting_.size() >= block) flush();
}

void Frame::flush() {
    file_.read([&](SQLite::Database& database) {
        SQLite::Statement insert = query(database, "insert into temp.frame values (?, ?, ?, ?, ?, ?)");
        for (const FrameCase& one : waiting_)
            execute_again(insert, one.id, one.unit, one.kind, one.officer, one.file, sortable(splitmix(seed_ ^ text_number(one.id))));
    });
    waiting_.clear();
}

void Frame::finish(bool kinds) {
    flush();
    file_.read([kinds](SQLite::Database& database) {
        if (number_of(database, "select count(*) from temp.frame") == 0) throw RegisterError("the inputs hold no case that could be read; nothing was drawn");
        refuse(query(database, "select file from temp.frame where trim(case_id) = '' limit 11"), "cases without an id in");
        refuse(query(database, "select case_id || ' in ' || file from temp.frame where trim(unit) = '' limit 11"), "cases without a unit");
        if (kinds)
            refuse(query(database, "select case_id || ' in ' || file from temp.frame where kind = '' limit 11"), "cases without a kind that the schema knows");
        refuse(query(database, "select case_id || ' in ' || group_concat(distinct file) from temp.frame group by case_id having count(*) > 1 limit 11"),
               "cases that are there more than once");
        database.exec("create index temp.frame_order on frame (unit, kind, officer, shuffle, case_id)");
    });
}

std::int64_t leave_out_drawn(SQLite::Database& database) {
    return database.exec("delete from temp.frame where case_id in (select case_id from sampled_case)");
}

std::vector<Stratum> frame_strata(SQLite::Database& database) {
    std::vector<Stratum> out;
    SQLite::Statement rows = query(database, "select unit, kind, count(*) from temp.frame group by unit, kind order by unit, kind");
    while (rows.executeStep()) out.push_back({rows.getColumn(0), rows.getColumn(1), rows.getColumn(2).getInt64()});
    return out;
}

std::vector<FrameCase> frame_cases(SQLite::Database& database, const Stratum& stratum, const std::vector<std::int64_t>& positions) {
    std::vector<FrameCase> out;
    SQLite::Statement rows = query(database, "select case_id, officer, file from temp.frame where unit = ? and kind = ? order by officer, shuffle, case_id",
                                   stratum.unit, stratum.kind);
    for (std::int64_t position = 0; out.size() < positions.size() && rows.executeStep(); ++position)
        if (position == positions[out.size()]) out.push_back({rows.getColumn(0), stratum.unit, stratum.kind, rows.getColumn(1), rows.getColumn(2)});
    return out;
}

}  // namespace kaoping::campaign
