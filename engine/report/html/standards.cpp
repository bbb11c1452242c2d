// Defects by standard and by law: see sections.hpp.

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "engine/report/html/sections.hpp"
#include "engine/score/decimal.hpp"

namespace kaoping::engine::html {

namespace {

/// What the rules that cite one source found.
struct SourceTally {
    Bar bar;
    std::set<std::string> rules;
    struct Article {
        dsl::Citation citation;
        std::uint64_t defects = 0;
    };
    std::vector<Article> articles;  ///< in the order of the rules, at last in that of the law

    Article& article(const dsl::Citation& citation) {
        const auto place = [](const dsl::Citation& of) { return std::tie(of.article, of.paragraph, of.item); };
        const auto same = [&](const Article& a) { return place(a.citation) == place(citation); };
        const auto found = std::find_if(articles.begin(), articles.end(), same);
        return found != articles.end() ? *found : articles.emplace_back(Article{citation, 0});
    }
};

/// Article 9 stands before article 10, and article 10-1 behind it.
std::tuple<long, long, int, int> place_in_law(const dsl::Citation& citation) {
    const std::size_t dash = citation.article.find('-');
    const long added = dash == std::string::npos ? 0 : std::strtol(citation.article.c_str() + dash + 1, nullptr, 10);
    return {std::strtol(citation.article.c_str(), nullptr, 10), added, citation.paragraph, citation.item};
}

std::vector<std::pair<std::string, SourceTally>> by_source(const Sources& from) {
    std::map<std::string, SourceTally> tallies;
    const dsl::Program& program = from.texts.program();
    for (std::size_t r = 0; r < program.rules.size(); ++r) {
        const dsl::Rule& rule = program.rules[r];
        const std::uint64_t defects = from.contents.defects_of(from.totals.summary, r);
        std::set<std::string> cited;  // a source counts a defect once, however many of its articles the rule cites
        for (const dsl::Citation& citation : rule.basis) {
            SourceTally& tally = tallies[citation.source];
            tally.article(citation).defects += defects;
            tally.rules.insert(rule.full_id);
            if (cited.insert(citation.source).second) tally.bar.by_severity[static_cast<std::size_t>(rule.severity)] += defects;
        }
    }
    for (auto& [source, tally] : tallies)
        std::stable_sort(tally.articles.begin(), tally.articles.end(),
                         [](const auto& a, const auto& b) { return place_in_law(a.citation) < place_in_law(b.citation); });
    std::vector<std::pair<std::string, SourceTally>> out(tallies.begin(), tallies.end());
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second.bar.total() > b.second.bar.total(); });
    return out;
}

TemplateData law_row(const Sources& from, const std::string& source, const SourceTally& tally) {
    TemplateData articles{TemplateData::type::list};
    for (const SourceTally::Article& article : tally.articles) {
        TemplateData entry;
        entry.set("text", from.texts.article(article.citation));
        entry.set("count", article.defects == 0 ? TemplateData{false} : TemplateData{count_text(article.defects)});
        articles.push_back(entry);
    }
    const auto title = from.texts.program().sources.find(source);
    TemplateData row;
    row.set("title", from.texts.source_title(source));
    row.set("key", from.texts.source_title(source) == source ? "" : source);
    const bool known = title != from.texts.program().sources.end();
    const std::string note = !known ? "" : from.texts.labels.chinese() ? title->second.note_zh : title->second.note_en;
    row.set("unverified", known && !title->second.verified);
    row.set("note", note.empty() ? TemplateData{false} : TemplateData{note});
    row.set("articles", articles);
    row.set("rules", count_text(tally.rules.size()));
    row.set("defects", count_text(tally.bar.total()));
    return row;
}

TemplateData standard_row(const Sources& from, std::size_t standard) {
    const StandardTally none;
    const auto& tallies = from.totals.summary.standards;
    const StandardTally& tally = standard < tallies.size() ? tallies[standard] : none;
    const auto cases = static_cast<Int128>(tally.applicable_cases);
    TemplateData row;
    row.set("title", from.texts.standard_title(standard));
    row.set("pack", from.texts.pack_title_of(standard));
    row.set("points", points_text(from.texts.standard_points(standard)));
    row.set("applicable", count_text(tally.applicable_cases));
    row.set("defects", count_text(tally.defects));
    row.set("lost", interval_text(tally.lost_low, tally.lost_high));
    row.set("mean", cases == 0 ? "–" : interval_text(divide_half_even(tally.lost_low, cases), divide_half_even(tally.lost_high, cases)));
    return row;
}

}  // namespace

std::vector<Bar> standard_bars(const Sources& from) {
    const dsl::Program& program = from.texts.program();
    std::vector<Bar> bars(program.standards.size());
    for (std::size_t s = 0; s < bars.size(); ++s) bars[s].label = from.texts.standard_title(s);
    for (std::size_t r = 0; r < program.rules.size(); ++r) {
        const dsl::Rule& rule = program.rules[r];
        bars[static_cast<std::size_t>(rule.standard)].by_severity[static_cast<std::size_t>(rule.severity)] +=
            from.contents.defects_of(from.totals.summary, r);
    }
    std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.total() > b.total(); });
    return bars;
}

std::vector<Bar> law_bars(const Sources& from) {
    std::vector<Bar> bars;
    for (auto& [source, tally] : by_source(from)) {
        bars.push_back(tally.bar);
        bars.back().label = from.texts.labels.chinese() ? from.texts.source_title(source) : source;
    }
    return bars;
}

void add_standards(const Sources& from, TemplateData& page) {
    TemplateData standards{TemplateData::type::list};
    for (std::size_t s = 0; s < from.texts.program().standards.size(); ++s) standards.push_back(standard_row(from, s));
    page.set("standards", standards);
    TemplateData laws{TemplateData::type::list};
    for (const auto& [source, tally] : by_source(from)) laws.push_back(law_row(from, source, tally));
    page.set("laws", laws);
}

}  // namespace kaoping::engine::html
