// Subjects and verdicts of one rule in one case: see reference.hpp.

#include "engine/reference/reference.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/evaluate/subject.hpp"
#include "engine/evaluate/value_text.hpp"
#include "engine/reference/walker.hpp"

namespace kaoping::engine {

namespace {

using namespace reference;

class RuleWalk {
public:
    RuleWalk(const dsl::Program& program, const TimeContext& time, std::int64_t now, const CaseBatch& batch, int case_row, const dsl::Rule& rule,
             const std::string& language, TextsOf texts_of)
        : program_(program),
          time_(time),
          now_(now),
          batch_(batch),
          rule_(rule),
          language_(language),
          texts_of_(texts_of),
          walker_(program, time, now, batch, case_row),
          tables_(subject_tables(program, walker_.layout(), rule)) {}

    std::vector<ReferenceSubject> run() {
        each(0);
        return std::move(out_);
    }

private:
    // ---- subjects ---------------------------------------------------------------------------------------------------------

    void each(std::size_t level) {
        if (level == rule_.for_each.size()) return subject();
        const dsl::ForEach& binding = rule_.for_each[level];
        const Value list = walker_.operand(binding.list);
        if (list.unknown()) return unknown_list(list.facts);
        for (const Item& item : list.items) {
            if (pairs_with_itself(level, item.value.row, list)) continue;
            walker_.bind(binding.binder, item.value);
            rows_.push_back(item.value.row);
            lists_.push_back(list.items.front().value.row);
            each(level + 1);
            rows_.pop_back();
            lists_.pop_back();
        }
    }

    /// Two binders over one list range over pairs of different elements.
    bool pairs_with_itself(std::size_t level, std::int32_t row, const Value& list) const {
        for (std::size_t k = 0; k < level; ++k)
            if (tables_[k] == tables_[level] && lists_[k] == list.items.front().value.row && rows_[k] == row) return true;
        return false;
    }

    void unknown_list(const Facts& facts) {
        ReferenceSubject line = named();
        line.list_unknown = true;
        line.decision.verdict = Verdict::undetermined;
        line.decision.possible = set_of(Verdict::not_applicable) | set_of(Verdict::met) | set_of(Verdict::defect);
        if (!rule_.exceptions.empty()) line.decision.possible |= set_of(Verdict::exempt);
        if (rule_.due != dsl::no_expr) line.decision.possible |= set_of(Verdict::pending);
        line.missing = facts;
        line.amount_known = false;
        if (rule_.applies != dsl::no_expr && walker_.truth(rule_.applies).truth == Truth::no) {
            line.decision = {Verdict::not_applicable, set_of(Verdict::not_applicable)};
            line.missing.clear();
        }
        settle_facts(line.decision, line.missing);
        texts(line);
        out_.push_back(std::move(line));
    }

    ReferenceSubject named() {
        ReferenceSubject line;
        line.rows = rows_;
        line.rows.resize(rule_.for_each.size(), -1);
        line.pointer = subject_pointer(program_.schema, walker_.layout(), batch_, tables_, line.rows);
        walker_.set_subject(line.pointer);
        return line;
    }

    // ---- the verdict --------------------------------------------------------------------------------------------------------

    static Truth3 joined(Truth3 a, const Truth3& b) {
        if (a.truth == Truth::no || b.truth == Truth::no) return {Truth::no, {}};
        if (a.truth == Truth::yes && b.truth == Truth::yes) return {Truth::yes, {}};
        Facts facts;
        if (a.truth == Truth::unknown) facts = a.facts;
        if (b.truth == Truth::unknown) add_facts(facts, b.facts);
        return {Truth::unknown, std::move(facts)};
    }

    Truth3 in_force() {
        if (!rule_.effective) return {Truth::yes, {}};
        const Value on = walker_.operand(rule_.on);
        if (on.unknown()) return {Truth::unknown, on.facts};
        const std::int64_t day = program_.expr(rule_.on).type.is(dsl::Kind::date) ? on.number : time_.zone.local_date(on.number);
        return {rule_.effective->holds(day) ? Truth::yes : Truth::no, {}};
    }

    Truth3 requirement(const Value& due, ReferenceSubject& line) {
        Truth3 out{Truth::yes, {}};
        if (rule_.require != dsl::no_expr) {
            out = walker_.truth(rule_.require);
        } else if (rule_.done != dsl::no_expr) {
            const Value done = walker_.value(rule_.done);
            line.done_present = done.present();
            line.done = done.number;
            if (done.unknown()) out = {Truth::unknown, done.facts};
            else if (done.absent()) out = {Truth::no, {}};
            else if (rule_.due == dsl::no_expr) out = {Truth::yes, {}};
            else if (due.unknown()) out = {Truth::unknown, due.facts};
            else out.truth = in_time(time_, {program_.expr(rule_.done).type.is(dsl::Kind::date), done.number}, dsl::DeadlineValue::decode(due.number)) ? Truth::yes : Truth::no;
        }
        for (const dsl::ExprId need : rule_.needs) {
            const Value v = walker_.operand(need);
            if (v.unknown()) out = joined(std::move(out), {Truth::unknown, v.facts});
        }
        return out;
    }

    void subject() {
        ReferenceSubject line = named();
        const Truth3 force = in_force();
        line.in_force = force.truth != Truth::no;
        Truth3 guard = force;
        if (rule_.where != dsl::no_expr) guard = joined(walker_.truth(rule_.where), guard);
        if (rule_.when != dsl::no_expr) guard = joined(std::move(guard), walker_.truth(rule_.when));

        Truth3 exception{Truth::no, {}};
        for (std::size_t i = 0; i < rule_.exceptions.size(); ++i) {
            const Truth3 one = walker_.truth(rule_.exceptions[i].condition);
            if (one.truth == Truth::yes && line.exception < 0) line.exception = static_cast<int>(i);
            if (one.truth == Truth::unknown) add_facts(exception.facts, one.facts);
            if (one.truth == Truth::unknown && exception.truth == Truth::no) exception.truth = Truth::unknown;
        }
        if (line.exception >= 0) exception = {Truth::yes, {}};

        Value due = Value::nothing();
        DueState state = DueState::none;
        if (rule_.due != dsl::no_expr) {
            due = walker_.operand(rule_.due);
            line.due_known = due.present();
            line.due = due.number;
            state = due.unknown() ? DueState::unknown : in_time(time_, {false, now_}, dsl::DeadlineValue::decode(due.number)) ? DueState::open : DueState::over;
        }
        const Truth3 required = requirement(due, line);

        line.decision = decide({guard.truth, exception.truth, required.truth, state});
        if (rule_.tailored_out) line.decision = {Verdict::not_selected, set_of(Verdict::not_selected)};
        if (line.decision.verdict == Verdict::undetermined || line.decision.verdict == Verdict::pending) {
            for (const Truth3* one : std::initializer_list<const Truth3*>{&guard, &exception, &required})
                if (one->truth == Truth::unknown) add_facts(line.missing, one->facts);
            if (due.unknown()) add_facts(line.missing, due.facts);
        }
        settle_facts(line.decision, line.missing);
        amounts(line);
        texts(line);
        out_.push_back(std::move(line));
    }

    void amounts(ReferenceSubject& line) {
        line.amount_known = false;
        if (rule_.tailored_out) return;
        const Value low = walker_.operand(rule_.deduct.low), high = walker_.operand(rule_.deduct.high);
        line.amount_known = low.present() && high.present() && low.number >= 0 && high.number >= low.number;
        if (!line.amount_known) return;
        line.low = low.number;
        line.high = high.number;
    }

    // ---- texts ----------------------------------------------------------------------------------------------------------------

    std::string present(dsl::Type type, const Value& v) {
        if (type.is(dsl::Kind::text) || type.is(dsl::Kind::reference)) return v.text;
        if (type.is(dsl::Kind::element)) return element_name(program_.schema, walker_.layout(), batch_, type.of, static_cast<std::int32_t>(v.number));
        return value_text(program_.schema, time_.zone, type, v.number, language_);
    }

    std::string shown(dsl::ExprId id, const Value& v) {
        if (v.absent()) return std::string(absent_text(language_));
        if (v.unknown()) return std::string(unknown_text(language_));
        const dsl::Type type = program_.expr(id).type;
        if (!type.is(dsl::Kind::list)) return present(type, v);
        std::string out;
        for (const Item& item : v.items) {
            if (item.member.truth != Truth::yes) continue;
            if (!out.empty()) out += ", ";
            out += item.value.present() ? present(type.element_type(), item.value) : std::string(unknown_text(language_));
        }
        return out;
    }

    void person(dsl::Type type, const Value& v, std::vector<std::string>& out) {
        if (!v.present()) return;
        const std::int32_t found = type.is(dsl::Kind::reference) ? walker_.find(type.of, v.text) : -1;
        const std::string name = found < 0 ? present(type, v) : element_name(program_.schema, walker_.layout(), batch_, type.of, found);
        if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
    }

    void responsible(std::vector<std::string>& out) {
        for (const dsl::Shown& one : rule_.responsible) {
            const Value v = walker_.value(one.value);
            const dsl::Type type = program_.expr(one.value).type;
            if (!type.is(dsl::Kind::list)) {
                person(type, v, out);
                continue;
            }
            for (const Item& item : v.items)
                if (item.member.truth == Truth::yes) person(type.element_type(), item.value, out);
        }
    }

    void texts(ReferenceSubject& line) {
        if (line.list_unknown && !rule_.for_each.empty()) return;
        if (texts_of_ == TextsOf::not_in_order && is_in_order(line.decision.verdict)) return;
        const auto translated = rule_.catalogue.find(language_);
        const dsl::RuleTexts& from = translated == rule_.catalogue.end() ? rule_.texts : translated->second;
        for (const dsl::Message::Part& part : from.message.parts)
            line.text.message += part.hole == dsl::no_expr ? part.text : shown(part.hole, walker_.value(part.hole));
        line.text.remedy = from.remedy;
        if (line.exception >= 0) line.text.reason = from.reasons[static_cast<std::size_t>(line.exception)];
        for (const dsl::Shown& one : rule_.show) line.text.shown.push_back({one.label, shown(one.value, walker_.value(one.value))});
        responsible(line.text.responsible);
    }

    const dsl::Program& program_;
    const TimeContext& time_;
    std::int64_t now_;
    const CaseBatch& batch_;
    const dsl::Rule& rule_;
    const std::string& language_;
    TextsOf texts_of_;
    Walker walker_;
    std::vector<int> tables_;
    std::vector<std::int32_t> rows_, lists_;
    std::vector<ReferenceSubject> out_;
};

}  // namespace

std::vector<ReferenceSubject> evaluate_rule(const dsl::Program& program, const TimeContext& time, std::int64_t now, const CaseBatch& batch, int case_row, int rule,
                                            const std::string& language, TextsOf texts_of) {
    return RuleWalk(program, time, now, batch, case_row, program.rules[static_cast<std::size_t>(rule)], language, texts_of).run();
}

}  // namespace kaoping::engine
