// What reading JSON does with many bytes at once: every way that the machine has says what looking at one byte after another says.

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "engine/casefile/json_text.hpp"
#include "engine/casefile/machine.hpp"
#include "engine/casefile/string_stops.hpp"
#include "engine/casefile/wide_ways.hpp"

using namespace kaoping::engine;

namespace {

std::vector<const WideWays*> all_ways() {
    std::vector<const WideWays*> out{&plain_ways};
#if defined(__x86_64__)
    if (has_avx2()) out.push_back(&ways_with_avx2);
    if (has_avx512()) out.push_back(&ways_with_avx512);
#endif
    return out;
}

bool stops_string(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < ' '; }

/// A text with room behind it, as readers have it.
struct Padded {
    std::string text;
    explicit Padded(const std::string& of) : text(of + std::string(text_padding, '\0')) {}
    [[nodiscard]] const char* at() const { return text.data(); }
};

/// Where a list or object ends, sign by sign; npos: it does not end, or something in it is to be looked at closer.
std::size_t end_of_brackets(const std::string& text) {
    const auto is_in = [](char c, const char* set) { return std::string(set).find(c) != std::string::npos; };
    int open = 0;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) < ' ' || c == '\\') return std::string::npos;
        if (c == '"') {
            if (!inside && !is_in(text[i - 1], "[{,: ")) return std::string::npos;
            if (inside && (i + 1 == text.size() || !is_in(text[i + 1], "]},: "))) return std::string::npos;
            inside = !inside;
        } else if (!inside && is_in(c, "[{")) {
            ++open;
        } else if (!inside && is_in(c, "]}") && --open == 0) {
            return i + 1;
        }
    }
    return std::string::npos;
}

}  // namespace

TEST_CASE("stops of strings are marked in every way as byte by byte, and whether all is ASCII") {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::string text;
        const std::size_t words = 1 + random() % 5;
        const bool ascii = round % 3 != 0;
        for (std::size_t i = 0; i < words * 64; ++i) text += random() % 8 == 0 ? "\"\\\n\x1F\x01 !#[]"[random() % 10] : static_cast<char>(' ' + random() % 95);
        if (!ascii) text[random() % text.size()] = static_cast<char>(0x80 + random() % 128);
        const Padded padded(text);
        for (const WideWays* way : all_ways()) {
            std::vector<std::uint64_t> marks(words, 0x5555);
            CHECK(way->mark_stops(padded.at(), words, marks.data()) == ascii);
            for (std::size_t i = 0; i < text.size(); ++i) REQUIRE((marks[i / 64] >> (i % 64) & 1) == static_cast<std::uint64_t>(stops_string(text[i])));
        }
    }
}

TEST_CASE("a string stops at the first stop from any place on, however far it is, and at the end of the text at the latest") {
    std::mt19937 random(8);
    StopMap map;
    for (int round = 0; round < 200; ++round) {
        std::string text(random() % 500, 'a');
        for (char& c : text)
            if (random() % 60 == 0) c = "\"\\\t"[random() % 3];
        const Padded padded(text);
        CHECK(map.mark({padded.at(), text.size()}));
        for (std::size_t from = 0; from <= text.size(); ++from) {
            std::size_t stop = from;
            while (stop < text.size() && !stops_string(text[stop])) ++stop;
            REQUIRE(map.stops().from(padded.at() + from) == padded.at() + stop);
        }
    }
}

TEST_CASE("strings that begin or end astray are left to who looks closer wherever they stand") {
    for (std::size_t at = 1; at < 140; ++at)
        for (const std::string astray : {"x\"a\",", ",\"a\"x", ",\"a\"\"b\",", "5\"\",", ",\"\"5"})
            for (const WideWays* way : all_ways()) {
                const std::string text = '[' + std::string(at, ' ') + astray + std::string(100, ' ') + ']' + std::string(64, ' ');  // no end of text beside it
                CAPTURE(text);
                REQUIRE(end_of_brackets(text) == std::string::npos);
                BracketWalk walk;
                (void)way->pass_brackets(Padded(text).at(), walk);
                CHECK(!walk.done);
            }
}

TEST_CASE("lists and objects end in every way where they end sign by sign, and what is wrong in them is left to who looks closer") {
    std::mt19937 random(9);
    int ended = 0, doubtful = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text(1, "[{"[random() % 2]);
        const std::size_t parts = random() % 60;
        for (std::size_t i = 0; i < parts; ++i) {
            const std::string string = '"' + std::string(random() % (random() % 9 == 0 ? 150 : 12), "ab,:[]{}"[random() % 8]) + '"';
            const std::string separator = random() % 4 == 0 ? ", " : ",";
            switch (random() % 6) {
                case 0: text += string + ": " + string + separator; break;
                case 1: text += string + ":17" + separator; break;
                case 2: text += '['; break;
                case 3: text += "]" + separator; break;
                case 4: text += "{" + string + ":true}" + separator; break;
                default: text += string + separator;
            }
        }
        if (random() % 3 == 0) text[1 + random() % text.size()] = "\"\\\n[]x"[random() % 6];
        text += "]}]}]}" + std::string(random() % 70, ' ');
        const Padded padded(text);
        const std::size_t expected = end_of_brackets(text);
        for (const WideWays* way : all_ways()) {
            CAPTURE(text);
            BracketWalk walk;
            const char* const behind = way->pass_brackets(padded.at(), walk);
            if (!walk.done) {
                ++doubtful;
                continue;
            }
            ++ended;
            REQUIRE(static_cast<std::size_t>(behind - padded.at()) == expected);
        }
    }
    CHECK(ended > 1000);
    CHECK(doubtful > 1000);
}
