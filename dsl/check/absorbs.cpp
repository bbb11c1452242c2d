// Which rules absorb which: names, and that no rule absorbs itself over others.

#include <fmt/format.h>

#include "dsl/check/checker.hpp"
#include "dsl/source/text_map.hpp"

namespace kaoping::dsl {

namespace {

/// Rules by full id: versions share it.
using RulesById = ViewMap<std::vector<int>>;

/// `other`, `standard.other` or the full id; null: there is none.
const std::vector<int>* find_rules(const Program& program, const RulesById& by_id, const Rule& from, std::string_view name) {
    const Standard& standard = program.standards[static_cast<std::size_t>(from.standard)];
    const Pack& pack = program.packs[static_cast<std::size_t>(from.pack)];
    for (const std::string& full : {fmt::format("{}.{}", standard.full_id, name), fmt::format("{}.{}", pack.id, name), std::string(name)})
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

/// Follows what a rule absorbs, and what that absorbs; of a cycle the rule is told that closes it. Chains may be as long as packs are.
void follow(Checker& c, std::size_t first, std::vector<Mark>& marks) {
    struct Step {
        std::size_t rule, next = 0;  ///< of what it absorbs
    };
    std::vector<Step> path{{first}};
    marks[first] = Mark::running;
    while (!path.empty()) {
        const Rule& rule = c.program.rules[path.back().rule];
        if (path.back().next == rule.absorbs.size()) {
            marks[path.back().rule] = Mark::done;
            path.pop_back();
            continue;
        }
        const auto next = static_cast<std::size_t>(rule.absorbs[path.back().next++]);
        if (marks[next] == Mark::done) continue;
        if (marks[next] == Mark::running || c.program.rules[next].full_id == rule.full_id) {
            c.error("K0323", rule.span, fmt::format("`{}` absorbs itself, at once or through others", rule.id), "let the graver rule absorb the lighter one only",
                    {{c.program.rules[next].span, "it absorbs this"}});
            for (const Step& step : path) marks[step.rule] = Mark::done;
            return;
        }
        marks[next] = Mark::running;
        path.push_back({next});
    }
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
        if (marks[r] == Mark::fresh) follow(c, r, marks);
}

}  // namespace kaoping::dsl
