// Names: variables, fields (through references too), enum members, parameters, calls of defines and tables.

#include <fmt/format.h>

#include "dsl/check/expression_check.hpp"

namespace kaoping::dsl {

using syntax::ExprKind;

namespace {

constexpr std::size_t max_define_depth = 100;

/// The first ones of a long list.
std::string some_of(const std::vector<std::string>& names) {
    constexpr std::size_t most = 60;
    if (names.size() <= most) return fmt::format("{}", fmt::join(names, ", "));
    return fmt::format("{} and {} more", fmt::join(names.begin(), names.begin() + most, ", "), names.size() - most);
}

}  // namespace

bool ExpressionChecker::names_variable(const syntax::Expr& e) {
    if (e.kind != ExprKind::name) return true;
    return scope_.find(e.text) != nullptr || c_.case_field(e.text) >= 0 || (e.text == "due" && due != no_expr) ||
           declarations_.parameters.count(e.text) != 0 || declarations_.defines.count(e.text) != 0 || declarations_.damaged.count(e.text) != 0;
}

ExprId ExpressionChecker::name(const syntax::Expr& e, Type expected) {
    if (expected.is(Kind::enumeration) && expected.of >= 0 && c_.schema_names.member(expected.of, e.text) >= 0) return enum_member(expected.of, e.text, e.span);
    if (Variable* found = scope_.find(e.text)) {
        found->used = true;
        return variable(*found, e.span);
    }
    if (e.text == "due" && due != no_expr) {
        due_used = true;
        return due;
    }
    if (c_.case_field(e.text) >= 0) {
        const ExprId base = c_.add(Op::case_, type(Kind::element, c_.program.schema.case_record), e.span);
        return field_of(base, e);
    }
    if (const auto found = declarations_.parameters.find(e.text); found != declarations_.parameters.end()) return parameter(found->second, e.span);
    if (const auto found = declarations_.defines.find(e.text); found != declarations_.defines.end()) return call_define(found->second, e);
    if (declarations_.damaged.count(e.text) == 0) unknown_name(e, expected);
    return c_.broken(e.span);
}

ExprId ExpressionChecker::variable(const Variable& variable, Span span) {
    const auto index = static_cast<std::size_t>(variable.index);
    if (!variable.is_let) return narrowed(c_.add(Op::binder, c_.program.binders[index].type, span, {}, variable.index));
    return narrowed(c_.add(Op::let, c_.type_of(c_.program.lets[index].value), span, {}, variable.index));
}

/// The type without `?` where the path is known to be present.
ExprId ExpressionChecker::narrowed(ExprId id) {
    if (c_.type_of(id).optional && scope_.is_present(path_of(id))) c_.program.exprs[static_cast<std::size_t>(id)].type.optional = false;
    return id;
}

/// Help for a bare name that is a member of some enum.
std::string ExpressionChecker::member_help(std::string_view name) const {
    for (const Enum& one : c_.program.schema.enums)
        for (const EnumMember& member : one.members)
            if (member.name == name) return fmt::format("a member of an enum is known beside a value of it; elsewhere write `{}.{}`", one.name, name);
    return "a name is a field of the case, a variable of the rule, a parameter or a define";
}

void ExpressionChecker::unknown_name(const syntax::Expr& e, Type expected) {
    if ((expected.is(Kind::enumeration) && expected.of == unknown_enum) || c_.enough_said(e.span)) return;
    std::vector<std::string> names;
    for (const Variable& one : scope_.variables()) names.emplace_back(one.name);
    for (const Field& field : c_.program.case_record().fields) names.push_back(field.name);
    for (const auto& [name, index] : declarations_.parameters) names.push_back(name);
    for (const auto& [name, info] : declarations_.defines) names.push_back(name);
    if (expected.is(Kind::enumeration) && expected.of >= 0) {
        std::vector<std::string> members;
        for (const EnumMember& one : c_.enumeration(expected.of).members) members.push_back(one.name);
        const std::string near = c_.nearest(e.text, members);
        if (!near.empty() || c_.nearest(e.text, names).empty())
            return c_.error("K0235", e.span, fmt::format("`{}` is no member of the enum {}", e.text, c_.enumeration(expected.of).name),
                            near.empty() ? fmt::format("members are {}", some_of(members)) : fmt::format("did you mean `{}`?", near),
                            {{c_.enumeration(expected.of).span, "declared here"}});
    }
    const std::string near = c_.nearest(e.text, names);
    c_.error("K0201", e.span, fmt::format("there is no `{}` here", e.text), near.empty() ? member_help(e.text) : fmt::format("did you mean `{}`?", near));
}

ExprId ExpressionChecker::enum_member(std::int32_t enumeration, std::string_view name, Span span) {
    const Enum& of = c_.enumeration(enumeration);
    if (const int member = c_.schema_names.member(enumeration, name); member >= 0) return c_.constant(type(Kind::enumeration, enumeration), span, member);
    if (c_.enough_said(span)) return c_.broken(span);
    std::vector<std::string> members;
    for (const EnumMember& one : of.members) members.push_back(one.name);
    const std::string near = c_.nearest(name, members);
    c_.error("K0235", span, fmt::format("`{}` is no member of the enum {}", name, of.name),
             near.empty() ? fmt::format("members are {}", some_of(members)) : fmt::format("did you mean `{}`?", near), {{of.span, "declared here"}});
    return c_.broken(span);
}

ExprId ExpressionChecker::member(const syntax::Expr& e) {
    const syntax::Expr& base = e.children.front();
    if (base.kind == ExprKind::name && !names_variable(base))
        if (const auto found = c_.enums.find(base.text); found != c_.enums.end()) return enum_member(found->second, e.text, e.name.span);
    ExprId of = check(base);
    if (c_.type_of(of).is(Kind::error)) return c_.broken(e.span);
    if (c_.type_of(of).optional && !lenient) {
        require_present(of, base);
        return c_.broken(e.span);
    }
    return field_of(of, e);
}

ExprId ExpressionChecker::field_of(ExprId base, const syntax::Expr& e) {
    const bool optional_base = c_.type_of(base).optional;
    if (c_.type_of(base).is(Kind::reference)) {
        Type target = type(Kind::element, c_.type_of(base).of);
        target.optional = optional_base;
        base = c_.add(Op::follow, target, c_.expr(base).span, {base});
    }
    const Type of = c_.type_of(base);
    const Span span = e.span;
    const Span place = e.kind == ExprKind::member ? e.name.span : e.span;
    if (of.is(Kind::row)) {
        const Table& table = c_.program.tables[static_cast<std::size_t>(of.of)];
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (table.columns[i].name == e.text) {
                Type column = table.columns[i].type;
                column.optional = column.optional || optional_base;
                return narrowed(c_.add(Op::column, column, span, {base}, static_cast<std::int32_t>(i)));
            }
    } else if (of.is(Kind::element)) {
        const int field = c_.schema_names.field(of.of, e.text);
        if (field >= 0) {
            Type result = c_.record(of.of).fields[static_cast<std::size_t>(field)].type;
            result.optional = result.optional || optional_base;
            return narrowed(c_.add(Op::field, result, span, {base}, field));
        }
    } else {
        c_.error("K0202", place, fmt::format("{} has no fields", c_.type_name(of.present())),
                 of.is(Kind::list) ? fmt::format("its elements may have: `some x in list where x.{} …`, `(x.{} for x in list)`", e.text, e.text) : "only records, references and table rows have fields");
        return c_.broken(span);
    }
    if (c_.enough_said(place)) return c_.broken(span);
    std::vector<std::string> names;
    if (of.is(Kind::row))
        for (const auto& column : c_.program.tables[static_cast<std::size_t>(of.of)].columns) names.push_back(column.name);
    else
        for (const Field& field : c_.record(of.of).fields) names.push_back(field.name);
    const std::string near = c_.nearest(e.text, names);
    std::vector<Label> labels;
    if (of.is(Kind::element)) labels.push_back({c_.record(of.of).span, "its fields are declared here"});
    c_.error("K0202", place, fmt::format("{} has no field `{}`", of.is(Kind::row) ? "the table" : c_.type_name(of.present()), e.text),
             near.empty() ? fmt::format("it has {}", some_of(names)) : fmt::format("did you mean `{}`?", near), labels);
    return c_.broken(span);
}

// ---- dated values -------------------------------------------------------------------------------------------------------

/// The date by which something dated is read: the rule's `on`, or a hidden parameter of the define.
ExprId ExpressionChecker::on_argument(Span span, const char* what) {
    if (inside_define != nullptr) {
        if (inside_define->on_binder < 0) inside_define->on_binder = c_.add_binder("on", type(Kind::date), span);
        return c_.add(Op::binder, type(Kind::date), span, {}, inside_define->on_binder);
    }
    if (on_date != no_expr) return on_date;
    c_.error("K0307", span, fmt::format("this {} depends on a date, and the rule does not say on which", what), "add `on` with the date of the act, before this line");
    return c_.constant(type(Kind::date), span, 0);
}

ExprId ExpressionChecker::parameter(std::int32_t index, Span span) {
    const Parameter& of = c_.program.parameters[static_cast<std::size_t>(index)];
    const bool dated = of.entries.size() > 1 || (!of.entries.empty() && (of.entries[0].range.from || of.entries[0].range.until));
    const Type result = of.type;
    ExprList args{dated ? on_argument(span, "parameter") : no_expr};
    return c_.add(Op::parameter, result, span, std::move(args), index);
}

// ---- calls --------------------------------------------------------------------------------------------------------------

ExprId ExpressionChecker::call(const syntax::Expr& e) {
    if (const auto found = declarations_.defines.find(e.text); found != declarations_.defines.end()) return call_define(found->second, e);
    if (const auto found = declarations_.tables.find(e.text); found != declarations_.tables.end()) return call_table(found->second, e);
    if (c_.enough_said(e.name.span)) return c_.broken(e.span);
    if (declarations_.damaged.count(e.text) != 0) {
        for (const syntax::Expr& argument : e.children) (void)check(argument, expected_beside({}));
        return c_.broken(e.span);
    }
    std::vector<std::string> names;
    for (const auto& [name, info] : declarations_.defines) names.push_back(name);
    for (const auto& [name, index] : declarations_.tables) names.push_back(name);
    const std::string near = c_.nearest(e.text, names);
    c_.error("K0236", e.name.span, fmt::format("there is no define or table `{}`", e.text), near.empty() ? std::string("declare it with `define` or `table`") : fmt::format("did you mean `{}`?", near));
    return c_.broken(e.span);
}

ExprId ExpressionChecker::call_define(DefineInfo& define, const syntax::Expr& e) {
    check_define(define);
    ExprList args;
    if (e.children.size() != define.parameters.size()) {
        c_.error("K0236", e.span, fmt::format("`{}` takes {} value{}, here are {}", define.decl->name.text, define.parameters.size(), define.parameters.size() == 1 ? "" : "s", e.children.size()),
                 "give one value for each parameter", {{define.decl->name.span, "declared here"}});
        return c_.broken(e.span);
    }
    for (std::size_t i = 0; i < e.children.size(); ++i) {
        const Type wanted = define.parameters[i];
        ExprId arg = wanted.optional ? check(e.children[i], wanted) : present(e.children[i], wanted);
        arg = coerce(arg, wanted);
        if (!fits(c_.type_of(arg), wanted))
            c_.error("K0237", e.children[i].span, fmt::format("`{}` wants {}, this is {}", define.decl->name.text, c_.type_name(wanted), c_.type_name(c_.type_of(arg))), "give a value of the declared type",
                     {{define.decl->parameters[i].name.span, "declared here"}});
        args.push_back(arg);
    }
    if (define.on_binder >= 0) args.push_back(on_argument(e.span, "define"));
    return narrowed(c_.add(Op::call, define.result, e.span, std::move(args), define.index));
}

void ExpressionChecker::check_defines() {
    for (auto& [name, define] : declarations_.defines) check_define(define);
}

void ExpressionChecker::check_define(DefineInfo& define) {
    if (define.state == DefineInfo::State::done) return;
    const syntax::DefineDecl& decl = *define.decl;
    if (define.state == DefineInfo::State::running) {
        c_.error("K0239", decl.name.span, fmt::format("the define `{}` calls itself, at once or through others", decl.name.text), "defines may not recur: use a quantifier or a fold over a list");
        define.state = DefineInfo::State::done;
        return;
    }
    if (depth_ > max_define_depth * 4) {
        c_.error("K0712", decl.name.span, "defines call one another too deep", "write some of them out");
        define.state = DefineInfo::State::done;
        return;
    }
    define.state = DefineInfo::State::running;
    Scope scope;
    ExpressionChecker inner(c_, declarations_, scope, counting_);
    inner.inside_define = &define;
    inner.depth_ = depth_ + 4;
    const auto index = static_cast<std::size_t>(define.index);
    for (std::size_t i = 0; i < decl.parameters.size(); ++i)
        inner.bind(decl.parameters[i].name.text, decl.parameters[i].name.span, false, c_.program.defines[index].parameters[i]);
    ExprId body = inner.check(decl.body, define.result);
    body = inner.coerce(body, define.result);
    if (c_.type_of(body).optional && !define.result.optional) inner.require_present(body, decl.body);
    else if (!inner.fits(c_.type_of(body), define.result))
        c_.error("K0238", decl.body.span, fmt::format("`{}` is declared as {}, this is {}", decl.name.text, c_.type_name(define.result), c_.type_name(c_.type_of(body))), "change the value, or the type behind the colon",
                 {{decl.result.span, "declared here"}});
    if ((define.result.is(Kind::period) || define.result.is(Kind::deadline)) && c_.type_of(body).is(define.result.kind)) define.result.of = c_.type_of(body).of;
    c_.program.defines[index].body = body;
    if (define.on_binder >= 0) c_.program.defines[index].parameters.push_back(define.on_binder);
    define.state = DefineInfo::State::done;
}

ExprId ExpressionChecker::call_table(std::int32_t table, const syntax::Expr& e) {
    const std::size_t keys = c_.program.tables[static_cast<std::size_t>(table)].keys.size();
    if (e.children.size() != keys) {
        c_.error("K0236", e.span, fmt::format("the table `{}` has {} key{}, here are {} values", e.text, keys, keys == 1 ? "" : "s", e.children.size()), "give one value for each key");
        return c_.broken(e.span);
    }
    ExprList args;
    for (std::size_t i = 0; i < keys; ++i) {
        const Type wanted = c_.program.tables[static_cast<std::size_t>(table)].keys[i].type;
        const ExprId arg = coerce(present(e.children[i], wanted), wanted);
        if (!fits(c_.type_of(arg), wanted))
            c_.error("K0237", e.children[i].span, fmt::format("the table `{}` wants {}, this is {}", e.text, c_.type_name(wanted), c_.type_name(c_.type_of(arg))), "give a value of the key's type",
                     {{c_.program.tables[static_cast<std::size_t>(table)].span, "declared here"}});
        args.push_back(arg);
    }
    Type row = type(Kind::row, table);
    row.optional = true;
    return c_.add(Op::table_row, row, e.span, std::move(args), table);
}

// ---- binding ------------------------------------------------------------------------------------------------------------

void ExpressionChecker::bind(std::string_view name, Span span, bool is_let, std::int32_t index, std::string list_path) {
    Span other;
    const char* what = nullptr;
    if (const Variable* found = scope_.find(name)) {
        other = found->span;
        what = "a variable";
    } else if (const int field = c_.case_field(name); field >= 0) {
        other = c_.program.case_record().fields[static_cast<std::size_t>(field)].span;
        what = "a field of the case";
    } else if (const auto found_name = declarations_.places.find(name); found_name != declarations_.places.end()) {
        other = found_name->second;
        what = "a declaration";
    } else if (name == "due") {
        what = "the deadline of the rule";
    }
    if (what != nullptr)
        c_.error("K0205", span, fmt::format("`{}` already means {}", name, what), "choose another name: no name hides another", other.valid() ? std::vector<Label>{{other, "declared here"}} : std::vector<Label>{});
    scope_.add({name, is_let, index, span, false, std::move(list_path)});
}

}  // namespace kaoping::dsl
