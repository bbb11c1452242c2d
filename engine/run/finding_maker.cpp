// Findings: see finding_maker.hpp.

#include "engine/run/finding_maker.hpp"

#include <initializer_list>
#include <string_view>

#include "dsl/source/hash.hpp"
#include "engine/evaluate/subject.hpp"
#include "engine/run/case_text.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

namespace {

/// `memory` is made use of, so that it need not be taken each time.
std::string hash_of(std::initializer_list<std::string_view> parts, std::string& memory) {
    memory.clear();
    for (const std::string_view part : parts) dsl::append_part(memory, part);
    return dsl::hash_text(memory);
}

}  // namespace

FindingMaker::FindingMaker(const dsl::Program& program, const Layout& layout, const TimeContext& time, std::int64_t now, std::string language)
    : program_(program), layout_(layout), time_(time), now_(now), language_(std::move(language)) {
    for (const dsl::Rule& rule : program.rules) tables_.push_back(subject_tables(program, layout, rule));
}

std::optional<std::int64_t> FindingMaker::due_at(const RuleColumn& column, std::size_t subject) const {
    const auto encoded = column.due(subject);
    if (!encoded) return std::nullopt;
    const auto due = dsl::DeadlineValue::decode(*encoded);
    if (due.never) return std::nullopt;
    return due.by_day ? time_.zone.end_of_day(due.at) : due.at;
}

void FindingMaker::add_due(const RuleColumn& column, std::size_t subject, Finding& finding) const {
    finding.due_at = due_at(column, subject);
    if (!finding.due_at) return;
    const auto due = dsl::DeadlineValue::decode(*column.due(subject));
    finding.due = format_deadline(due, time_.zone);
    const auto done = column.done(subject);
    if (!done) return;
    if (const auto late = overdue(time_, {column.done_is_date, *done}, due)) finding.overdue = overdue_text(*late);
}

/// What names an element over corrections of the file: the list it stands in and its key, else its position.
std::string FindingMaker::identity_of(const Table& table, std::int32_t row, const std::string& pointer) const {
    if (table.record < 0) return pointer;
    const dsl::Record& record = program_.schema.records[static_cast<std::size_t>(table.record)];
    if (record.key_field < 0) return pointer;
    const auto key = static_cast<std::size_t>(record.key_field);
    const std::string text = cell_text(program_.schema, record.fields[key], table.columns[key], static_cast<std::size_t>(row));
    return text.empty() ? pointer : record.name + '[' + text + ']';
}

void FindingMaker::add_elements(const CaseBatch& batch, std::span<const int> tables, std::span<const std::int32_t> rows, Finding& finding) {
    identity_.clear();
    dsl::append_part(identity_, finding.case_id);
    dsl::append_part(identity_, program_.rules[static_cast<std::size_t>(finding.rule)].full_id);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] < 0) {
            dsl::append_part(identity_, "?");
            continue;
        }
        const Table& table = batch.tables[static_cast<std::size_t>(tables[i])];
        const std::string pointer = pointer_of(program_.schema, layout_, batch, tables[i], rows[i]);
        if (!finding.subject.empty()) finding.subject += '+';
        finding.subject += pointer;
        dsl::append_part(identity_, identity_of(table, rows[i], pointer));
        if (i > 0) continue;
        finding.at.pointer = pointer;
        if (table.row_places.empty() || table.row_places[static_cast<std::size_t>(rows[i])].line == 0) continue;
        finding.at.line = table.row_places[static_cast<std::size_t>(rows[i])].line;
        finding.at.column = table.row_places[static_cast<std::size_t>(rows[i])].column;
    }
    finding.fingerprint = dsl::hash_text(identity_);
}

Finding FindingMaker::of_subject(const PlanRun& run, const CaseBatch& batch, const RuleColumn& column, std::size_t subject,
                                 std::size_t case_row, const CaseNames& names, Interval charged) {
    SubjectText text = run.text_of(column.rule, subject, language_);
    Finding out;
    out.rule = column.rule;
    out.case_id = names.id;
    out.unit = names.unit;
    out.case_kind = names.kind;
    out.at.file = batch.sources[case_row].file;
    out.at.line = batch.sources[case_row].line;
    add_elements(batch, tables_[static_cast<std::size_t>(column.rule)], column.rows(subject), out);
    out.verdict = column.verdict[subject];
    out.possible = column.possible[subject];
    out.deduct = charged;
    if (const auto amount = column.amount(subject)) {
        out.amount = {amount->low, amount->high};
        out.amount_known = true;
    }
    out.message = std::move(text.message);
    out.remedy = std::move(text.remedy);
    out.reason = std::move(text.reason);
    out.shown = std::move(text.shown);
    out.responsible = std::move(text.responsible);
    out.responsible_by = std::move(text.responsible_by);
    add_due(column, subject, out);
    if (out.verdict != Verdict::defect && out.verdict != Verdict::exempt) out.missing = run.facts_of(column.rule, subject);
    return out;
}

Finding FindingMaker::of_data(const CaseBatch& batch, const DataFinding& data, const CaseNames& names) {
    const CaseSource& source = batch.sources[static_cast<std::size_t>(data.case_row)];
    Finding out;
    out.kind = FindingKind::data;
    out.case_id = names.id;
    out.unit = names.unit;
    out.case_kind = names.kind;
    out.at = {std::string(source.file), data.place.line == 0 ? source.line : data.place.line, data.place.column, data.pointer};
    out.code = data.code;
    out.message = data.message;
    out.fingerprint = hash_of({names.id, data.code, data.pointer}, identity_);
    return out;
}

Finding FindingMaker::of_unreadable(const UnreadableCase& unreadable) {
    Finding out;
    out.kind = FindingKind::input;
    out.at = {unreadable.file, unreadable.line, unreadable.column, {}};
    out.code = unreadable.counts ? "unreadable_case" : "unreadable_input";
    out.message = unreadable.message;
    std::string memory;
    out.fingerprint = hash_of({unreadable.file, std::to_string(unreadable.line)}, memory);
    return out;
}

}  // namespace kaoping::engine
