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

/// Takes those out of `facts` that stand behind `begin` and not among the others.
void keep_common(std::vector<std::string>& facts, std::size_t begin, std::vector<std::string> others) {
    std::sort(others.begin(), others.end());
    const auto lacks = [&](const std::string& one) { return !std::binary_search(others.begin(), others.end(), one); };
    facts.erase(std::remove_if(facts.begin() + static_cast<std::ptrdiff_t>(begin), facts.end(), lacks), facts.end());
}

/// Facts of a define's body are about its parameters; those of a call are about its arguments.
void add_renamed(const std::vector<std::string>& facts, const std::string& from, const std::string& to, std::vector<std::string>& out) {
    for (const std::string& fact : facts) {
        const std::size_t start = fact.rfind("n:", 0) == 0 ? 2 : 0;
        if (fact.compare(start, from.size(), from) != 0) continue;
        const std::size_t end = start + from.size();
        if (end < fact.size() && fact[end] != '.' && fact[end] != '>' && fact[end] != '#') continue;
        if (!to.empty()) out.push_back(fact.substr(0, start) + to + fact.substr(end));
    }
}

}  // namespace

void ExpressionChecker::assume(ExprId condition, bool truth) {
    std::vector<std::string> facts;
    add_facts(condition, truth, facts);
    for (const std::string& fact : facts) scope_.assume(fact);
}

/// Of what a let or define stands for: asked for wherever it is used, so it is found once, and each fact stands there once.
const std::vector<std::string>& ExpressionChecker::known_facts(ExprId condition, bool truth) const {
    const auto [known, is_new] = c_.known_facts.try_emplace({condition, truth});
    std::vector<std::string>& facts = known->second;
    if (!is_new) return facts;
    add_facts(condition, truth, facts);
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    return facts;
}

void ExpressionChecker::add_facts(ExprId condition, bool truth, std::vector<std::string>& out) const {
    if (condition == no_expr) return;
    const Expr& e = c_.expr(condition);
    const auto all_of = [&](bool side) {
        for (const ExprId arg : e.args) add_facts(arg, side, out);
    };
    const auto common = [&](bool side) {
        const std::size_t begin = out.size();
        add_facts(e.args[0], side, out);
        for (std::size_t i = 1; i < e.args.size() && out.size() > begin; ++i) {
            std::vector<std::string> others;
            add_facts(e.args[i], side, others);
            keep_common(out, begin, std::move(others));
        }
    };
    const auto one = [&](const char* prefix) {
        std::string fact = prefix;
        if (add_path(e.args[0], fact)) out.push_back(std::move(fact));
    };
    switch (e.op) {
        case Op::is_recorded: return truth ? one("") : void();
        case Op::is_missing: return truth ? void() : one("");
        case Op::is_empty: return truth ? void() : one("n:");
        case Op::at_least: return truth && e.second >= 1 ? one("n:") : void();
        case Op::not_: return add_facts(e.args[0], !truth, out);
        case Op::and_: return truth ? all_of(true) : common(false);
        case Op::or_: return truth ? common(true) : all_of(false);
        case Op::let: {
            const std::vector<std::string>& known = known_facts(c_.program.lets[static_cast<std::size_t>(e.index)].value, truth);
            out.insert(out.end(), known.begin(), known.end());
            return;
        }
        case Op::call: {
            const Define& define = c_.program.defines[static_cast<std::size_t>(e.index)];
            const std::vector<std::string>& of_body = known_facts(define.body, truth);
            if (of_body.empty()) return;
            add_renamed(of_body, "c", "c", out);
            for (std::size_t i = 0; i < define.parameters.size() && i < e.args.size(); ++i)
                add_renamed(of_body, fmt::format("b{}", define.parameters[i]), path_of(e.args[i]), out);
            return;
        }
        default: return;
    }
}

}  // namespace kaoping::dsl
