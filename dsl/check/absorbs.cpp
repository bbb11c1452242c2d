// Which rules absorb which: names, and that no rule absorbs itself over others.

#include <fmt/format.h>

#include "dsl/check/checker.hpp"
#include "dsl/diagnostic/suggest.hpp"

namespace kaoping::dsl {

namespace {

/// `other`, `standard.other` or the full id.
std::vector<int> find_rules(const Program& program, const Rule& from, const std::string& name) {
    const Standard& standard = program.standards[static_cast<std::size_t>(from.standard)];
    const Pack& pack = program.packs[static_cast<std::size_t>(from.pack)];
    for (const std::string& full : {standard.full_id + "." + name, pack.id + "." + name, name}) {
        std::vector<int> out;
        for (std::size_t r = 0; r < program.rules.size(); ++r)
            if (program.rules[r].full_id == full) out.push_back(static_cast<int>(r));
        if (!out.empty()) return out;
    }
    return {};
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
    for (std::size_t r = 0; r < written.size(); ++r)
        for (const syntax::RuleName& name : written[r]) {
            const std::vector<int> found = find_rules(c.program, c.program.rules[r], name.text);
            if (found.empty()) {
                std::vector<std::string> names;
                for (const Rule& rule : c.program.rules) names.push_back(rule.standard == c.program.rules[r].standard ? rule.id : rule.full_id);
                const std::string near = nearest_name(name.text, names);
                c.error("K0322", name.span, fmt::format("there is no rule `{}` to absorb", name.text),
                        near.empty() ? "write the rule's name, with `standard.` in front where it stands in another" : fmt::format("did you mean `{}`?", near));
            }
            auto& absorbs = c.program.rules[r].absorbs;
            absorbs.insert(absorbs.end(), found.begin(), found.end());
        }
    std::vector<Mark> marks(c.program.rules.size(), Mark::fresh);
    for (std::size_t r = 0; r < marks.size(); ++r)
        if (marks[r] == Mark::fresh) (void)visit(c, r, marks, 0);
}

}  // namespace kaoping::dsl
