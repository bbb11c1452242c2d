// What is known to be present: paths of values, and what conditions tell of them (semantics § 1).

#include <fmt/format.h>

#include <algorithm>

#include "dsl/check/expression_check.hpp"

namespace kaoping::dsl {

std::string ExpressionChecker::path_of(ExprId id) const {
    std::string out;
    if (!add_path(id, out)) out.clear();
    return out;
}

bool ExpressionChecker::add_path(ExprId id, std::string& out) const {
    if (id == no_expr) return false;
    const Expr& e = c_.expr(id);
    const auto step = [&](char sign, const std::string& number) {
        out += sign;
        out += number;
        return true;
    };
    switch (e.op) {
        case Op::case_: return step('c', {});
        case Op::binder: return step('b', std::to_string(e.index));
        case Op::let: return step('l', std::to_string(e.index));
        case Op::field: return add_path(e.args[0], out) && step('.', std::to_string(e.index));
        case Op::follow: return add_path(e.args[0], out) && step('>', {});
        case Op::column: return add_path(e.args[0], out) && step('#', std::to_string(e.index));
        default: return false;
    }
}

namespace {

std::vector<std::string> intersection(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> out;
    for (const std::string& one : a)
        if (std::find(b.begin(), b.end(), one) != b.end()) out.push_back(one);
    return out;
}

/// Facts of a define's body are about its parameters; those of a call are about its arguments.
std::vector<std::string> rename(const std::vector<std::string>& facts, const std::string& from, const std::string& to) {
    std::vector<std::string> out;
    for (const std::string& fact : facts) {
        const std::size_t start = fact.rfind("n:", 0) == 0 ? 2 : 0;
        if (fact.compare(start, from.size(), from) != 0) continue;
        const std::size_t end = start + from.size();
        if (end < fact.size() && fact[end] != '.' && fact[end] != '>' && fact[end] != '#') continue;
        if (!to.empty()) out.push_back(fact.substr(0, start) + to + fact.substr(end));
    }
    return out;
}

}  // namespace

std::vector<std::string> ExpressionChecker::facts(ExprId condition, bool truth) const {
    if (condition == no_expr) return {};
    const Expr& e = c_.expr(condition);
    const auto all_of = [&](bool side) {
        std::vector<std::string> out;
        for (const ExprId arg : e.args) {
            const auto more = facts(arg, side);
            out.insert(out.end(), more.begin(), more.end());
        }
        return out;
    };
    const auto common = [&](bool side) {
        std::vector<std::string> out = facts(e.args[0], side);
        for (std::size_t i = 1; i < e.args.size(); ++i) out = intersection(out, facts(e.args[i], side));
        return out;
    };
    const auto one = [](std::string path, const char* prefix = "") {
        return path.empty() ? std::vector<std::string>{} : std::vector<std::string>{prefix + path};
    };
    switch (e.op) {
        case Op::is_recorded: return truth ? one(path_of(e.args[0])) : std::vector<std::string>{};
        case Op::is_missing: return truth ? std::vector<std::string>{} : one(path_of(e.args[0]));
        case Op::is_empty: return truth ? std::vector<std::string>{} : one(path_of(e.args[0]), "n:");
        case Op::at_least: return truth && e.second >= 1 ? one(path_of(e.args[0]), "n:") : std::vector<std::string>{};
        case Op::not_: return facts(e.args[0], !truth);
        case Op::and_: return truth ? all_of(true) : common(false);
        case Op::or_: return truth ? common(true) : all_of(false);
        case Op::let: return facts(c_.program.lets[static_cast<std::size_t>(e.index)].value, truth);
        case Op::call: {
            const Define& define = c_.program.defines[static_cast<std::size_t>(e.index)];
            std::vector<std::string> out;
            const auto of_body = facts(define.body, truth);
            for (const std::string& fact : rename(of_body, "c", "c")) out.push_back(fact);
            for (std::size_t i = 0; i < define.parameters.size() && i < e.args.size(); ++i)
                for (const std::string& fact : rename(of_body, fmt::format("b{}", define.parameters[i]), path_of(e.args[i]))) out.push_back(fact);
            return out;
        }
        default: return {};
    }
}

}  // namespace kaoping::dsl
