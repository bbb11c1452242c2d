#pragma once
// messages.<language>.yaml: what a person reads of a pack in another language.
//
//     pack: 刑事办案                               # optional: the pack's title
//     standards:
//       detention: 刑事拘留                        # by standard id
//     rules:
//       detention.family_notice:                  # <standard>.<rule>, without the pack's id
//         title: 拘留后二十四小时内通知家属
//         message: "{m.person.name}于{m.starts_at}被拘留，未在24小时内通知其家属。"
//         remedy: 立即送达通知书……
//         reasons: [通知可能有碍侦查]              # one per `except`, in order
//       interviews.two_officers@2:                # one version of a rule; without @ the text serves every version
//         title: …
//
// Holes are written as in the rule file and typed by the checker in the rule's scope; whether the catalogue is complete and
// its holes agree with the rule is the checker's business too.

#include <string>
#include <string_view>
#include <vector>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/registry/pack_file.hpp"
#include "dsl/source/source.hpp"

namespace kaoping::dsl {

struct CatalogueEntry {
    std::string rule;   ///< "detention.family_notice"
    int version = 0;    ///< 0: every version that has no entry of its own
    Span key_span;
    LocatedText title, message, remedy;  ///< spans fit parse_template; empty if not given
    std::vector<LocatedText> reasons;
};

struct CatalogueStandard {
    std::string id;
    LocatedText title;
    Span key_span;
};

struct Catalogue {
    std::string language;  ///< "zh-CN"
    FileId file = -1;
    LocatedText pack_title;
    std::vector<CatalogueStandard> standards;
    std::vector<CatalogueEntry> rules;  ///< in the file's order

    /// The entry of one version, else the one for every version, else null.
    [[nodiscard]] const CatalogueEntry* find(std::string_view rule, int version) const;
};

/// Reads a catalogue (a registered text). The map grows by the texts whose YAML spelling differs from what they say
/// (escapes, folded lines), so that every LocatedText's span holds exactly its text. Never throws.
[[nodiscard]] Catalogue read_catalogue(SourceMap& map, FileId file, std::string language, Diagnostics& out);

}  // namespace kaoping::dsl
