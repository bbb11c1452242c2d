// Findings: see finding_maker.hpp.

#include "engine/run/finding_maker.hpp"

#include "dsl/source/hash.hpp"
#include "engine/evaluate/subject.hpp"
#include "engine/run/case_text.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

FindingMaker::FindingMaker(const dsl::Program& program, const Layout& layout, const TimeContext& time, std::int64_t now, std::string language)
    : program_(program), layout_(layout), time_(time), now_(now), language_(std::move(language)) {
    for (const dsl::Rule& rule : program.rules) {
        tables_.push_back(subject_tables(program, layout, rule));
        dsl::append_part(rule_identities_.emplace_back(), rule.full_id);
    }
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

void FindingMaker::add_identity(const Table& table, std::int32_t row, const std::string& pointer) {
    name_.clear();
    const dsl::Record* const record = table.record < 0 ? nullptr : &program_.schema.records[static_cast<std::size_t>(table.record)];
    if (record != nullptr && record->key_field >= 0) {
        const auto key = static_cast<std::size_t>(record->key_field);
        (name_ += record->name) += '[';
        const std::size_t before = name_.size();
        append_cell(program_.schema, record->fields[key], table.columns[key], static_cast<std::size_t>(row), name_);
        if (name_.size() == before) name_.clear();
        else name_ += ']';
    }
    dsl::append_part(identity_, name_.empty() ? pointer : name_);
}

void FindingMaker::set_fingerprint(std::initializer_list<std::string_view> parts, Finding& out) {
    identity_.clear();
    for (const std::string_view part : parts) dsl::append_part(identity_, part);
    dsl::append_hash(out.fingerprint, identity_);
}

void FindingMaker::add_elements(const CaseBatch& batch, std::span<const int> tables, std::span<const std::int32_t> rows, Finding& finding) {
    identity_.clear();
    dsl::append_part(identity_, finding.case_id);
    identity_ += rule_identities_[static_cast<std::size_t>(finding.rule)];
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] < 0) {
            dsl::append_part(identity_, "?");
            continue;
        }
        const Table& table = batch.tables[static_cast<std::size_t>(tables[i])];
        pointer_.clear();
        append_pointer(program_.schema, batch, tables[i], rows[i], pointer_);
        if (!finding.subject.empty()) finding.subject += '+';
        finding.subject += pointer_;
        add_identity(table, rows[i], pointer_);
        if (i > 0) continue;
        finding.at.pointer = pointer_;
        if (table.row_places.empty() || table.row_places[static_cast<std::size_t>(rows[i])].line == 0) continue;
        finding.at.line = table.row_places[static_cast<std::size_t>(rows[i])].line;
        finding.at.column = table.row_places[static_cast<std::size_t>(rows[i])].column;
    }
    dsl::append_hash(finding.fingerprint, identity_);
}

void FindingMaker::of_subject(const PlanRun& run, const CaseBatch& batch, const RuleColumn& column, std::size_t subject, std::size_t case_row,
                              const CaseNames& names, Interval charged, Finding& out) {
    out.clear();
    run.text_of(column.rule, subject, language_, out);
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
    add_due(column, subject, out);
    if (out.verdict != Verdict::defect && out.verdict != Verdict::exempt) out.missing = run.facts_of(column.rule, subject);
}

void FindingMaker::of_data(const CaseBatch& batch, const DataFinding& data, const CaseNames& names, Finding& out) {
    const CaseSource& source = batch.sources[static_cast<std::size_t>(data.case_row)];
    out.clear();
    out.kind = FindingKind::data;
    out.case_id = names.id;
    out.unit = names.unit;
    out.case_kind = names.kind;
    out.at = {std::string(source.file), data.place.line == 0 ? source.line : data.place.line, data.place.column, data.pointer};
    out.code = data.code;
    out.message = data.message;
    set_fingerprint({names.id, data.code, data.pointer}, out);
}

void FindingMaker::of_unreadable(const UnreadableCase& unreadable, Finding& out) {
    out.clear();
    out.kind = FindingKind::input;
    out.at = {unreadable.file, unreadable.line, unreadable.column, {}};
    out.code = unreadable.counts ? "unreadable_case" : "unreadable_input";
    out.message = unreadable.message;
    set_fingerprint({unreadable.file, std::to_string(unreadable.line)}, out);
}

}  // namespace kaoping::engine
