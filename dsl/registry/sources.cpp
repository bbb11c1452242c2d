// sources.yaml to the registry: see sources.hpp.

#include "dsl/registry/sources.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/registry/yaml_reader.hpp"

namespace kaoping::dsl {

namespace {

const std::vector<KeyRule> source_keys{{"title_en", true}, {"title_zh"}, {"effective"}, {"state"}, {"verified"}, {"note_en"}, {"note_zh"},
                                       {"articles"},       {"short_days_are_working"}};

DayRange read_effective(const YamlReader& reader, yaml::View value, const std::string& owner) {
    DayRange range;
    if (!value || value.is_null()) return range;
    if (!value.is_mapping()) {
        reader.wrong_shape(value, "a period like {from: 2018-10-26, until: 2026-12-31}");
        return range;
    }
    reader.check_keys(value, "`effective` of " + owner, value.span(), {{"from"}, {"until"}});
    range.from = reader.day(value.find("from"));
    range.until = reader.day(value.find("until"));
    if (range.from && range.until && *range.until < *range.from) {
        reader.error("K0401", value.find("until").span(), fmt::format("{} ends before it begins", owner), "`from` is the first day in force, `until` the last; `until: ~` if there is none");
        return {};  // no citation is judged by it
    }
    return range;
}

void read_articles(const YamlReader& reader, yaml::View value, LegalSource& source) {
    constexpr const char* shape = "a list with the number of items of each paragraph";
    if (value) source.articles.reserve(value.size());
    reader.each_entry(value, "articles with the items of their paragraphs", [&](yaml::View key, yaml::View paragraphs) {
        ItemCounts& items = source.articles[key.text()];
        if (paragraphs.is_null()) reader.wrong_shape(key, shape);
        reader.each_item(paragraphs, shape, [&](yaml::View count) {
            items.push_back(static_cast<int>(std::min<std::int64_t>(reader.integer(count, 0).value_or(0), 1000)));
        });
    });
}

LegalSource read_source(const YamlReader& reader, yaml::View key, yaml::View value) {
    LegalSource source;
    source.key = key.text();
    source.span = key.span();
    if (!value.is_mapping()) {
        reader.wrong_shape(value.is_null() ? key : value, "a source with title_en, effective, …");
        return source;
    }
    const std::string owner = "source `" + source.key + "`";
    reader.check_keys(value, owner, key.span(), source_keys);
    source.title_en = reader.text_or_empty(value.find("title_en"));
    source.title_zh = reader.text_or_empty(value.find("title_zh"));
    source.effective = read_effective(reader, value.find("effective"), owner);
    source.state = reader.text_or_empty(value.find("state"));
    source.verified = reader.truth(value.find("verified")).value_or(true);
    source.note_en = reader.text_or_empty(value.find("note_en"));
    source.note_zh = reader.text_or_empty(value.find("note_zh"));
    read_articles(reader, value.find("articles"), source);
    reader.each_item(value.find("short_days_are_working"), "a list of numbers of days", [&](yaml::View days) {
        if (const auto number = reader.integer(days, 1)) source.short_days_are_working.push_back(*number);
    });
    return source;
}

}  // namespace

const ItemCounts* LegalSource::article(std::string_view number) const {
    const auto found = articles.find(number);
    return found == articles.end() ? nullptr : &found->second;
}

bool LegalSource::counts_days_as_working(std::int64_t days) const {
    return std::find(short_days_are_working.begin(), short_days_are_working.end(), days) != short_days_are_working.end();
}

const LegalSource* Registry::find(std::string_view key) const {
    const auto found = sources.find(key);
    return found == sources.end() ? nullptr : &found->second;
}

std::vector<std::string> Registry::keys() const {
    std::vector<std::string> all;
    for (const auto& [key, source] : sources) all.push_back(key);
    return all;
}

Registry read_sources(const SourceMap& map, FileId file, Diagnostics& out) {
    Registry registry;
    const YamlReader reader(map, file, out);
    const yaml::View root = reader.root_mapping("legal sources by key");
    if (!root) return registry;
    for (std::size_t i = 0; i < root.size(); ++i)
        registry.sources.emplace(root.key(i).text(), read_source(reader, root.key(i), root.value(i)));
    return registry;
}

}  // namespace kaoping::dsl
