#pragma once
// Numbers, times, laws and names of a run as the report prints them. Nothing here escapes: that is the template's task.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/report/html/labels.hpp"
#include "engine/report/points.hpp"
#include "engine/result/finding.hpp"
#include "engine/score/decimal.hpp"
#include "engine/score/scheme.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine::html {

/// "82.50", or "82.50 – 90.00" where the ends print differently.
[[nodiscard]] std::string interval_text(Int128 low, Int128 high);
[[nodiscard]] std::string interval_text(Interval interval);
/// "50,123".
[[nodiscard]] std::string count_text(std::uint64_t count);

class Texts {
public:
    /// `more`: labels of another page than the report of a run.
    Texts(const dsl::Program& program, const Scheme& scheme, const Zone& zone, std::string language, std::span<const Label> more = {})
        : labels(language, more), program_(program), scheme_(scheme), zone_(zone), language_(std::move(language)) {}

    const Labels labels;

    [[nodiscard]] const dsl::Program& program() const { return program_; }
    [[nodiscard]] const Scheme& scheme() const { return scheme_; }
    [[nodiscard]] const dsl::Rule& rule(int number) const { return program_.rules[static_cast<std::size_t>(number)]; }
    [[nodiscard]] const dsl::RuleTexts& texts(const dsl::Rule& rule) const;
    [[nodiscard]] std::string standard_title(std::size_t standard) const;
    [[nodiscard]] std::int64_t standard_points(std::size_t standard) const;
    /// "Criminal Procedure Law" or 刑事诉讼法; the key if the registry has no title.
    [[nodiscard]] std::string source_title(const std::string& source) const;
    /// "art 85(2)" or 第85条第2款.
    [[nodiscard]] std::string article(const dsl::Citation& citation) const;
    /// One line per source, each article once: "CPL art 91(1), art 91(2)" or 《刑事诉讼法》第91条第1款、第91条第2款.
    [[nodiscard]] std::vector<std::string> basis(const std::vector<const dsl::Rule*>& rules) const;
    /// To the second, in the zone of the report, which it states once: "2026-09-30 23:59:59".
    [[nodiscard]] std::string moment(std::int64_t instant) const;
    /// A text with its times in RFC 3339 as a person reads them; those of another offset than the zone's stay.
    [[nodiscard]] std::string readable_times(std::string_view text) const;
    /// The same of a moment that `moment_text` wrote; a text that is none stays as it is.
    [[nodiscard]] std::string run_moment(const std::string& text) const;
    [[nodiscard]] std::string moment_exact(std::int64_t instant) const;
    [[nodiscard]] std::string pack_title(const dsl::Pack& pack) const;
    [[nodiscard]] std::string pack_title_of(std::size_t standard) const;
    /// What `show` shows, as a person calls it: as written, or in Chinese by the labels of the schema: 文书·种类.
    [[nodiscard]] std::string shown_label(const dsl::Rule& rule, const dsl::Shown& shown) const;
    /// "cases/04.yaml:12:5  /measures/0".
    [[nodiscard]] static std::string place(const FindingPlace& at);

    [[nodiscard]] std::string verdict(Verdict verdict) const;
    [[nodiscard]] std::string severity(dsl::Severity severity) const;
    [[nodiscard]] std::string grade(const std::string& name) const;
    /// Text of a field of the case as scores are grouped by it: enum members by their label in Chinese.
    [[nodiscard]] std::string field_value(int field, const std::string& value) const;
    [[nodiscard]] std::string field_title(const std::string& name) const;
    [[nodiscard]] std::string kind(const std::string& value) const { return field_value(program_.schema.kind_field, value); }
    /// Positions in the case record of what scores are grouped by, with the names that the scheme gives them.
    [[nodiscard]] std::vector<std::pair<int, std::string>> group_fields() const;

private:
    [[nodiscard]] std::string field_path(dsl::ExprId value) const;

    const dsl::Program& program_;
    const Scheme& scheme_;
    Zone zone_;
    std::string language_;
};

}  // namespace kaoping::engine::html
