#pragma once
// Every word of the report that is its own, in one table; other pages add a table of their own.

#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace kaoping::engine::html {

struct Label {
    std::string_view key, en, zh;
};
/// Sorted as they come in the page. Some hold {0}, {1}: see Labels::filled.
[[nodiscard]] std::span<const Label> all_labels();

/// The table in one language: "zh-CN", or English. `more`: labels of another page, which come before those of the report.
class Labels {
public:
    explicit Labels(std::string_view language, std::span<const Label> more = {}) : chinese_(language == "zh-CN"), more_(more) {}

    [[nodiscard]] bool chinese() const { return chinese_; }
    [[nodiscard]] std::string_view text(const Label& label) const { return chinese_ ? label.zh : label.en; }
    /// The text of a key; the key itself if the table has none.
    [[nodiscard]] std::string operator[](std::string_view key) const;
    /// With {0}, {1}, … replaced.
    [[nodiscard]] std::string filled(std::string_view key, std::initializer_list<std::string_view> values) const;
    /// A name out of scheme or schema ("up_to_standard"): its label, else the name with blanks.
    [[nodiscard]] std::string name(std::string_view prefix, const std::string& name) const;
    /// All keys with their texts, each once.
    [[nodiscard]] std::map<std::string, std::string> all() const;

private:
    bool chinese_;
    std::span<const Label> more_;
};

}  // namespace kaoping::engine::html
