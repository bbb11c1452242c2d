#pragma once
// Loading packs for a command: what is wrong with them goes to standard error.

#include <optional>
#include <string>
#include <vector>

#include "dsl/load.hpp"
#include "engine/score/scheme.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::cli {

/// Packs without mistakes, their zone and calendar.
struct LoadedPacks {
    dsl::LoadResult packs;
    engine::TimeContext time;
    engine::Scheme scheme;
};

/// Loads packs and, if a path is given, a scheme. Prints mistakes (of warnings their number); null if there are mistakes. What
/// was loaded stays to the end of the process, which gives it back at once: destroying each of its parts would take some
/// hundredths of a short run. `language` as in dsl::load_packs.
[[nodiscard]] LoadedPacks* load_for_command(const std::vector<std::string>& paths, const std::string& scheme = {},
                                            const std::optional<std::string>& language = std::nullopt);

/// What `--lang` means to packs: "" is the language of the rule files.
[[nodiscard]] inline std::string language_option(const std::string& text) { return text == "en" ? std::string() : text; }

/// A moment of `--as-of` (empty: now); prints what is wrong with it.
struct AsOf {
    std::int64_t instant = 0;
    bool given = false;
};
[[nodiscard]] std::optional<AsOf> as_of_option(const std::string& text, const engine::Zone& zone);

/// "error: …" on standard error.
void print_error(const std::string& message);

}  // namespace kaoping::cli
