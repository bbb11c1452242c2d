// Drawing: see draw.hpp.

#include "engine/campaign/sample/draw.hpp"

#include <fmt/core.h>

#include "engine/campaign/sample/random.hpp"
#include "engine/campaign/sample/risk.hpp"
#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

constexpr const char* insert_sampled = "insert into sampled_case values (?, ?, ?, ?, ?, ?, ?)";

void insert_draw(SQLite::Database& database, std::int64_t event, const Campaign& campaign, const DrawRequest& request, std::uint64_t seed,
                 std::int64_t left_out) {
    execute(database, "insert into draw values (?, ?, ?, ?, ?, ?, ?, ?, ?)", event, campaign.id, std::to_string(seed),
            allocation_name(request.allocation.allocation), request.allocation.size, request.allocation.unit_minimum, left_out,
            static_cast<std::int64_t>(request.unreadable), request.inputs_hash);
}

void insert_sample(SQLite::Database& database, std::int64_t draw, std::uint64_t seed, const std::vector<Stratum>& strata) {
    SQLite::Statement insert = query(database, insert_sampled);
    std::int64_t position = 0;
    for (const Stratum& stratum : strata) {
        execute(database, "insert into stratum values (?, ?, ?, ?, ?, ?)", draw, stratum.unit, stratum.kind, stratum.cases, stratum.drawn, stratum.factor);
        const std::uint64_t state = seed ^ text_number(stratum.unit + '\x1f' + stratum.kind);
        const auto start = static_cast<std::int64_t>(random_below(state, static_cast<std::uint64_t>(stratum.cases)));
        for (const FrameCase& one : frame_cases(database, stratum, systematic(stratum.cases, stratum.drawn, start)))
            execute_again(insert, draw, ++position, one.id, one.unit, one.kind, one.officer, one.file);
    }
}

}  // namespace

void require_undrawn(const Campaign& campaign) {
    if (campaign.draw == 0) return;
    throw RegisterError(fmt::format("campaign {} is drawn already, and a campaign is drawn once; `kaoping campaign status {}` shows the sample, "
                                    "`kaoping campaign new` opens another campaign",
                                    campaign.id, campaign.id));
}

void draw_cases(Frame& frame, const Campaign& campaign, const DrawRequest& request, const Who& who) {
    frame.file().write([&](SQLite::Database& database) {
        Campaign now = campaign;
        now.draw = number_of(database, "select coalesce(max(event), 0) from draw where campaign = ?", campaign.id);
        require_undrawn(now);
        const std::int64_t left_out = request.avoid_drawn ? leave_out_drawn(database) : 0;
        std::vector<Stratum> strata = frame_strata(database);
        if (strata.empty()) throw RegisterError("every case of the inputs was drawn before; draw without --avoid-drawn");
        if (request.allocation.allocation == Allocation::risk) set_risk_factors(database, campaign, strata);
        allocate(request.allocation, strata);
        const std::int64_t draw = add_event(database, "cases_drawn", who);
        insert_draw(database, draw, campaign, request, frame.seed(), left_out);
        insert_sample(database, draw, frame.seed(), strata);
    });
}

Draw read_draw(Register& file, std::int64_t draw) {
    Draw out;
    file.read([&](SQLite::Database& database) {
        SQLite::Statement head = query(database,
                                       "select seed, allocation, at, actor, size, unit_minimum, left_out, unreadable from draw join event on id = event "
                                       "where event = ?",
                                       draw);
        if (!head.executeStep()) throw RegisterError(fmt::format("{}: there is no draw {}", file.path(), draw));
        out = {head.getColumn(0), head.getColumn(1), head.getColumn(2), head.getColumn(3), head.getColumn(4).getInt64(), head.getColumn(5).getInt64(),
               head.getColumn(6).getInt64(), head.getColumn(7).getInt64(), {}};
        SQLite::Statement rows = query(database, "select unit, kind, cases, factor, drawn from stratum where draw = ? order by unit, kind", draw);
        while (rows.executeStep()) {
            out.strata.push_back({rows.getColumn(0), rows.getColumn(1), rows.getColumn(2).getInt64(), rows.getColumn(3).getInt64(), rows.getColumn(4).getInt64()});
            out.cases += out.strata.back().cases;
            out.drawn += out.strata.back().drawn;
        }
        out.drawn_before = number_of(database,
                                     "select count(*) from sampled_case where draw = ? and case_id in (select case_id from sampled_case where draw < ?)",
                                     draw, draw);
    });
    return out;
}

void each_sampled_case(Register& file, std::int64_t draw, const std::function<void(const SampledCase&)>& take) {
    file.read([&](SQLite::Database& database) {
        SQLite::Statement rows = query(database,
                                       "select case_id, unit, kind, officer, file, cases, drawn, "
                                       "case_id in (select case_id from sampled_case where draw < ?) "
                                       "from sampled_case join stratum using (draw, unit, kind) where draw = ? order by position",
                                       draw, draw);
        while (rows.executeStep())
            take({{rows.getColumn(0), rows.getColumn(1), rows.getColumn(2), rows.getColumn(3), rows.getColumn(4)},
                  rows.getColumn(5).getInt64(),
                  rows.getColumn(6).getInt64(),
                  rows.getColumn(7).getInt() != 0});
    });
}

std::vector<std::string> sampled_files(Register& file, std::int64_t draw) {
    std::vector<std::string> out;
    file.read([&](SQLite::Database& database) {
        SQLite::Statement rows = query(database, "select file from sampled_case where draw = ? group by file order by min(position)", draw);
        while (rows.executeStep()) out.push_back(rows.getColumn(0));
    });
    return out;
}

}  // namespace kaoping::campaign
