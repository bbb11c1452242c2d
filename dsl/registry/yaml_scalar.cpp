// Ends of YAML scalars: see yaml_scalar.hpp.

#include "dsl/registry/yaml_scalar.hpp"

#include <algorithm>

namespace kaoping::dsl::yaml {

namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && blank(text[at])) ++at;
    return at;
}

/// Anchors (&a) and tags (!!str) stand before the scalar they belong to.
std::size_t skip_properties(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
        while (at < text.size() && !blank(text[at])) ++at;
        at = skip_blanks(text, at);
    }
    return at;
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
    at = std::min(text.find('\n', at), text.size());
    while (at > 0 && (text[at - 1] == '\r' || text[at - 1] == ' ')) --at;
    return at;
}

std::size_t end_of_single_quoted(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] != '\'') continue;
        if (at + 1 < text.size() && text[at + 1] == '\'') ++at;
        else return at + 1;
    }
    return text.size();
}

std::size_t end_of_double_quoted(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\') ++at;
        else if (text[at] == '"') return at + 1;
    }
    return text.size();
}

}  // namespace

Extent scalar_extent(std::string_view text, std::size_t begin, std::string_view value) {
    begin = skip_properties(text, std::min(begin, text.size()));
    if (begin == text.size()) return {begin, begin};
    if (text[begin] == '\'') return {begin, end_of_single_quoted(text, begin)};
    if (text[begin] == '"') return {begin, end_of_double_quoted(text, begin)};
    if (!value.empty() && text.substr(begin, value.size()) == value) return {begin, begin + value.size()};
    return {begin, std::max(begin, end_of_line(text, begin))};
}

Extent inner_extent(std::string_view text, Extent scalar) {
    const bool quoted = scalar.end - scalar.begin >= 2 && (text[scalar.begin] == '"' || text[scalar.begin] == '\'') &&
                        text[scalar.end - 1] == text[scalar.begin];
    return quoted ? Extent{scalar.begin + 1, scalar.end - 1} : scalar;
}

}  // namespace kaoping::dsl::yaml
