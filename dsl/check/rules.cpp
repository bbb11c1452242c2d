// Standards and rules of a pack; versions of rules.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "dsl/check/checker.hpp"
#include "dsl/check/expression_check.hpp"
#include "dsl/check/rule_check.hpp"
#include "dsl/registry/civil_date.hpp"
#include "dsl/registry/scalar_text.hpp"

namespace kaoping::dsl {

namespace {

using syntax::ClauseKind;

/// The period that a rule writes, before it is checked: versions are numbered by it.
DayRange written_period(const syntax::RuleDecl& decl) {
    for (const syntax::Clause& clause : decl.clauses)
        if (clause.kind == ClauseKind::effective && clause.effective != nullptr) return {parse_day(clause.effective->from), parse_day(clause.effective->until)};
    return {};
}

class PackChecker {
public:
    PackChecker(Checker& checker, const PackInput& pack, std::int32_t index, Declarations& declarations)
        : c_(checker), pack_(pack), index_(index), declarations_(declarations) {}

    void run(std::vector<std::vector<syntax::RuleName>>& absorbs) {
        std::size_t rules = c_.program.rules.size();
        for (const syntax::File& file : pack_.rules)
            for (const syntax::StandardDecl& decl : file.standards) rules += decl.rules.size();
        c_.program.rules.reserve(rules);  // they are large
        std::map<std::string, Span> standards;
        for (const syntax::File& file : pack_.rules)
            for (const syntax::StandardDecl& decl : file.standards) {
                const auto [place, is_new] = standards.emplace(decl.name.text, decl.name.span);
                if (!is_new) c_.error("K0204", decl.name.span, fmt::format("the standard `{}` is declared twice", decl.name.text), "put its rules into one block", {{place->second, "first here"}});
                standard(decl, absorbs);
            }
        unknown_catalogue_entries();
    }

private:
    void standard(const syntax::StandardDecl& decl, std::vector<std::vector<syntax::RuleName>>& absorbs) {
        Standard out;
        out.id = decl.name.text;
        out.full_id = pack_.manifest.id.text + "." + out.id;
        out.title = decl.title;
        out.pack = index_;
        out.span = decl.name.span;
        out.points = points(decl);
        const auto number = static_cast<std::int32_t>(c_.program.standards.size());
        c_.program.standards.push_back(std::move(out));
        if (decl.rules.empty()) c_.warning("K0331", decl.name.span, fmt::format("the standard `{}` has no rules", decl.name.text), "write `rule name \"title\" { … }` inside it");
        const std::vector<int> versions = number_versions(decl);
        for (std::size_t i = 0; i < decl.rules.size(); ++i) {
            if (decl.rules[i].name.empty()) continue;
            std::vector<syntax::RuleName> names;
            Rule rule = RuleChecker(c_, pack_, index_, declarations_, number, versions[i]).run(decl.rules[i], names);
            c_.program.standards[static_cast<std::size_t>(number)].rules.push_back(static_cast<int>(c_.program.rules.size()));
            c_.program.rules.push_back(std::move(rule));
            absorbs.push_back(std::move(names));
        }
    }

    std::int64_t points(const syntax::StandardDecl& decl) {
        if (!decl.points) {
            c_.error("K0321", decl.name.span, fmt::format("the standard `{}` says no points", decl.name.text), "write `points 10` behind its title");
            return 0;
        }
        const auto value = decl.points->kind == syntax::ExprKind::number ? parse_decimal(decl.points->text) : std::nullopt;
        if (value && *value >= 0 && *value <= 1'000'000 * number_scale) return *value;
        if (decl.points->kind != syntax::ExprKind::error)
            c_.error("K0321", decl.points->span, "the points of a standard are a number from 0 to 1000000, written out", "write `points 10`");
        return 0;
    }

    /// Rules of one name are versions: their periods lie side by side, and they are numbered by date.
    std::vector<int> number_versions(const syntax::StandardDecl& decl) {
        std::map<std::string_view, std::vector<std::size_t>> by_name;
        for (std::size_t i = 0; i < decl.rules.size(); ++i) by_name[decl.rules[i].name.text].push_back(i);
        std::vector<int> out(decl.rules.size(), 1);
        for (auto& [name, all] : by_name) {
            if (all.size() < 2 || name.empty()) continue;
            const auto start = [&](std::size_t i) { return written_period(decl.rules[i]).from.value_or(INT64_MIN); };
            std::stable_sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) { return start(a) < start(b); });
            for (std::size_t k = 0; k < all.size(); ++k) {
                out[all[k]] = static_cast<int>(k) + 1;
                if (k > 0) adjoining(decl.rules[all[k - 1]], decl.rules[all[k]]);
            }
        }
        return out;
    }

    void adjoining(const syntax::RuleDecl& before, const syntax::RuleDecl& after) {
        const auto dated = [](const syntax::RuleDecl& decl) {
            return std::any_of(decl.clauses.begin(), decl.clauses.end(), [](const syntax::Clause& one) { return one.kind == ClauseKind::effective; });
        };
        if (before.damaged || after.damaged) return;
        const std::vector<Label> label{{before.name.span, "the other one"}};
        if (!dated(before) || !dated(after))
            return c_.error("K0311", after.name.span, fmt::format("the rule `{}` stands there twice", after.name.text), "choose another name, or give both a period with `effective`: then they are versions", label);
        const DayRange a = written_period(before), b = written_period(after);
        if (!a.until || !b.from || *b.from <= *a.until)
            return c_.error("K0309", after.name.span, fmt::format("two versions of `{}` are in force on the same day", after.name.text), "end one where the next begins", label);
        if (*b.from != *a.until + 1)
            c_.error("K0310", after.name.span, fmt::format("no version of `{}` is in force from {} to {}", after.name.text, day_text(*a.until + 1), day_text(*b.from - 1)), "close the gap between the periods", label);
    }

    void unknown_catalogue_entries() {
        std::vector<std::string> rules, standards;
        for (const syntax::File& file : pack_.rules)
            for (const syntax::StandardDecl& decl : file.standards) {
                standards.emplace_back(decl.name.text);
                for (const syntax::RuleDecl& rule : decl.rules) rules.push_back(fmt::format("{}.{}", decl.name.text, rule.name.text));
            }
        std::sort(rules.begin(), rules.end());
        std::sort(standards.begin(), standards.end());
        const auto check = [&](const std::string& name, Span span, const std::vector<std::string>& known, const char* what) {
            if (std::binary_search(known.begin(), known.end(), name) || c_.enough_said(span)) return;
            const std::string near = c_.nearest(name, known);
            c_.error("K0611", span, fmt::format("the pack has no {} `{}`", what, name), near.empty() ? "remove it" : fmt::format("did you mean `{}`?", near));
        };
        for (const Catalogue& catalogue : pack_.catalogues) {
            for (const CatalogueEntry& entry : catalogue.rules) check(entry.rule, entry.key_span, rules, "rule");
            for (const CatalogueStandard& standard : catalogue.standards) check(standard.id, standard.key_span, standards, "standard");
        }
    }

    Checker& c_;
    const PackInput& pack_;
    std::int32_t index_;
    Declarations& declarations_;
};

}  // namespace

void check_rules(Checker& checker, const PackInput& pack, std::int32_t pack_index, Declarations& declarations, std::vector<std::vector<syntax::RuleName>>& absorbs) {
    PackChecker(checker, pack, pack_index, declarations).run(absorbs);
    Scope scope;
    ExpressionChecker(checker, declarations, scope, pack.manifest.counting).check_defines();
}

}  // namespace kaoping::dsl
