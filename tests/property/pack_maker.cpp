// See pack_maker.hpp.

#include "tests/property/pack_maker.hpp"

#include "tests/property/case_maker.hpp"
#include "tests/property/rule_maker.hpp"

namespace kaoping::test {

GeneratedPack make_pack(std::uint64_t seed) {
    Random random(seed);
    GeneratedPack out;
    out.seed = seed;
    const SchemaModel schema = make_schema(random);
    const ValuePool pool = make_pool(random, schema.calendar);
    RuleText rules = make_rules(random, schema, pool);
    std::string pack = "id: t\ntitle: Property\nlanguage: 1\nschema: t.schema\nsources: sources.yaml\n";
    if (schema.calendar) pack += "calendars: {CN: calendar.yaml}\n";
    if (random.chance(30)) pack += random.chance(50) ? "counting: {hours: next_full_hour}\n" : "counting: {month_end: sticky}\n";
    if (!rules.applies_when.empty()) pack += "applies when: \"" + rules.applies_when + "\"\n";
    if (random.chance(25)) {
        pack += "languages: [zh-CN]\n";
        rules.tables.emplace_back("messages.zh-CN.yaml", rules.catalogue);
    }
    out.files.files = {{"pack.yaml", pack}, {"t.schema", schema.text()}, {"sources.yaml", "HC: {title_en: Highway Code, title_zh: 公路法, verified: true}\n"}, {"t.rules", rules.text}};
    if (schema.calendar)
        out.files.files.emplace_back("calendar.yaml",
                                     "years: {2025: {holidays: [2025-01-28 to 2025-02-04, 2025-10-01 to 2025-10-08], working: [2025-01-26, 2025-09-28, 2025-10-11]}, "
                                     "2026: {holidays: [2026-01-01], working: [2026-02-28]}}\n");
    for (auto& [name, text] : rules.tables) out.files.files.emplace_back(name, text);
    // Joins of long lists go by sorted keys.
    const bool long_lists = random.chance(5);
    for (int i = 0; i < cases_per_pack; ++i) out.cases.push_back(make_case(random, schema, pool, long_lists && i < 2));
    out.as_of = pool.as_of;
    return out;
}

}  // namespace kaoping::test
