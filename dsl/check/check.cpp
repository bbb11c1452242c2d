// The order of the checker's passes: see check.hpp.

#include "dsl/check/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/check/checker.hpp"

namespace kaoping::dsl {

namespace {

Pack make_pack(const PackInput& input) {
    Pack out;
    out.id = input.manifest.id.text;
    out.title = input.manifest.title;
    out.version = input.manifest.version;
    out.folder = input.folder;
    for (const LocatedText& language : input.manifest.languages) out.languages.push_back(language.text);
    for (const Catalogue& catalogue : input.catalogues)
        if (!catalogue.pack_title.empty()) out.titles[catalogue.language] = catalogue.pack_title.text;
    out.content_hash = input.content_hash;
    out.counting = input.manifest.counting;
    return out;
}

/// Room for the expressions of the packs: moving them as their number grows would touch as much memory again.
std::size_t expected_expressions(const SourceMap& map, const CheckInput& input, const CheckBudget& budget) {
    constexpr std::size_t bytes_each = 16;  // of rule text; in the national packs an expression takes 19
    std::size_t bytes = 0;
    for (const PackInput& pack : input.packs)
        for (const syntax::File& file : pack.rules) bytes += map.file(file.id).text().size();
    return std::min(bytes / bytes_each, budget.expressions);
}

}  // namespace

Program check_program(SourceMap& map, const CheckInput& input, Diagnostics& out, const CheckBudget& budget) {
    Checker checker(map, input, out, budget);
    const std::size_t expected = expected_expressions(map, input, budget);
    checker.program.exprs.reserve(expected);
    checker.expansions.reserve(expected);
    check_schema(checker);
    const auto is_case = [](const syntax::RecordDecl& one) { return one.is_case; };
    const bool has_case = std::any_of(input.schema.records.begin(), input.schema.records.end(), is_case);
    if (!has_case || input.schema_damaged) return std::move(checker.program);  // rules would only say again what the schema lacks
    checker.schema_names.take(checker.program.schema);
    std::vector<std::vector<syntax::RuleName>> absorbs;
    for (std::size_t p = 0; p < input.packs.size(); ++p) {
        const PackInput& pack = input.packs[p];
        for (const Pack& other : checker.program.packs)
            if (other.id == pack.manifest.id.text)
                checker.error("K0332", pack.manifest.id.span, fmt::format("two packs have the id `{}`", other.id), "give each pack an id of its own");
        checker.program.packs.push_back(make_pack(pack));
        Declarations declarations = declare(checker, pack);
        check_rules(checker, pack, static_cast<std::int32_t>(p), declarations, absorbs);
        if (pack.registry != nullptr)
            for (const auto& [key, source] : pack.registry->sources) checker.program.sources[key] =
                {source.title_en, source.title_zh, source.verified, source.note_en, source.note_zh};
    }
    check_absorbs(checker, absorbs);
    return std::move(checker.program);
}

}  // namespace kaoping::dsl
