// Indicators as YAML: see indicator.hpp.

#include "engine/score/indicator.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/score/decimal.hpp"
#include "engine/score/scheme_values.hpp"

namespace kaoping::engine {

namespace {

using dsl::yaml::View;

constexpr std::array<std::pair<std::string_view, IndicatorSource>, 4> source_words{{{"petition", IndicatorSource::petition},
                                                                                    {"interview", IndicatorSource::interview},
                                                                                    {"court", IndicatorSource::court},
                                                                                    {"prosecution", IndicatorSource::prosecution}}};
constexpr std::array<std::pair<std::string_view, IndicatorDirection>, 2> direction_words{
    {{"deduct", IndicatorDirection::deduct}, {"add", IndicatorDirection::add}}};

/// What is banned, and the words that stand for it: Chinese ones anywhere in a name, English ones as all of a name that is not filler.
struct Banned {
    std::string_view number;
    std::vector<std::string_view> chinese, english;
};
const std::array<Banned, 5>& banned() {
    static const std::array<Banned, 5> list{
        Banned{"arrests", {"批捕率", "批捕数", "逮捕率", "逮捕数", "批准逮捕人数"}, {"arrest", "arrested", "arrests approved", "approved arrests"}},
        Banned{"detentions",
               {"拘留数", "拘留人数", "拘留率", "刑拘数", "打击处理数", "打击处理人数"},
               {"detention", "detained", "criminal detention", "administrative detention"}},
        Banned{"fines", {"罚没", "罚款数", "罚款额", "罚款金额"}, {"fine", "fines collected", "confiscation", "fine and confiscation"}},
        Banned{"solved cases", {"破案率", "破案数"}, {"solved case", "cases solved", "case solved", "solved", "detected", "detection", "clearance", "clear up"}},
        Banned{"reported crime or returned cases",
               {"发案数", "发案率", "退查率", "退查数"},
               {"reported crime", "crime reported", "crime", "returned case", "case returned", "return"}}};
    return list;
}
constexpr std::array<std::string_view, 16> filler{"number", "numbers", "of", "the", "count", "rate", "share", "quota", "target", "total", "amount", "sum", "in", "for", "by", "ratio"};

/// "Number_of-Arrests" as "arrest": words in small letters without plural ending, fillers left out.
std::string essence(std::string_view name) {
    std::string out, word;
    const auto take = [&] {
        if (word.size() > 3 && word.back() == 's') word.pop_back();
        const bool filled = std::any_of(filler.begin(), filler.end(), [&](std::string_view one) { return one == word || one == word + "s"; });
        if (!word.empty() && !filled) out += (out.empty() ? "" : " ") + word;
        word.clear();
    };
    for (const char c : name) {
        if (c == '_' || c == '-' || c == ' ' || c == '.') take();
        else word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    take();
    return out;
}

Indicator read_indicator(const dsl::YamlReader& reader, const SchemeValues& values, View key, View entry) {
    reader.check_keys(entry, fmt::format("indicator `{}`", key.text()), key.span(),
                      {{"source", true}, {"direction", true}, {"points", true}, {"per"}, {"cap", true}});
    Indicator out;
    out.name = key.text();
    values.choice(entry.find("source"), source_words, out.source);
    values.choice(entry.find("direction"), direction_words, out.direction);
    values.amount(entry.find("points"), out.points);
    values.amount(entry.find("cap"), out.cap);
    values.amount(entry.find("per"), out.per);
    if (out.per == 0) reader.error("K0541", entry.find("per").span(), "points per nothing", "write a number above 0, or leave `per` away: it is 1");
    return out;
}

}  // namespace

std::string_view source_name(IndicatorSource source) { return source_words[static_cast<std::size_t>(source)].first; }

std::int64_t Indicator::effect(std::int64_t value) const {
    const std::int64_t moved = static_cast<std::int64_t>(std::min<Int128>(cap, divide_half_even(static_cast<Int128>(points) * value, per)));
    return direction == IndicatorDirection::deduct ? -moved : moved;
}

std::string_view banned_number(std::string_view name) {
    const std::string words = essence(name);
    for (const Banned& one : banned()) {
        for (const std::string_view word : one.chinese)
            if (name.find(word) != std::string_view::npos) return one.number;
        for (const std::string_view word : one.english)
            if (essence(word) == words) return one.number;
    }
    return {};
}

std::vector<Indicator> read_indicators(const dsl::YamlReader& reader, const SchemeValues& values, View value) {
    std::vector<Indicator> out;
    reader.each_entry(value, "indicators like `petitions_upheld: {source: petition, direction: deduct, points: 0.5, cap: 5}`", [&](View key, View entry) {
        if (const std::string_view number = banned_number(key.text()); !number.empty())
            return reader.error("K0547", key.span(), fmt::format("`{}` counts {}, which no assessment may press for", key.text(), number),
                                "leave it away; assess how cases are handled, not how many people or sums they yield");
        if (!entry.is_mapping()) return reader.wrong_shape(entry, "a mapping like {source: petition, direction: deduct, points: 0.5, cap: 5}");
        out.push_back(read_indicator(reader, values, key, entry));
    });
    return out;
}

}  // namespace kaoping::engine
