#pragma once
// What every kind of scheme holds, asked of its YAML tree: amounts, words, grades, a veto's grade, the cap of the bonus.
//
// Private to the readers of this folder. Mistakes are K0540 (words), K0541 (amounts) and K0543 (grades).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "dsl/diagnostic/suggest.hpp"
#include "dsl/registry/yaml_reader.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::engine {

class SchemeValues {
public:
    using View = dsl::yaml::View;

    explicit SchemeValues(const dsl::YamlReader& reader) : reader_(reader) {}

    /// One of the words of a table {word, meaning}.
    template <typename Words, typename Value>
    void choice(View value, const Words& words, Value& to) const {
        const auto text = reader_.text(value);
        if (!text) return;
        std::vector<std::string> names;
        for (const auto& [word, meaning] : words) {
            if (word == text->text) {
                to = meaning;
                return;
            }
            names.emplace_back(word);
        }
        const std::string near = dsl::nearest_name(text->text, names);
        reader_.error("K0540", text->span, fmt::format("`{}` is none of the words that may stand here", text->text),
                      near.empty() ? fmt::format("write {}", fmt::join(names, ", ")) : fmt::format("did you mean `{}`?", near));
    }

    void amount(View value, std::int64_t& to) const;
    /// Highest first.
    void grades(View value, std::vector<Grade>& to) const;
    /// `{unit: <grade>}` of a veto, one of the grades.
    void veto_grade(View value, const std::vector<Grade>& grades, std::string& to) const;
    /// `{cap: 5}`.
    void bonus_cap(View value, std::int64_t& to) const;
    /// `3 days`, `1 working day`: from 1 to 365.
    void time_limit(View value, TimeLimit& to) const;
    /// Is it a mapping? What is there and is none is reported.
    [[nodiscard]] bool mapping(View value, std::string_view expected) const;

private:
    const dsl::YamlReader& reader_;
};

}  // namespace kaoping::engine
