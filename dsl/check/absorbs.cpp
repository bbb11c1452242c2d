// Which rules absorb which: names, and that no rule absorbs itself over others.

#include <fmt/format.h>

#include <boost/unordered/unordered_flat_map.hpp>

#include "dsl/check/checker.hpp"

namespace kaoping::dsl {

namespace {

/// Rules by full id: versions share it.
using RulesById = boost::unordered_flat_map<std::string_view, std::vector<int>>;

/// `other`, `standard.other` or the full id; null: there is none.
const std::vector<int>* find_rules(const Program& program, const RulesById& by_id, const Rule& from, const std::string& name) {
    const Standard& standard = program.standards[static_cast<std::size_t>(from.standard)];
    const Pack& pack = program.packs[static_cast<std::size_t>(from.pack)];
    for (const std::string& full : {standard.full_id + "." + name, pack.id + "." + name, name})
        if (const auto found = by_id.find(full); found != by_id.end()) return &found->second;
    return nullptr;
}

void unknown_rule(Checker& c, const Rule& from, const syntax::RuleName& name) {
    if (c.enough_said(name.span)) return;
    std::vector<std::string> names;
    for (const Rule& rule : c.program.rules) names.push_back(rule.standard == from.standard ? rule.id : rule.full_id);
    const std::string near = c.nearest(name.text, names);
    c.error("K0322", name.span, fmt::format("there is no rule `{}` to absorb", name.text),
            near.empty() ? "write the rule's name, with `standard.` in front where it stands in another" : fmt::format("did you mean `{}`?", near));
}

enum class Mark { fresh, running, done };

/// True: a cycle was found and reported.
bool visit(Checker& c, std::size_t rule, std::vector<Mark>& marks, std::size_t depth) {
    marks[rule] = Mark::running;
    for (const int next : c.program.rules[rule].absorbs) {
        const auto n = static_cast<std::size_t>(next);
        if (marks[n] == Mark::done) continue;
        const bool cycle = marks[n] == Mark::running || c.program.rules[n].full_id == c.program.rules[rule].full_id || depth > 500;
        if (cycle)
            c.error("K0323", c.program.rules[rule].span, fmt::format("`{}` absorbs itself, at once or through others", c.program.rules[rule].id),
                    "let the graver rule absorb the lighter one only", {{c.program.rules[n].span, "it absorbs this"}});
        if (cycle || visit(c, n, marks, depth + 1)) {
            marks[rule] = Mark::done;
            return true;
        }
    }
    marks[rule] = Mark::done;
    return false;
}

}  // namespace

void check_absorbs(Checker& c, const std::vector<std::vector<syntax::RuleName>>& written) {
    RulesById by_id;
    for (std::size_t r = 0; r < c.program.rules.size(); ++r) by_id[c.program.rules[r].full_id].push_back(static_cast<int>(r));
    for (std::size_t r = 0; r < written.size(); ++r)
        for (const syntax::RuleName& name : written[r]) {
            Rule& from = c.program.rules[r];
            const std::vector<int>* found = find_rules(c.program, by_id, from, name.text);
            if (found == nullptr) unknown_rule(c, from, name);
            else from.absorbs.insert(from.absorbs.end(), found->begin(), found->end());
        }
    std::vector<Mark> marks(c.program.rules.size(), Mark::fresh);
    for (std::size_t r = 0; r < marks.size(); ++r)
        if (marks[r] == Mark::fresh) (void)visit(c, r, marks, 0);
}

}  // namespace kaoping::dsl
