// Recording a run: see run_recorder.hpp.

#include "engine/campaign/result/run_recorder.hpp"

#include <fmt/format.h>

#include "engine/campaign/register/sql.hpp"
#include "engine/report/scores.hpp"

namespace kaoping::campaign {

namespace {

constexpr std::size_t block = 256;       // cases of one transaction: others need not wait long
constexpr std::size_t most_named = 10;

void write_parts(SQLite::Database& database, std::int64_t run, const char* role, const std::vector<engine::RunIdentity::Part>& parts) {
    for (const engine::RunIdentity::Part& part : parts)
        execute(database, "insert into run_part values (?, ?, ?, ?, ?)", run, role, part.name, part.version, part.hash);
}

void write_identity(SQLite::Database& database, std::int64_t run, const engine::RunIdentity& identity) {
    write_parts(database, run, "pack", identity.packs);
    write_parts(database, run, "tailoring", identity.tailoring);
    write_parts(database, run, "schema", {identity.schema});
    write_parts(database, run, "scheme", {identity.scheme});
    write_parts(database, run, "calendar", {identity.calendar});
}

}  // namespace

RunRecorder::RunRecorder(Register& file, const Campaign& campaign, const dsl::Program& program, const std::string& as_of, const Who& who)
    : file_(file), campaign_(campaign), program_(program), who_(who), lines_(program) {
    if (campaign.draw == 0)
        throw RegisterError(fmt::format("campaign {} has no sample yet; `kaoping campaign draw {}` draws one", campaign.id, campaign.id));
    load_sample();
    file_.write([&](SQLite::Database& database) {
        run_ = add_event(database, "run_started", who_);
        execute(database, "insert into run values (?, ?, ?)", run_, campaign_.draw, as_of);
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
        for (const Entry& entry : waiting_) write_case(database, entry);
    });
    for (const Entry& entry : waiting_) findings_ += entry.findings.size();
    cases_ += waiting_.size();
    waiting_.clear();
}

void RunRecorder::write_case(SQLite::Database& database, const Entry& entry) {
    SQLite::Statement insert = query(database, "insert into case_result values (?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, run_, campaign_.draw, entry.line.case_id);
    if (entry.line.score.score) {  // else both stay null
        insert.bind(4, entry.line.score.score->low);
        insert.bind(5, entry.line.score.score->high);
    }
    insert.bind(6, std::string(engine::veto_name(entry.line.score.veto)));
    insert.bind(7, std::string(engine::verdict_name(entry.line.worst)));
    insert.exec();
    for (const engine::Finding& finding : entry.findings) write_finding(database, entry.line.case_id, finding);
}

void RunRecorder::write_finding(SQLite::Database& database, const std::string& case_id, const engine::Finding& finding) {
    std::string line;
    lines_.append(line, finding);
    line.pop_back();  // its line end
    const bool of_rule = finding.kind == engine::FindingKind::rule;
    const dsl::Rule* rule = of_rule ? &program_.rules[static_cast<std::size_t>(finding.rule)] : nullptr;
    execute(database,
            "insert into finding (run, case_id, kind, rule, severity, verdict, deduct_low, deduct_high, line) values (?, ?, ?, ?, ?, ?, ?, ?, ?)", run_,
            case_id, of_rule ? "rule" : "data", of_rule ? rule->full_id : finding.code, std::string(of_rule ? dsl::severity_name(rule->severity) : ""),
            std::string(of_rule ? engine::verdict_name(finding.verdict) : ""), finding.deduct.low, finding.deduct.high, line);
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
        const std::int64_t event = add_event(database, "run_finished", who_);
        execute(database,
                "insert into run_end select ?, ?, count(*), (select count(*) from finding where run = ?), coalesce(sum(score_low), 0), "
                "coalesce(sum(score_high), 0), ?, ? from case_result where run = ?",
                event, run_, run_, identity.engine_version, identity.inputs_hash, run_);
        write_identity(database, run_, identity);
    });
}

}  // namespace kaoping::campaign
