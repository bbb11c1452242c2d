// Recording a run: see run_recorder.hpp.

#include "engine/campaign/result/run_recorder.hpp"

#include <fmt/format.h>

#include "engine/campaign/register/run_parts.hpp"
#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/result/case_writer.hpp"
#include "engine/campaign/review/standing.hpp"

namespace kaoping::campaign {

namespace {

constexpr std::size_t block = 256;       // cases of one transaction: others need not wait long
constexpr std::size_t most_named = 10;

void write_grades(SQLite::Database& database, std::int64_t run, const engine::Scheme& scheme) {
    for (const engine::Grade& grade : scheme.grades)
        execute(database, "insert into run_grade values (?, ?, ?, ?)", run, grade.name, grade.from, grade.name == scheme.unit_veto_grade ? 1 : 0);
}

/// What people decided belongs to the findings of one run: another one after it would leave their work without effect.
void require_unjudged(SQLite::Database& database, const Campaign& campaign) {
    if (number_of(database,
                  "select exists (select 1 from review join current_run using (run) where draw = ?1) or exists (select 1 from objection join standing_finding "
                  "using (finding) where campaign = ?2)",
                  campaign.draw, campaign.id) != 0)
        throw RegisterError(fmt::format("campaign {}: people have decided on findings of its evaluation, so it is not evaluated again; decide what has changed by "
                                        "`kaoping campaign review` or `object` and `decide`",
                                        campaign.id));
}

}  // namespace

RunRecorder::RunRecorder(Register& file, const Campaign& campaign, const dsl::Program& program, const engine::Scheme& scheme, const AsOf& as_of,
                         const Who& who)
    : file_(file), campaign_(campaign), program_(program), scheme_(scheme), as_of_(as_of.day), who_(who), lines_(program) {
    if (campaign.draw == 0)
        throw RegisterError(fmt::format("campaign {} has no sample yet; `kaoping campaign draw {}` draws one", campaign.id, campaign.id));
    load_sample();
    file_.write([&](SQLite::Database& database) {
        require_unjudged(database, campaign_);
        run_ = add_event(database, "run_started", who_);
        execute(database, "insert into run values (?, ?, ?)", run_, campaign_.draw, as_of.text);
        execute(database, "insert into run_day values (?, ?)", run_, as_of.day);
        write_grades(database, run_, scheme_);
    });
}

void RunRecorder::load_sample() {
    file_.read([&](SQLite::Database& database) {
        SQLite::Statement rows = query(database, "select case_id, unit, kind from sampled_case where draw = ?", campaign_.draw);
        while (rows.executeStep()) sample_[rows.getColumn(0)] = {rows.getColumn(1), rows.getColumn(2)};
    });
}

void RunRecorder::add(const engine::ChunkResult& chunk) {
    const std::size_t first = waiting_.size();
    for (const engine::CaseLine& line : chunk.cases) take_case(line);
    // Findings come in the order of the cases: each belongs to the next waiting case of its id.
    std::size_t at = first;
    for (const engine::Finding& finding : chunk.findings) {
        if (finding.kind == engine::FindingKind::input || sample_.count(finding.case_id) == 0) continue;
        while (at < waiting_.size() && waiting_[at].line.case_id != finding.case_id) ++at;
        if (at < waiting_.size()) waiting_[at].findings.push_back(finding);
    }
    if (waiting_.size() >= block) flush();
}

void RunRecorder::take_case(const engine::CaseLine& line) {
    const auto found = sample_.find(line.case_id);
    if (found == sample_.end()) return;
    Drawn& drawn = found->second;
    if (drawn.seen) throw RegisterError(fmt::format("the drawn case {} is there twice, the second time in {}; the run does not count", line.case_id, line.file));
    if (drawn.unit != line.unit || drawn.kind != line.kind)
        throw RegisterError(fmt::format("{}: case {} was drawn as {} of {} and is now {} of {}; the run does not count: mend the case file, or open and draw a "
                                        "new campaign",
                                        line.file, line.case_id, drawn.kind, drawn.unit, line.kind, line.unit));
    drawn.seen = true;
    waiting_.push_back({line, {}});
}

void RunRecorder::flush() {
    file_.write([&](SQLite::Database& database) {
        CaseWriter writer(database, program_, lines_, run_, campaign_.draw, as_of_);
        for (const Entry& entry : waiting_) writer.write(entry.line, entry.findings);
    });
    for (const Entry& entry : waiting_) findings_ += entry.findings.size();
    cases_ += waiting_.size();
    waiting_.clear();
}

std::string RunRecorder::missing_cases() const {
    std::vector<std::string> names;
    std::size_t count = 0;
    for (const auto& [id, drawn] : sample_) {
        if (drawn.seen) continue;
        if (++count <= most_named) names.push_back(id);
    }
    if (count == 0) return {};
    return fmt::format("drawn cases that are not among the inputs or could not be read, {} of {}: {}{}", count, sample_.size(), fmt::join(names, ", "),
                       count > most_named ? ", …" : "");
}

void RunRecorder::finish(const engine::RunIdentity& identity) {
    flush();
    const std::string missing = missing_cases();
    if (!missing.empty()) throw RegisterError(missing + "; the run does not count: bring the case files and evaluate again");
    file_.write([&](SQLite::Database& database) {
        require_unjudged(database, campaign_);
        const std::int64_t event = add_event(database, "run_finished", who_);
        execute(database,
                "insert into run_end select ?, ?, count(*), (select count(*) from finding where run = ?), coalesce(sum(score_low), 0), "
                "coalesce(sum(score_high), 0), ?, ? from case_result where run = ?",
                event, run_, run_, identity.engine_version, identity.inputs_hash, run_);
        each_part(identity, [&](const char* role, const engine::RunIdentity::Part& part) {
            execute(database, "insert into run_part values (?, ?, ?, ?, ?)", run_, role, part.name, part.version, part.hash);
        });
        CaseRescorer rescorer(program_, scheme_);
        renew_waived(database, rescorer, run_, event, 0);
    });
}

}  // namespace kaoping::campaign
