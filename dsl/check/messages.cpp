// What a person reads of a rule: shown values, responsible persons, message, remedy, and their other languages.

#include <fmt/format.h>

#include <algorithm>

#include "dsl/check/rule_check.hpp"
#include "dsl/syntax/parser.hpp"

namespace kaoping::dsl {

namespace {

std::string counted(std::size_t n, const char* what) { return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s"); }

}  // namespace

void RuleChecker::check_hole(ExprId id, const syntax::Expr& e) {
    const Type t = c_.type_of(id);
    const bool plain_list = t.is(Kind::list) && t.item != Kind::element && t.item != Kind::row;
    if (plain_list || (!t.is(Kind::list) && !t.is(Kind::element) && !t.is(Kind::row) && !t.is(Kind::spans))) return;
    c_.error("K0324", e.span, fmt::format("{} cannot be shown", c_.type_name(t)), "name one of its fields, or count the list");
}

void RuleChecker::shown(std::span<const syntax::Expr> list, std::vector<Shown>& to, bool responsible) {
    for (const syntax::Expr& e : list) {
        expressions_.lenient = true;
        const ExprId id = expressions_.check(e);
        expressions_.lenient = false;
        const Type t = c_.type_of(id);
        if (responsible) {
            const Kind kind = t.is(Kind::list) ? t.item : t.kind;
            if (kind != Kind::reference && kind != Kind::element && kind != Kind::text && kind != Kind::error)
                c_.error("K0325", e.span, fmt::format("responsible are persons, this is {}", c_.type_name(t)), "name references to persons, or lists of them");
        } else {
            check_hole(id, e);
        }
        to.push_back({std::string(c_.map.text(e.span)), id});
    }
}

Message RuleChecker::message(const syntax::Template& text) {
    Message out;
    out.parts.reserve(text.parts.size());
    holes_.clear();
    for (const syntax::Template::Part& part : text.parts) {
        Message::Part to;
        to.text = part.text;
        if (part.hole.written()) {
            expressions_.lenient = true;
            to.hole = expressions_.check(part.hole);
            expressions_.lenient = false;
            check_hole(to.hole, part.hole);
            holes_.emplace_back(c_.map.text(part.hole.span));
        }
        out.parts.push_back(std::move(to));
    }
    return out;
}

std::string RuleChecker::fixed_text(const syntax::Template& text, const char* what) {
    std::string out;
    for (const syntax::Template::Part& part : text.parts) {
        if (part.hole.written() && part.hole.kind != syntax::ExprKind::error)
            c_.error("K0329", part.hole.span, fmt::format("a {} has no holes", what), "say in the message what is wrong, and here what to do");
        out += part.text;
    }
    return out;
}

// ---- catalogues -----------------------------------------------------------------------------------------------------------

void RuleChecker::catalogues() {
    const std::string key = c_.program.standards[static_cast<std::size_t>(rule_.standard)].id + "." + rule_.id;
    for (const Catalogue& catalogue : pack_.catalogues) {
        const CatalogueEntry* entry = catalogue.find(key, rule_.version);
        if (entry != nullptr) catalogue_texts(catalogue, *entry);
        else
            c_.error("K0610", {catalogue.file, 0, 0}, fmt::format("the catalogue {} has no texts of the rule `{}`", catalogue.language, key),
                     fmt::format("add `{}:` with title, message and remedy under `rules`", key), {{rule_.span, "the rule"}});
    }
}

void RuleChecker::catalogue_texts(const Catalogue& catalogue, const CatalogueEntry& entry) {
    RuleTexts out;
    const auto lacks = [&](const LocatedText& text, bool needed, const char* what) {
        if (text.empty() && needed) c_.error("K0612", entry.key_span, fmt::format("the {} of the rule `{}` is missing", what, entry.rule), "translate it", {{rule_.span, "the rule"}});
    };
    lacks(entry.title, true, "title");
    lacks(entry.message, !rule_.texts.message.parts.empty(), "message");
    lacks(entry.remedy, !rule_.texts.remedy.empty(), "remedy");
    if (entry.reasons.size() != rule_.exceptions.size())
        c_.error("K0613", entry.key_span, fmt::format("the rule has {}, the catalogue gives {}", counted(rule_.exceptions.size(), "exception"), counted(entry.reasons.size(), "reason")), "give one reason under `reasons` for each `except`, in order",
                 {{rule_.span, "the rule"}});
    out.title = entry.title.text;
    out.remedy = entry.remedy.text;
    for (const LocatedText& reason : entry.reasons) out.reasons.push_back(reason.text);
    for (const CatalogueStandard& standard : catalogue.standards)
        if (standard.id == c_.program.standards[static_cast<std::size_t>(rule_.standard)].id) out.standard_title = standard.title.text;
    if (!entry.message.empty()) {
        std::vector<std::string> own = std::move(holes_);
        out.message = message(parse_template(c_.map, entry.message.span, c_.arena, c_.diagnostics));
        std::vector<std::string> theirs = std::move(holes_);
        holes_ = own;
        const auto normal = [](std::vector<std::string>& all) {
            std::sort(all.begin(), all.end());
            all.erase(std::unique(all.begin(), all.end()), all.end());
        };
        normal(own);
        normal(theirs);
        if (own != theirs)
            c_.error("K0614", entry.message.span, fmt::format("the holes of the message differ: here {{{}}}, in the rule {{{}}}", fmt::join(theirs, "}, {"), fmt::join(own, "}, {")),
                     "use the same holes as the rule", {{rule_.span, "the rule"}});
    }
    rule_.catalogue[catalogue.language] = std::move(out);
}

}  // namespace kaoping::dsl
