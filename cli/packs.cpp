// Loading packs for a command: see packs.hpp.

#include "cli/packs.hpp"

#include <chrono>
#include <cstdio>
#include <deque>

#include <fmt/core.h>

#include "cli/terminal.hpp"
#include "dsl/diagnostic/render.hpp"
#include "engine/run/load_scheme.hpp"
#include "engine/run/time_context.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::cli {

void print_error(const std::string& message) {
    fmt::print(stderr, "{}error{}: {}\n", colour_err() ? "\033[1;31m" : "", colour_err() ? "\033[0m" : "", message);
}

LoadedPacks* load_for_command(const std::vector<std::string>& paths, const std::string& scheme, const std::optional<std::string>& language) {
    static std::deque<LoadedPacks>& kept = *new std::deque<LoadedPacks>;
    dsl::LoadResult packs = dsl::load_packs(paths, language);
    engine::Scheme scoring;
    if (packs.ok() && !scheme.empty()) scoring = engine::load_scheme(packs.sources, scheme, packs.program, packs.diagnostics);
    if (!packs.ok()) {
        std::erase_if(packs.diagnostics, [](const dsl::Diagnostic& one) { return one.level == dsl::DiagnosticLevel::warning; });
        std::fputs(dsl::render_text(packs.sources, packs.diagnostics, colour_err()).c_str(), stderr);
        return nullptr;
    }
    const std::size_t found = packs.diagnostics.size();
    if (found > 0) fmt::print(stderr, "note: {} warning{} about the packs: kaoping check shows {}\n", found, found == 1 ? "" : "s", found == 1 ? "it" : "them");
    auto time = engine::make_time_context(packs.program);
    if (!time) {
        print_error(time.error());
        return nullptr;
    }
    return &kept.emplace_back(LoadedPacks{std::move(packs), std::move(*time), std::move(scoring)});
}

std::optional<AsOf> as_of_option(const std::string& text, const engine::Zone& zone) {
    if (text.empty()) {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return AsOf{std::chrono::duration_cast<std::chrono::microseconds>(since).count(), false};
    }
    const auto moment = engine::parse_as_of(text, zone);
    if (moment) return AsOf{*moment, true};
    print_error(fmt::format("--as-of {}: {} (a date means its end)", text,
                            engine::timestamp_error_text(moment.error())));
    return std::nullopt;
}

}  // namespace kaoping::cli
