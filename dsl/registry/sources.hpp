#pragma once
// The registry of legal sources (rules/sources.yaml): what a `basis` may cite, and since when it is in force.
//
// A plain table. Reading it from YAML is read_sources (below); verifying citations against it is the checker's work, which
// asks the lookups and words the diagnostics itself.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/container/small_vector.hpp>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"
#include "dsl/source/text_map.hpp"
#include "dsl/typed/program.hpp"

namespace kaoping::dsl {

/// Number of items of each paragraph of an article (so its size is the number of paragraphs). Most articles have few.
using ItemCounts = boost::container::small_vector<int, 4>;

struct LegalSource {
    std::string key;  ///< "CPL"
    std::string title_en, title_zh;
    DayRange effective;     ///< in force, both days included; an open end is unlimited
    std::string state;      ///< "in force", "repealed", … as written; empty if not given
    bool verified = true;   ///< false: a citation gets a warning
    std::string note_en, note_zh;  ///< what every report says that cites the source; empty: nothing
    /// By article. Empty: the registry does not list the articles, any article is accepted.
    TextMap<ItemCounts> articles;
    std::vector<std::int64_t> short_days_are_working;  ///< numbers of days that this source counts as working days
    Span span;              ///< of the key in the registry file

    [[nodiscard]] bool lists_articles() const { return !articles.empty(); }
    /// Items per paragraph of an article; null if the article is not listed.
    [[nodiscard]] const ItemCounts* article(std::string_view number) const;
    [[nodiscard]] bool counts_days_as_working(std::int64_t days) const;
};

struct Registry {
    std::map<std::string, LegalSource, std::less<>> sources;

    [[nodiscard]] const LegalSource* find(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> keys() const;  ///< sorted, for suggestions
};

/// Reads sources.yaml (a registered text). What can be read is kept; mistakes go to `out`. Never throws.
[[nodiscard]] Registry read_sources(const SourceMap& map, FileId file, Diagnostics& out);

}  // namespace kaoping::dsl
