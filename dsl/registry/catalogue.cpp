// messages.<language>.yaml: see catalogue.hpp.

#include "dsl/registry/catalogue.hpp"

#include <fmt/format.h>

#include <charconv>

namespace kaoping::dsl {

namespace {

/// A text whose span holds exactly it. Where YAML's spelling differs (escapes, folding), the text is registered on its own.
LocatedText exact_text(SourceMap& map, const YamlReader& reader, yaml::View value) {
    LocatedText text = reader.text(value).value_or(LocatedText{});
    if (text.empty() || map.text(text.span) == text.text) return text;
    const std::string name = fmt::format("{} (the text of line {})", map.file(text.span.file).name(), value.node().line);
    const FileId own = map.add(name, text.text);
    text.span = {own, 0, static_cast<std::uint32_t>(text.text.size())};
    return text;
}

/// `standard.rule` or `standard.rule@2`.
bool read_rule_key(const YamlReader& reader, yaml::View key, CatalogueEntry& entry) {
    const std::string& text = key.text();
    const std::size_t at = text.find('@');
    entry.rule = text.substr(0, at);
    entry.key_span = reader.inner(key);
    const std::size_t dot = entry.rule.find('.');
    bool good = dot != std::string::npos && dot > 0 && dot + 1 < entry.rule.size() && entry.rule.find('.', dot + 1) == std::string::npos;
    if (at != std::string::npos) {
        const char* end = text.data() + text.size();
        const auto [stop, failure] = std::from_chars(text.data() + at + 1, end, entry.version);
        good = good && failure == std::errc() && stop == end && entry.version > 0;
    }
    if (!good)
        reader.error("K0601", entry.key_span, fmt::format("`{}` does not name a rule", text),
                     "write standard.rule, or standard.rule@2 for one version of it");
    return good;
}

void read_entry(SourceMap& map, const YamlReader& reader, yaml::View key, yaml::View value, Catalogue& catalogue) {
    CatalogueEntry entry;
    if (!read_rule_key(reader, key, entry)) return;
    if (!value.is_mapping()) return reader.wrong_shape(value.is_null() ? key : value, "title, message, remedy and reasons of the rule");
    reader.check_keys(value, "rule `" + key.text() + "`", entry.key_span, {{"title"}, {"message"}, {"remedy"}, {"reasons"}});
    entry.title = exact_text(map, reader, value.find("title"));
    entry.message = exact_text(map, reader, value.find("message"));
    entry.remedy = exact_text(map, reader, value.find("remedy"));
    reader.each_item(value.find("reasons"), "a list with one text per `except`",
                     [&](yaml::View item) { entry.reasons.push_back(exact_text(map, reader, item)); });
    catalogue.rules.push_back(std::move(entry));
}

}  // namespace

const CatalogueEntry* Catalogue::find(std::string_view rule, int version) const {
    const CatalogueEntry* general = nullptr;
    for (const CatalogueEntry& entry : rules) {
        if (entry.rule != rule) continue;
        if (entry.version == version) return &entry;
        if (entry.version == 0) general = &entry;
    }
    return general;
}

Catalogue read_catalogue(SourceMap& map, FileId file, std::string language, Diagnostics& out) {
    Catalogue catalogue;
    catalogue.language = std::move(language);
    catalogue.file = file;
    const YamlReader reader(map, file, out);
    const yaml::View root = reader.root_mapping("a catalogue with `standards` and `rules`");
    if (!root) return catalogue;
    reader.check_keys(root, "a catalogue", {file, 0, 0}, {{"pack"}, {"standards"}, {"rules", true}});
    catalogue.pack_title = exact_text(map, reader, root.find("pack"));
    reader.each_entry(root.find("standards"), "titles by standard", [&](yaml::View key, yaml::View value) {
        catalogue.standards.push_back({key.text(), exact_text(map, reader, value), reader.inner(key)});
    });
    reader.each_entry(root.find("rules"), "texts by rule", [&](yaml::View key, yaml::View value) { read_entry(map, reader, key, value, catalogue); });
    return catalogue;
}

}  // namespace kaoping::dsl
