// Citations against the registry: see citations.hpp.

#include "dsl/check/citations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dsl/check/walk.hpp"
#include "dsl/diagnostic/suggest.hpp"
#include "dsl/registry/civil_date.hpp"

namespace kaoping::dsl {

namespace {

void check_article(Checker& c, const LegalSource& source, const syntax::Citation& written) {
    if (!source.lists_articles()) return;
    const ItemCounts* paragraphs = source.article(written.article);
    if (paragraphs == nullptr) {
        // By the length of the number first: "9" comes before "10", and that before "10-1".
        const auto digits = [](const std::string& number) { return std::min(number.find_first_not_of("0123456789"), number.size()); };
        const auto before = [&](const auto& a, const auto& b) { return std::pair(digits(a.first), a.first) < std::pair(digits(b.first), b.first); };
        const auto last = std::max_element(source.articles.begin(), source.articles.end(), before);
        return c.error("K0412", written.span, fmt::format("{} has no article {}", source.key, written.article),
                       fmt::format("the registry lists {} article{} of it, the last is {}", source.articles.size(), source.articles.size() == 1 ? "" : "s", last->first), {{source.span, "the source"}});
    }
    const auto count = static_cast<int>(paragraphs->size());
    if (written.paragraph > count)
        return c.error("K0413", written.span, fmt::format("article {} of {} has {} paragraph{}", written.article, source.key, count, count == 1 ? "" : "s"), "cite the paragraph that says it");
    if (written.item == 0) return;
    const int paragraph = written.paragraph == 0 ? 1 : written.paragraph;
    const int items = paragraph <= count ? (*paragraphs)[static_cast<std::size_t>(paragraph - 1)] : 0;
    if (written.item > items)
        c.error("K0414", written.span, fmt::format("paragraph {} of article {} of {} has {} item{}", paragraph, written.article, source.key, items, items == 1 ? "" : "s"), "cite the item that says it");
}

void check_force(Checker& c, const LegalSource& source, const syntax::Citation& written, const std::optional<DayRange>& period) {
    const auto& [from, until] = source.effective;
    std::string why;
    if (!period) {
        if (until) why = fmt::format("it was repealed on {}, and the rule states no period", day_text(*until + 1));
    } else {
        if (from && period->from && *period->from < *from) why = fmt::format("it is in force from {}", day_text(*from));
        else if (from && period->until && *period->until < *from) why = fmt::format("it is in force from {}", day_text(*from));
        else if (until && (!period->until || *period->until > *until)) why = fmt::format("it is in force until {}", day_text(*until));
    }
    if (!why.empty())
        c.error("K0415", written.span, fmt::format("{} is not in force over the whole period: {}", source.key, why), "divide the rule into versions by `effective`, or cite the source that was in force");
}

}  // namespace

std::vector<Citation> check_citations(Checker& c, const PackInput& pack, std::span<const syntax::Citation> written, const std::optional<DayRange>& period) {
    std::vector<Citation> out;
    for (const syntax::Citation& one : written) {
        out.push_back({std::string(one.source.text), std::string(one.article), one.paragraph, one.item});
        if (pack.registry == nullptr) continue;
        const LegalSource* source = pack.registry->find(one.source.text);
        if (source == nullptr) {
            const std::string near = nearest_name(one.source.text, pack.registry->keys());
            c.error("K0411", one.source.span, fmt::format("the registry has no source `{}`", one.source.text),
                    near.empty() ? "add it to sources.yaml, or cite another" : fmt::format("did you mean `{}`?", near));
            continue;
        }
        check_article(c, *source, one);
        check_force(c, *source, one, period);
        if (!source->verified && c.unverified.insert(source->key).second)
            c.warning("K0416", one.span, fmt::format("the text of {} has not been verified", source->key), "check the citation against the text, then say `verified: true` in sources.yaml");
    }
    return out;
}

void check_short_days(Checker& c, const PackInput& pack, const Rule& rule, std::span<const syntax::Citation> written) {
    if (pack.registry == nullptr) return;
    std::vector<std::pair<const LegalSource*, Span>> cited;  // those that count some days as working days
    for (const syntax::Citation& one : written)
        if (const LegalSource* source = pack.registry->find(one.source.text); source != nullptr && !source->short_days_are_working.empty()) cited.emplace_back(source, one.span);
    if (cited.empty()) return;
    std::set<std::int64_t> days;
    std::map<std::int64_t, Span> places;
    for_each_node(c.program, roots_of(rule), [&](const Expr& e) {
        if (e.op != Op::constant || !e.type.is(Kind::period)) return;
        const PeriodValue value = PeriodValue::decode(e.value.number);
        if (value.unit == Unit::day) places.emplace(value.count, e.span);
    });
    for (const auto& [source, cited_at] : cited)
        for (const auto& [count, span] : places)
            if (source->counts_days_as_working(count) && days.insert(count).second)
                c.error("K0417", span, fmt::format("{} counts {} days as working days", source->key, count), fmt::format("write `{} working days`", count), {{cited_at, "cited here"}});
}

DayRange check_range(Checker& c, const syntax::DateRange& written) {
    DayRange out;
    // The lexer has said of a day that does not exist.
    out.from = parse_day(written.from);
    out.until = parse_day(written.until);
    if (out.from && out.until && *out.until < *out.from)
        c.error("K0328", written.span, "this period ends before it begins", "write the earlier day behind `from`");
    return out;
}

}  // namespace kaoping::dsl
