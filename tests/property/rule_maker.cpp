// See rule_maker.hpp.

#include "tests/property/rule_maker.hpp"

#include <fmt/format.h>

#include "tests/property/declaration_maker.hpp"
#include "tests/property/expression_maker.hpp"

namespace kaoping::test {

using dsl::Kind;
using dsl::Type;

namespace {

class RuleMaker {
public:
    RuleMaker(Random& random, const SchemaModel& schema, const ValuePool& pool) : random_(random), schema_(schema), pool_(pool), maker_(random, schema, pool, declared_) {}

    RuleText run() {
        make_declarations(random_, schema_, pool_, declared_, maker_, out_);
        if (random_.chance(10)) {
            const auto condition = maker_.truth(0);
            if (condition.text.find('"') == std::string::npos) out_.applies_when = condition.text;
            if (!out_.applies_when.empty()) applies_ = condition.yes;
        }
        out_.catalogue = "rules:\n";
        for (int s = 0, standards = random_.between(1, 2); s < standards; ++s) {
            standard_ = s;
            out_.text += fmt::format("standard s{} \"S\" points {} {{\n", s, random_.between(2, 20));
            for (int r = random_.between(1, 3); r > 0; --r) rules_of_one_name();
            out_.text += "}\n";
        }
        return std::move(out_);
    }

private:
    /// The first lines of a rule.
    struct Head {
        std::string lines;
        Scope scope;                    ///< behind them
        std::vector<Condition> guards;  ///< of the rules that have it
    };

    /// One rule, or two versions of it.
    void rules_of_one_name() {
        const std::string name = fmt::format("r{}", names_.size());
        const std::string& day = random_.pick(pool_.dates);
        if (random_.chance(20)) {
            rule(name, "until " + day);
            rule(name, "from " + day_after(day), "@2");
        } else {
            rule(name, random_.chance(15) ? (random_.chance(50) ? "from " : "until ") + day : std::string());
        }
        names_.push_back(name);
    }

    void line(const std::string& text) { out_.text += "    " + text + "\n"; }

    void rule(const std::string& name, const std::string& effective, const char* version = "") {
        reasons_ = 0;
        maker_.start_rule();
        maker_.scope = Scope{};
        maker_.scope.present = applies_;
        out_.text += "rule " + name + " \"T\" {\n";
        line("basis HC art 1");
        if (!effective.empty()) line("effective " + effective);
        head(!effective.empty());
        if (random_.chance(40)) when();
        if (random_.chance(30)) needs();
        const bool due = random_.chance(55);
        if (due) deadline();
        if (random_.chance(35)) except();
        if (random_.chance(20)) let();
        requirement(due);
        maker_.scope.has_due = false;
        line(fmt::format("severity {}", random_.chance(15) ? "veto" : random_.chance(50) ? "fault" : "flaw"));
        deduct();
        if (!names_.empty() && random_.chance(30)) line("absorbs " + absorbed());
        const std::string holes = texts(due);
        out_.text += "}\n";
        translate(name + version, holes);
    }

    /// Subjects, date and names; now and then those of a rule before, which may then share what is asked of them.
    void head(bool needs_date) {
        if (!heads_.empty() && random_.chance(40)) {
            const Head& before = random_.pick(heads_);
            if (before.scope.has_on || !needs_date) {
                out_.text += before.lines;
                maker_.scope = before.scope;
                head_ = static_cast<std::size_t>(&before - heads_.data());
                return;
            }
        }
        const std::size_t at = out_.text.size();
        if (random_.chance(75)) for_each();
        if (needs_date || random_.chance(50)) on();
        for (int i = random_.between(0, 2); i > 0; --i) let();
        head_ = heads_.size();
        heads_.push_back({out_.text.substr(at), maker_.scope, {}});
    }

    void when() {
        std::vector<Condition>& guards = heads_[head_].guards;
        if (guards.empty() || random_.chance(50)) guards.push_back(placed_or_any());
        assume("when ", random_.pick(guards));
    }

    /// The rule at hand in the catalogue: the same holes, as many reasons.
    void translate(const std::string& name, const std::string& holes) {
        static const std::vector<std::string> reasons{"", "甲", "甲, 乙"};
        out_.catalogue += fmt::format("  s{}.{}:\n    title: 标题\n    message: \"文{}\"\n    remedy: 改正\n    reasons: [{}]\n", standard_, name, holes,
                                      reasons[static_cast<std::size_t>(reasons_)]);
    }

    std::string absorbed() {
        const std::string& other = random_.pick(names_);
        // Names are unique over standards: of those behind, the standard is named too.
        const std::size_t at = out_.text.find("rule " + other + " ");
        const std::size_t standard = out_.text.rfind("standard ", at) + 9;
        return out_.text.substr(standard, 2) + "." + other;
    }

    void assume(const std::string& clause, const Condition& condition) {
        line(clause + condition.text);
        maker_.scope.present.insert(condition.yes.begin(), condition.yes.end());
    }

    Condition placed_or_any() {
        if (random_.chance(30))
            if (auto order = maker_.precedes()) return *order;
        return maker_.truth(2);
    }

    void for_each() {
        std::vector<std::string> bindings;
        const int binders = random_.chance(4) ? 3 : random_.chance(40) ? 2 : 1;
        std::string list;
        for (int i = 0; i < binders; ++i) {
            const bool same = i > 0 && random_.chance(50);
            std::vector<Variable> lists;
            for (const Variable& one : maker_.paths(Type::list_of({})))
                if (one.type.item == Kind::element || random_.chance(25)) lists.push_back(one);
            if (lists.empty() && !same) break;
            Variable from = same ? first_list_ : random_.pick(lists);
            if (i == 0) first_list_ = from;
            const std::string name = maker_.fresh("b");
            bindings.push_back(name + " in " + from.name);
            maker_.scope.variables.push_back({name, from.type.element_type(), from.name, {}, {}});
        }
        if (bindings.empty()) return;
        std::string where;
        if (random_.chance(50)) {
            const Condition condition = placed_or_any();
            where = " where " + condition.text;
            maker_.scope.present.insert(condition.yes.begin(), condition.yes.end());
        }
        line(fmt::format("for each {}{}", fmt::join(bindings, ", "), where));
    }

    void on() {
        const Type type = plain(random_.chance(50) ? Kind::date : Kind::datetime);
        const auto optional = maker_.paths(type.as_optional());
        if (!optional.empty() && random_.chance(30)) {
            const std::string path = random_.pick(optional).name;
            line("on " + path);
            maker_.scope.present.insert(path);
        } else {
            line("on " + maker_.value(type, 1));
        }
        maker_.scope.has_on = true;
    }

    /// A name for a value; the variable is named later.
    struct Let {
        std::string text;  ///< empty: none could be made
        Variable variable;
    };

    Let truth_let() {
        const Condition condition = maker_.truth(2);
        return {condition.text, {{}, plain(Kind::boolean), {}, condition.yes, condition.no}};
    }

    Let row_let() {
        if (declared_.tables.empty()) return element_let();
        const TableModel& table = declared_.tables.front();
        std::string keys;
        for (const Type key : table.keys) keys += (keys.empty() ? "" : ", ") + maker_.value(key, 1);
        return {table.name + "(" + keys + ")", {{}, plain(Kind::row, 0).as_optional(), {}, {}, {}}};
    }

    Let element_let() {
        // Of the subject's own list mostly: then one precedes the other.
        const auto& bound = maker_.scope.variables;
        const bool own = !bound.empty() && bound.front().type.is(Kind::element) && random_.chance(60);
        const Type type = own ? bound.front().type.present() : plain(Kind::element, static_cast<std::int32_t>(random_.below(schema_.records.size() - 1)));
        Let out{{}, {{}, type.as_optional(), {}, {}, {}}};
        if (const auto found = maker_.first_of(type, 2, &out.variable.list)) out.text = *found;
        return out;
    }

    Let list_let() {
        const auto list = maker_.list({}, 2);
        return list ? Let{list->text, {{}, Type::list_of(list->item), {}, {}, {}}} : Let{};
    }

    Let deadline_let() {
        const bool days = random_.chance(70);
        return {maker_.deadline(days, 2), {{}, deadline_in(days), {}, {}, {}}};
    }

    Let value_let() {
        Type type = maker_.value_type();
        const auto maybe = random_.chance(50) ? maker_.optional_value(type, 2) : std::nullopt;
        if (!maybe) return {maker_.value(type, 2), {{}, type, {}, {}, {}}};
        return {*maybe, {{}, type.as_optional(), {}, {}, {}}};
    }

    void let() {
        Let made;
        switch (random_.below(7)) {
            case 0: made = truth_let(); break;
            case 1: made = row_let(); break;
            case 2: made = element_let(); break;
            case 3: made = list_let(); break;
            case 4: made = deadline_let(); break;
            default: made = value_let();
        }
        if (made.text.empty()) return;
        made.variable.name = maker_.fresh("l");
        line("let " + made.variable.name + " = " + made.text);
        maker_.scope.variables.push_back(std::move(made.variable));
    }

    void needs() {
        std::vector<std::string> optional;
        for (const Variable& one : maker_.all_paths())
            if (one.type.optional) optional.push_back(one.name);
        // Lets may be found nowhere else: rows of tables, elements that precede.
        std::vector<std::string> lets;
        for (const Variable& one : maker_.scope.variables)
            if (one.type.optional && maker_.scope.present.count(one.name) == 0) lets.push_back(one.name);
        if (!lets.empty() && random_.chance(60)) optional = lets;
        if (optional.empty()) return;
        const std::string path = random_.pick(optional);
        line("needs " + path);
        maker_.scope.present.insert(path);
    }

    void deadline() {
        bool days = random_.chance(70);
        if (random_.chance(8)) {  // in days or in hours, as the case may be: only points in time compare with it
            const Condition test = maker_.truth(1);
            line("due " + maker_.branches(test, [&] { return maker_.deadline(days, 2); }, [&] { return maker_.deadline(!days, 1); }));
            days = false;
        } else {
            line("due " + maker_.deadline(days, 2));
        }
        maker_.scope.has_due = true;
        maker_.scope.due_in_days = days;
    }

    void except() {
        for (int i = random_.between(1, 2); i > 0; --i) {
            const Condition condition = maker_.truth(2);
            ++reasons_;
            line("except when " + condition.text + ": \"reason " + std::to_string(i) + "\"");
            maker_.scope.present.insert(condition.no.begin(), condition.no.end());
        }
    }

    void requirement(bool due) {
        const bool days = maker_.scope.due_in_days || !due;
        if (random_.chance(due ? 75 : 12)) {
            const Type type = plain(days && random_.chance(50) ? Kind::date : Kind::datetime);
            const auto maybe = random_.chance(80) ? maker_.optional_value(type, 2) : std::nullopt;
            return line("done " + (maybe ? *maybe : maker_.value(type, 2)));
        }
        if (!due) return line("require " + maker_.truth(3).text);
        const Type at = plain(days && random_.chance(50) ? Kind::date : Kind::datetime);
        const std::string in_time = maker_.value(at, 1) + (random_.chance(70) ? " <= due" : " > due");
        line("require (" + in_time + (random_.chance(50) ? " and " : " or ") + maker_.truth(2).text + ")");
    }

    /// An amount that the checker cannot see to be negative, or below `least`.
    std::string amount(const std::string& least) {
        const std::string made = maker_.value(plain(Kind::number), 1);
        const bool digits = made.find_first_not_of("0123456789.") == std::string::npos;
        return made.rfind("(-", 0) == 0 || (digits && made[0] == '0') ? least : made;
    }

    /// Of two numbers in digits the checker sees which one is less.
    static std::string computed(const std::string& made) { return made.find_first_not_of("0123456789.") == std::string::npos ? "1" : made; }

    void deduct() {
        const std::string per = random_.chance(30) ? " per case" : " each";
        std::string text;
        switch (random_.below(6)) {
            case 0: text = "0.5 to 2"; break;
            case 1: text = amount("1"); break;
            case 2: text = "1 to " + amount("1"); break;
            case 3: text = computed(amount("1")) + " to " + amount("1"); break;
            default: text = random_.chance(50) ? "2" : "3.5";
        }
        const bool plain_amount = text == "2" || text == "3.5" || text == "0.5 to 2";
        line("deduct " + text + per + (plain_amount && random_.chance(40) ? ", at most " + std::to_string(random_.between(4, 9)) : ""));
    }

    /// The holes of the message.
    std::string texts(bool due) {
        std::vector<std::string> people, shown;
        for (const Variable& one : maker_.all_paths()) {
            const Kind kind = one.type.is(Kind::list) ? one.type.item : one.type.kind;
            if ((kind == Kind::reference || kind == Kind::element || kind == Kind::text) && random_.chance(15)) people.push_back(one.name);
            const bool plain_kind = !one.type.is(Kind::element) && !one.type.is(Kind::row) && !(one.type.is(Kind::list) && (one.type.item == Kind::element || one.type.item == Kind::row));
            if (plain_kind && random_.chance(10)) shown.push_back(one.name);
        }
        if (people.size() > 3) people.resize(3);
        if (shown.size() > 5) shown.resize(5);
        if (due && random_.chance(40)) shown.push_back("due");
        if (!people.empty()) line(fmt::format("responsible {}", fmt::join(people, ", ")));
        if (!shown.empty()) line(fmt::format("show {}", fmt::join(shown, ", ")));
        std::string message;
        for (const std::string& one : shown) message += " {" + one + "}";
        const std::string computed = random_.chance(30) ? maker_.value(maker_.value_type(), 1) : std::string();
        if (!computed.empty() && computed.find('"') == std::string::npos && computed.find('{') == std::string::npos) message += " {" + computed + "}";
        line("message \"m" + message + "\"");
        line("remedy \"r\"");
        return message;
    }

    Random& random_;
    const SchemaModel& schema_;
    const ValuePool& pool_;
    DeclaredModel declared_;
    RuleText out_;
    ExpressionMaker maker_;
    Paths applies_;
    std::vector<std::string> names_;
    std::vector<Head> heads_;
    std::size_t head_ = 0;   ///< of the rule at hand
    Variable first_list_;
    int standard_ = 0;
    int reasons_ = 0;  ///< of the rule at hand
};

}  // namespace

RuleText make_rules(Random& random, const SchemaModel& schema, const ValuePool& pool) { return RuleMaker(random, schema, pool).run(); }

}  // namespace kaoping::test
