// The clauses of a rule, one function each: see rule_check.hpp.

#include <fmt/format.h>

#include "dsl/check/citations.hpp"
#include "dsl/check/rule_check.hpp"
#include "dsl/diagnostic/suggest.hpp"
#include "dsl/syntax/lexer.hpp"
#include "dsl/syntax/parser.hpp"

namespace kaoping::dsl {

using syntax::ClauseKind;

namespace {

/// Of a message or remedy; none where the parser stopped.
const syntax::Template& text_of(const syntax::Clause& one) {
    static const syntax::Template none;
    return one.text == nullptr ? none : *one.text;
}

}  // namespace

void RuleChecker::clause(const syntax::Clause& one) {
    switch (one.kind) {
        case ClauseKind::basis: basis_ = &one; citations_ = one.basis; break;
        case ClauseKind::effective: effective(one); break;
        case ClauseKind::for_each: for_each(one); break;
        case ClauseKind::on: on(one); break;
        case ClauseKind::let: let(one); break;
        case ClauseKind::when: when(expressions_.condition(one.expression)); break;
        case ClauseKind::needs: needs(one); break;
        case ClauseKind::due: due(one); break;
        case ClauseKind::except: except(one); break;
        case ClauseKind::done: done(one); break;
        case ClauseKind::require: require(one); break;
        case ClauseKind::severity: severity(one); break;
        case ClauseKind::deduct: deduct(one); break;
        case ClauseKind::absorbs: break;
        case ClauseKind::responsible: shown(one.list, rule_.responsible, true); break;
        case ClauseKind::show: shown(one.list, rule_.show, false); break;
        case ClauseKind::message: rule_.texts.message = message(text_of(one)); break;
        case ClauseKind::remedy: rule_.texts.remedy = fixed_text(text_of(one), "remedy"); break;
        case ClauseKind::item: rule_.items.emplace_back(one.word.text); break;
    }
    // What the law was when the act was done can be checked once the period is known, or will not be given.
    if (basis_ != nullptr && one.kind != ClauseKind::basis && one.kind != ClauseKind::item) {
        rule_.basis = check_citations(c_, pack_, basis_->basis, rule_.effective);
        basis_ = nullptr;
    }
}

void RuleChecker::applies_when() {
    const LocatedText& text = pack_.manifest.applies_when;
    if (text.empty()) return;
    // It is about the case: one for all rules of the pack, whose first one reports its mistakes.
    if (!declarations_.applies_when) declarations_.applies_when = expressions_.condition(parse_expression(c_.map, text.span, c_.arena, c_.diagnostics));
    rule_.applies = *declarations_.applies_when;
    when(rule_.applies);
}

void RuleChecker::effective(const syntax::Clause& one) { rule_.effective = check_range(c_, one.effective == nullptr ? syntax::DateRange() : *one.effective); }

void RuleChecker::for_each(const syntax::Clause& one) {
    for (const syntax::ForEach& each : one.for_each) {
        const ExprId list = expressions_.list(each.list);
        const Type t = c_.type_of(list);
        if (t.is(Kind::list) && c_.expr(list).op != Op::field) {
            c_.error("K0314", each.list.span, "the subjects of a rule are elements of a list of the case file", "name the list and put conditions behind `where`");
        }
        const Type item = t.is(Kind::list) ? t.element_type() : Type{};
        const std::int32_t binder = c_.add_binder(each.binder.text, item, each.binder.span);
        expressions_.bind(each.binder.text, each.binder.span, false, binder, expressions_.path_of(list));
        rule_.for_each.push_back({binder, list});
    }
    if (!one.expression.written()) return;
    rule_.where = expressions_.condition(one.expression);
    expressions_.assume(rule_.where, true);
}

void RuleChecker::on(const syntax::Clause& one) {
    const ExprId id = expressions_.check(one.expression);
    const Type t = c_.type_of(id);
    if (!t.is(Kind::date) && !t.is(Kind::datetime) && !t.is(Kind::error)) {
        c_.error("K0308", one.expression.span, fmt::format("`on` is the date of the act, this is {}", c_.type_name(t)), "name a date or a point in time of the subject");
        return;
    }
    rule_.on = id;
    if (t.is(Kind::error)) return;
    // A dated parameter is read on the local day of the act; where that day is not recorded, what depends on it is unknown.
    Type day = type(Kind::date);
    expressions_.on_date = t.is(Kind::date) ? id : c_.add(Op::date_of, day, one.expression.span, {id});
    if (t.optional) scope_.assume(expressions_.path_of(id));
}

void RuleChecker::let(const syntax::Clause& one) {
    const ExprId value = expressions_.check(one.expression);
    c_.program.lets.push_back({std::string(one.word.text), value});
    expressions_.bind(one.word.text, one.word.span, true, static_cast<std::int32_t>(c_.program.lets.size() - 1));
}

void RuleChecker::when(ExprId condition) {
    if (condition == no_expr) return;
    expressions_.assume(condition, true);
    rule_.when = rule_.when == no_expr ? condition
                                       : c_.add(Op::and_, type(Kind::boolean), c_.expr(condition).span, {rule_.when, condition});
}

/// Notes a path as needed, and before it every part of it that may be absent.
bool RuleChecker::need_path(ExprId id) {
    const Expr node = c_.expr(id);
    if (expressions_.path_of(id).empty()) return false;
    if (!node.args.empty() && node.op != Op::binder) (void)need_path(node.args[0]);
    if (!node.type.optional || scope_.is_present(expressions_.path_of(id))) return true;
    rule_.needs.push_back(id);
    scope_.assume(expressions_.path_of(id));
    return true;
}

void RuleChecker::needs(const syntax::Clause& one) {
    for (const syntax::Expr& e : one.list) {
        expressions_.lenient = true;
        const ExprId id = expressions_.check(e);
        expressions_.lenient = false;
        const Type t = c_.type_of(id);
        if (t.is(Kind::error)) continue;
        const std::size_t before = rule_.needs.size();
        if (!need_path(id))
            c_.error("K0315", e.span, "`needs` names data: a field, a variable or what lies behind one", "give the value a name with `let`, then need the name");
        else if (rule_.needs.size() == before)
            c_.warning("K0316", e.span, fmt::format("`{}` is never absent here", c_.map.text(e.span)), "leave it out: what is missing from the data makes the verdict undetermined by itself");
    }
}

void RuleChecker::due(const syntax::Clause& one) {
    const ExprId id = expressions_.present(one.expression);
    const Type t = c_.type_of(id);
    if (t.is(Kind::error)) {
        expressions_.due = id;
        expressions_.due_used = true;
        return;
    }
    if (!t.is(Kind::deadline)) {
        c_.error("K0312", one.expression.span, fmt::format("`due` is a deadline, this is {}", c_.type_name(t)), "write `3 days after m.starts_at`");
        expressions_.due = c_.broken(one.expression.span);
        expressions_.due_used = true;
        return;
    }
    rule_.due = id;
    expressions_.due = id;
}

void RuleChecker::except(const syntax::Clause& one) {
    const ExprId condition = expressions_.condition(one.expression);
    rule_.exceptions.push_back({condition, one.span});
    rule_.texts.reasons.push_back(unescape(one.word.text));
    // The lines behind are read where no exception is true.
    expressions_.assume(condition, false);
}

void RuleChecker::done(const syntax::Clause& one) {
    const ExprId id = expressions_.check(one.expression);
    const Type t = c_.type_of(id);
    if (!t.is(Kind::error) && !t.is(Kind::datetime) && !t.is(Kind::date)) {
        c_.error("K0313", one.expression.span, fmt::format("`done` is the time of the act that is asked for, this is {}", c_.type_name(t)), "name a date or a point in time that may be absent; for conditions use `require`");
        return;
    }
    if (t.is(Kind::date) && rule_.due != no_expr && counting_of(c_.type_of(rule_.due)) != Counting::days)
        c_.error("K0222", one.expression.span, "a date is compared with a deadline in hours", "record the time of the act, or count days");
    rule_.done = id;
}

void RuleChecker::require(const syntax::Clause& one) { rule_.require = expressions_.condition(one.expression); }

void RuleChecker::severity(const syntax::Clause& one) {
    const std::string_view word = one.word.text;
    if (word.empty()) return;
    if (word == "flaw") rule_.severity = Severity::flaw;
    else if (word == "fault") rule_.severity = Severity::fault;
    else if (word == "veto") rule_.severity = Severity::veto;
    else {
        const std::string near = nearest_name(word, {"flaw", "fault", "veto"});
        c_.error("K0317", one.word.span, fmt::format("there is no severity `{}`", word),
                 near.empty() ? "write flaw (to be corrected, no liability), fault, or veto" : fmt::format("did you mean `{}`?", near));
    }
}

ExprId RuleChecker::amount(const syntax::Expr& e) {
    const ExprId id = expressions_.present(e);
    const Type t = c_.type_of(id);
    if (t.is(Kind::error)) return id;
    if (!t.is(Kind::number)) {
        c_.error("K0318", e.span, fmt::format("points are numbers, this is {}", c_.type_name(t)), "write `5 each` or `0.5 * missing each`");
        return c_.broken(e.span);
    }
    if (c_.expr(id).op == Op::negate || (c_.expr(id).op == Op::constant && c_.expr(id).value.number < 0))
        c_.error("K0318", e.span, "a deduction is not negative", "write how many points a defect costs");
    return id;
}

void RuleChecker::deduct(const syntax::Clause& one) {
    static const syntax::Expr omitted;
    const syntax::Expr& upper_end = one.list.empty() ? omitted : one.list[0];
    const syntax::Expr& at_most = one.list.empty() ? omitted : one.list[1];
    rule_.deduct.per_case = one.per_case;
    rule_.deduct.low = amount(one.expression);
    rule_.deduct.high = upper_end.written() ? amount(upper_end) : rule_.deduct.low;
    const auto constant = [&](ExprId id) -> std::optional<std::int64_t> {
        const Expr& e = c_.expr(id);
        if (e.op != Op::constant || !e.type.is(Kind::number)) return std::nullopt;
        return e.value.number;
    };
    const auto low = constant(rule_.deduct.low), high = constant(rule_.deduct.high);
    if (low && high && *high < *low) c_.error("K0318", upper_end.span, "the range of points ends below its beginning", "write the smaller number first");
    if (!at_most.written()) return;
    const ExprId cap = amount(at_most);
    rule_.deduct.cap = constant(cap);
    if (!rule_.deduct.cap) {
        if (!c_.type_of(cap).is(Kind::error)) c_.error("K0320", at_most.span, "the cap is a number, written out", "write `at most 10`");
        return;
    }
    if (high && *rule_.deduct.cap < *high)
        c_.error("K0319", at_most.span, "`at most` is below what one defect costs", "raise the cap or lower the deduction", {{one.expression.span, "one defect costs this"}});
}

}  // namespace kaoping::dsl
