// Boost.Regex over code points: bounded in steps and stack, unlike the standard library's.

#include "dsl/typed/pattern.hpp"

// Boost's limit on steps is the greater of (pattern length)² · (text length) and the lesser of (text length)² and this, whose
// default lets one cell of a case file take seconds.
#define BOOST_REGEX_MAX_STATE_COUNT 2000000
#include <boost/regex.hpp>

#include "dsl/source/utf8.hpp"

namespace kaoping::dsl {

struct Pattern::Impl {
    boost::wregex regex;
};

namespace {

std::wstring code_points(std::string_view text) {
    std::wstring out;
    out.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = next_code_point(text);
        out.push_back(point.valid ? static_cast<wchar_t>(point.value) : L'\uFFFD');
        text.remove_prefix(point.length);
    }
    return out;
}

}  // namespace

std::optional<Pattern> Pattern::compile(std::string_view text) {
    const std::wstring pattern = code_points(text);
    if (pattern.size() > max_pattern_length) return std::nullopt;
    try {
        Pattern out;
        out.impl_ = std::make_shared<const Impl>(Impl{boost::wregex(pattern, boost::regex::ECMAScript)});
        return out;
    } catch (const std::runtime_error&) {  // boost::regex_error, or too complex
        return std::nullopt;
    }
}

std::optional<bool> Pattern::occurs_in(std::string_view text) const {
    try {
        return boost::regex_search(code_points(text), impl_->regex);
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

}  // namespace kaoping::dsl
