// pack.yaml: see pack_file.hpp.

#include "dsl/registry/pack_file.hpp"

#include <fmt/format.h>

#include <cctype>

#include "dsl/diagnostic/suggest.hpp"
#include "dsl/source/utf8.hpp"
#include "dsl/typed/expression.hpp"

namespace kaoping::dsl {

namespace {

const std::vector<KeyRule> pack_keys{{"id", true},      {"title", true}, {"version"},   {"language", true}, {"schema", true},
                                     {"sources", true}, {"calendars"},   {"languages"}, {"counting"},       {"applies when"}};

/// Letters of any script, digits and `_`, not beginning with a digit: what the grammar takes for a name.
bool is_identifier(std::string_view text) {
    if (text.empty() || std::isdigit(static_cast<unsigned char>(text[0]))) return false;
    while (!text.empty()) {
        const CodePoint point = next_code_point(text);
        const bool ascii_name = point.value < 0x80 && (std::isalnum(static_cast<int>(point.value)) || point.value == '_');
        if (!point.valid || (point.value < 0x80 && !ascii_name)) return false;
        text.remove_prefix(point.length);
    }
    return true;
}

/// Language names become parts of file names: letters, digits and `-` only.
bool is_language(std::string_view text) {
    if (text.size() < 2 || text.size() > 35) return false;
    for (const char c : text)
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-') return false;
    return std::isalpha(static_cast<unsigned char>(text[0])) != 0;
}

/// One of two words; the second sets the flag.
std::int32_t read_choice(const YamlReader& reader, yaml::View value, const std::string& plain, const std::string& other, std::int32_t flag) {
    const auto text = reader.text(value);
    if (!text || text->text == plain) return 0;
    if (text->text == other) return flag;
    const std::string near = nearest_name(text->text, {plain, other});
    reader.error("K0512", text->span, fmt::format("`{}` is no way of counting", text->text),
                 near.empty() ? fmt::format("write `{}` or `{}`", plain, other) : fmt::format("did you mean `{}`?", near));
    return 0;
}

std::int32_t read_counting(const YamlReader& reader, yaml::View value) {
    if (!value || value.is_null()) return count_plain;
    if (!value.is_mapping()) {
        reader.wrong_shape(value, "a mapping like {hours: next_full_hour}");
        return count_plain;
    }
    reader.check_keys(value, "`counting`", value.span(), {{"hours"}, {"month_end"}});
    return read_choice(reader, value.find("hours"), "elapsed", "next_full_hour", hours_next_full) |
           read_choice(reader, value.find("month_end"), "plain", "sticky", month_end_sticky);
}

void check_language_version(const YamlReader& reader, yaml::View value) {
    const auto version = reader.integer(value, 0);
    if (version && *version != 1)
        reader.error("K0513", value.span(), fmt::format("this program reads language version 1, the pack is written in {}", *version), "use a newer program, or write `language: 1` and rules of that version");
}

LocatedText located(const YamlReader& reader, yaml::View value) { return reader.text(value).value_or(LocatedText{}); }

void read_paths(const YamlReader& reader, yaml::View root, PackFile& pack) {
    pack.schema = located(reader, root.find("schema"));
    pack.sources = located(reader, root.find("sources"));
    reader.each_entry(root.find("calendars"), "calendars by name with their paths", [&](yaml::View key, yaml::View path) {
        if (path.is_null()) reader.wrong_shape(path, "the path of the calendar");
        if (auto text = reader.text(path)) pack.calendars.emplace(key.text(), std::move(*text));
    });
    reader.each_item(root.find("languages"), "a list of languages", [&](yaml::View item) {
        auto text = reader.text(item);
        if (text && is_language(text->text)) pack.languages.push_back(std::move(*text));
        else if (text) reader.wrong_shape(item, "the name of a language like zh-CN");
    });
}

}  // namespace

PackFile read_pack_file(const SourceMap& map, FileId file, Diagnostics& out) {
    PackFile pack;
    pack.span = {file, 0, 0};
    const YamlReader reader(map, file, out);
    const yaml::View root = reader.root_mapping("a pack with id, title, …");
    if (!root) return pack;
    reader.check_keys(root, "a pack", pack.span, pack_keys);
    pack.id = located(reader, root.find("id"));
    if (!pack.id.empty() && !is_identifier(pack.id.text))
        reader.error("K0514", pack.id.span, fmt::format("`{}` cannot be a pack's id", pack.id.text),
                     "an id is one name: letters, digits and `_`, not beginning with a digit");
    pack.title = reader.text_or_empty(root.find("title"));
    pack.version = reader.text_or_empty(root.find("version"));
    check_language_version(reader, root.find("language"));
    read_paths(reader, root, pack);
    pack.counting = read_counting(reader, root.find("counting"));
    pack.applies_when = located(reader, root.find("applies when"));
    return pack;
}

}  // namespace kaoping::dsl
