// kaoping-generate: case files as JSON Lines, and a manifest of what was planted into them.
#include <charconv>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <span>
#include <stdexcept>

#include "generate.hpp"

namespace {

using generator::Options;

constexpr const char* help = R"(Usage: kaoping-generate [OPTIONS] --out FILE

Writes made-up, lawful case files (JSON Lines) and plants defects and near misses into some of them.

  --cases N          Number of case files (default 500)
  --seed S           The same seed gives the same bytes (default 1)
  --defects RATE     Probability that a case has a plant, 0 to 1 (default 0.2); half of the plants are lawful near misses
  --only TEXT        Deals only plants whose id contains TEXT
  --units U          Number of units (default 8)
  --from DATE        First day on which cases come in (default 2026-07-01); a case with a long story may have begun before
  --until DATE       Day of the assessment (default 2026-09-30): nothing happens after it
  --out FILE         Case files
  --manifest FILE    What was planted: case, unit, plant (id of the rule), kind, article, pointer, note, also
  --list             Prints the id and the article of every plant
  -h, --help         This text

Exit codes: 0 written, 2 usage error, 3 a file cannot be written.
)";

struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <class Number>
Number number(const std::string& option, const std::string& text, Number low, Number high) {
    Number out{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size() || !(out >= low && out <= high))
        throw UsageError(fmt::format("{} wants a number from {} to {}, not `{}`", option, low, high, text));
    return out;
}

generator::Date date(const std::string& option, const std::string& text) {
    generator::Date out;
    if (!generator::read_date(text, out))
        throw UsageError(fmt::format("{} wants a date like 2026-07-01, not `{}`", option, text));
    return out;
}

void read_option(Options& options, const std::string& name, const std::string& value) {
    if (name == "--cases")
        options.cases = number<std::int64_t>(name, value, 0, 100'000'000);
    else if (name == "--seed")
        options.seed = number<std::uint64_t>(name, value, 0, UINT64_MAX);
    else if (name == "--defects")
        options.defects = number<double>(name, value, 0, 1);
    else if (name == "--only")
        options.only = value;
    else if (name == "--units")
        options.units = number<int>(name, value, 1, 800);
    else if (name == "--from")
        options.from = date(name, value);
    else if (name == "--until")
        options.until = date(name, value);
    else if (name == "--out")
        options.out = value;
    else if (name == "--manifest")
        options.manifest = value;
    else
        throw UsageError(fmt::format("there is no option `{}`", name));
}

Options read_options(std::span<char*> arguments) {
    Options options;
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        if (i + 1 == arguments.size())
            throw UsageError(fmt::format("`{}` lacks its value", arguments[i]));
        read_option(options, arguments[i], arguments[i + 1]);
    }
    if (options.out.empty())
        throw UsageError("--out is missing");
    if (options.until < options.from)
        throw UsageError("--until lies before --from");
    return options;
}

bool write(const Options& options) {
    std::ofstream out(options.out, std::ios::binary);
    std::ofstream manifest;
    if (!options.manifest.empty())
        manifest.open(options.manifest, std::ios::binary);
    generator::Generator cases(options);
    for (std::int64_t i = 0; i < options.cases && out; ++i) {
        const auto generated = cases.next();
        out << generated.json << '\n';
        if (manifest.is_open())
            manifest << generated.manifest;
    }
    out.flush();
    manifest.flush();
    return out.good() && manifest.good() && (options.manifest.empty() || manifest.is_open());
}

}  // namespace

int main(int count, char** values) {
    const std::span arguments(values, static_cast<std::size_t>(count));
    const std::string first = count > 1 ? arguments[1] : "";
    if (first == "-h" || first == "--help")
        return std::fputs(help, stdout) < 0;
    if (first == "--list") {
        for (const auto& plant : generator::all_plants())
            fmt::print("{}\t{}\n", plant.id, plant.article);
        return 0;
    }
    try {
        if (write(read_options(arguments)))
            return 0;
        fmt::print(stderr, "kaoping-generate: a file cannot be written\n");
        return 3;
    } catch (const std::runtime_error& error) {
        if (!dynamic_cast<const UsageError*>(&error) && !dynamic_cast<const generator::NoPlant*>(&error))
            throw;
        fmt::print(stderr, "kaoping-generate: {}\nSee kaoping-generate --help.\n", error.what());
        return 2;
    }
}
