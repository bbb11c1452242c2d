// Folders of random files in all formats, read in chunks of any size: every case and every mistake comes out, in order, once.

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "support.hpp"
#include "tests/support/process.hpp"

using namespace casefile_test;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t longest_case = 2000;

/// Files, and what reading them must give.
struct Inputs {
    std::vector<std::string> cases;  ///< ids
    std::size_t unreadable = 0;
};

class Maker {
public:
    explicit Maker(unsigned seed) : random_(seed) {}

    Inputs make(const fs::path& folder) {
        fs::remove_all(folder);
        fs::create_directories(folder);
        const std::size_t files = 1 + below(5);
        for (std::size_t f = 0; f < files; ++f) {
            static constexpr const char* ends[] = {"jsonl", "json", "yaml"};
            const std::string end = ends[below(3)];
            const std::size_t before = made_.cases.size() + made_.unreadable;
            const std::string text = end == "jsonl" ? json_lines() : end == "json" ? json() : yaml();
            if (made_.cases.size() + made_.unreadable == before) ++made_.unreadable;  // a file without a case is a mistake of its own
            std::ofstream(folder / fmt::format("{}.{}", f, end), std::ios::binary) << text;
        }
        return made_;
    }

private:
    std::size_t below(std::size_t n) { return random_() % n; }
    std::string blanks(std::string_view of) {
        std::string out;
        for (std::size_t n = below(8) == 0 ? below(300) : below(4); n > 0; --n) out += of[below(of.size())];
        return out;
    }
    std::string a_case() {
        made_.cases.push_back(fmt::format("C{}", made_.cases.size()));
        return fmt::format("{{\"id\":\"{}\"{}}}", made_.cases.back(), below(3) == 0 ? fmt::format(", \"t\":\"{}\"", std::string(below(400), 'x')) : std::string());
    }
    std::string too_long() {
        ++made_.unreadable;
        return fmt::format("{{\"id\":\"{}\"}}", std::string(longest_case + below(4 * longest_case), 'x'));
    }
    std::string byte_order_mark() { return below(4) == 0 ? "\xEF\xBB\xBF" : ""; }
    std::string json_lines() {
        std::string out = byte_order_mark();
        for (std::size_t lines = below(12); lines > 0; --lines) {
            out += blanks("\n");
            switch (below(8)) {
                case 0: out += blanks(" \t\r"); break;
                case 1:
                    out += below(2) == 0 ? "{\"id\":" : "]";
                    ++made_.unreadable;
                    break;
                case 2: out += too_long(); break;
                default: out += blanks(" \t") + a_case(); break;
            }
            if (lines > 1 || below(2) == 0) out += below(4) == 0 ? "\r\n" : "\n";
        }
        return out;
    }
    std::string json() {
        std::string out = byte_order_mark() + blanks(" \t\r\n");
        const bool array = below(2) == 0;
        const std::size_t values = below(6);
        if (array && values > 0) out += "[";
        for (std::size_t v = 0; v < values; ++v) {
            if (array && v > 0) out += ",";
            out += blanks(" \t\r\n") + (below(6) == 0 ? too_long() : a_case()) + blanks(" \t\r\n");
        }
        return out + (array && values > 0 ? "]" + blanks("\n") : std::string());
    }
    std::string yaml() { return byte_order_mark() + blanks("\n") + (below(5) == 0 ? std::string() : a_case() + "\n"); }

    std::mt19937 random_;
    Inputs made_;
};

}  // namespace

TEST_CASE("folders of files in all formats, in chunks of any size: nothing is lost, nothing comes twice") {
    const fs::path folder = fs::path(kaoping_test::scratch()) / "many-inputs";
    for (unsigned seed = 1; seed <= 150; ++seed) {
        const Inputs made = Maker(seed).make(folder);
        for (const std::size_t batch : {1, 3, 256})
            for (const std::size_t bytes : {1, 50, 1000, 4 << 20}) {
                ReadOptions options;
                options.batch_cases = batch;
                options.chunk_bytes = bytes;
                options.max_case_bytes = longest_case;
                const Read out = read_inputs({folder.string()}, options);
                std::vector<std::string> ids;
                for (const std::string& one : out.cases) ids.push_back(one.substr(0, one.find(' ')));
                INFO("seed " << seed << ", " << batch << " cases, " << bytes << " bytes a chunk\n" << out.dump);
                CHECK(ids == made.cases);
                CHECK(out.unreadable.size() == made.unreadable);
            }
    }
}
