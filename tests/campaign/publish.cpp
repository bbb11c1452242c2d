// Publication: nothing but what is on the allow-list, and no small count that could be worked out.

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <vector>

#include "engine/campaign/publish/masking.hpp"
#include "tests/campaign/follow_support.hpp"

using namespace kaoping::campaign;
using namespace kaoping_test;

namespace {

using Counts = std::vector<std::int64_t>;
using Published = std::pair<std::vector<PublicCount>, PublicCount>;

Published published(const Counts& counts) {
    const MaskedList out = mask_list(counts);
    return {out.counts, out.total};
}

/// All lists of this length with counts below `top`.
std::vector<Counts> all_lists(std::size_t length, std::int64_t top) {
    std::vector<Counts> out{{}};
    for (std::size_t i = 0; i < length; ++i) {
        std::vector<Counts> longer;
        for (const Counts& list : out)
            for (std::int64_t count = 0; count < top; ++count) {
                longer.push_back(list);
                longer.back().push_back(count);
            }
        out = std::move(longer);
    }
    return out;
}

/// Small counts that are published, and masked ones that are the same in all lists which are published the same way.
std::pair<int, int> given_away(std::size_t length, std::int64_t top) {
    std::map<Published, std::vector<Counts>> sources;
    for (const Counts& list : all_lists(length, top)) sources[published(list)].push_back(list);
    int shown = 0, worked_out = 0;
    for (const auto& [what, lists] : sources)
        for (std::size_t i = 0; i < length; ++i) {
            std::set<std::int64_t> values;
            for (const Counts& list : lists) values.insert(list[i]);
            if (what.first[i]) shown += is_small(*what.first[i]) ? 1 : 0;
            else worked_out += values.size() == 1 ? 1 : 0;
        }
    return {shown, worked_out};
}

constexpr const char* canary = "CANARYX";

/// The cases of examples/quarterly as JSON Lines, with the canary in front of every text that is personal, free or a name: of
/// officers, persons, causes, places, numbers of documents. Ids, units, enums and times stay.
void write_canaries() {
    const Outcome made = shell(R"(python3 - examples/quarterly/cases $T/canary.jsonl <<'end'
import json, pathlib, re, sys, yaml
class Loader(yaml.SafeLoader): pass
Loader.yaml_implicit_resolvers = {k: [(t, r) for t, r in v if t != "tag:yaml.org,2002:timestamp"] for k, v in yaml.SafeLoader.yaml_implicit_resolvers.items()}
officers = {}
def mark(value, key=None):
    if isinstance(value, dict): return {k: mark(v, k) for k, v in value.items()}
    if isinstance(value, list): return [mark(v, key) for v in value]
    if isinstance(value, str) and key in ("name", "cause", "number", "place_name", "handler", "officers", "approved_by", "id", "about", "person", "reviewed_by", "legal_review_by"): return "CANARYX" + value
    return value
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.yaml")):
        out.write(json.dumps(mark(yaml.load(path.read_text(encoding="utf-8"), Loader)), ensure_ascii=False) + "\n")
end)");
    REQUIRE_MESSAGE(made.status == 0, made.err);
}

}  // namespace

TEST_CASE("no small count is published, and none that is masked can be worked out from the others and the total") {
    CHECK(given_away(1, 40) == std::pair(0, 0));
    CHECK(given_away(2, 14) == std::pair(0, 0));
    CHECK(given_away(3, 14) == std::pair(0, 0));
    CHECK(given_away(4, 9) == std::pair(0, 0));
}

TEST_CASE("masking takes the smallest of the others, and no more than needed") {
    CHECK(published({20, 3, 7, 30}) == Published{{20, std::nullopt, std::nullopt, 30}, 60});                      // 10 > 2 × 4
    CHECK(published({20, 3, 4, 30}) == Published{{std::nullopt, std::nullopt, std::nullopt, 30}, 57});            // 7 ≤ 8, 27 > 12
    CHECK(published({20, 3, 5, 20, 30}) == Published{{std::nullopt, std::nullopt, std::nullopt, std::nullopt, 30}, 78});  // 8 ≤ 8; both 20s
    CHECK(published({20, 0, 7, 30}) == Published{{20, 0, 7, 30}, 57});
    CHECK(published({3, 0}) == Published{{std::nullopt, std::nullopt}, std::nullopt});
    CHECK(published({}) == Published{{}, 0});
}

TEST_CASE("no byte of a publication comes from a person, a free text, a message, a reason or a title of the register") {
    write_canaries();
    write_follow_scheme();
    const std::string path = new_register("canary");
    setenv("R", path.c_str(), 1);
    const std::string by = " --register $R --by CANARYX --why CANARYX";
    for (const std::string& command : std::vector<std::string>{"new CANARYX --title CANARYX --from 2026-07-01 --until 2026-09-30 --pack examples/quarterly --scheme $T/follow.yaml",
                                       "draw CANARYX $T/canary.jsonl --size 13 --seed 4711", "evaluate CANARYX --as-of 2026-09-30"}) {
        const Outcome run = shell("$K campaign " + command + by);
        REQUIRE_MESSAGE(run.status == 0, run.err);
    }
    decide_all(path, "confirm");
    for (const std::string& command : std::vector<std::string>{"bonus CANARYX --unit 经侦大队 --points 1 --basis CANARYX", "indicator CANARYX --unit 经侦大队 --name petitions_upheld --value 1 --basis CANARYX",
                                       "close CANARYX", "rectify notice CANARYX --until 2999-12-31", "publish CANARYX --out $T/public.html", "publish CANARYX --out $T/public.json",
                                       "publish CANARYX --out $T/public-zh.html --lang zh-CN"}) {
        const Outcome run = shell("$K campaign " + command + by);
        REQUIRE_MESSAGE(run.status == 0, run.err);
    }
    // The canaries are where they could come from.
    CHECK(value_in(path, "select count(*) > 10 from finding where line like '%CANARYX%'") == "1");
    CHECK(value_in(path, "select count(*) > 3 from finding where json_extract(line, '$.message') like '%CANARYX%'") == "1");
    CHECK(value_in(path, "select count(*) > 0 from finding_person where person like '%CANARYX%'") == "1");
    CHECK(value_in(path, "select count(*) from sampled_case where officer like 'CANARYX%' and case_id like 'CANARYX%'") == "13");
    // Titles of rules, in the language asked for.
    for (const auto& [file, title] : {std::pair{"/public.html", "seizure"}, std::pair{"/public.json", "seizure"}, std::pair{"/public-zh.html", "扣押"}}) {
        const std::string text = read_file(scratch() + file);
        CHECK(says(text, "经侦大队"));
        CHECK(says(text, title));
        CHECK(!says(text, canary));
        CHECK(!says(text, "110"));     // numbers of officers, of cases
    }
    CHECK(says(shell("$K register check $R").out, "nothing is wrong"));
}

TEST_CASE("a publication has counts, scores and titles, masked where they are small, and the register keeps its hash") {
    const std::string path = followed("public");
    decide_all(path, "confirm");
    CHECK(shell("$K campaign close q3 --register $R --by Li").status == 0);
    const Outcome run = shell("$K campaign publish q3 --register $R --by Li --title 'Third quarter <2026>' --out $T/public.json");
    CHECK(run.status == 0);
    CHECK(says(run.out, "hash " + value_in(path, "select hash from publication")));
    const std::string json = read_file(scratch() + "/public.json");
    CHECK(says(json, "\"title\": \"Third quarter <2026>\""));
    // Units of 2, 1, 5, 4 and 1 cases: 13 in all, so few that even the total is masked; one has five scores.
    CHECK(says(json, "  \"cases\": null,\n  \"drawn\": null,\n"));
    CHECK(says(json, "\"unit\": \"城北派出所\",\n      \"cases\": null,\n      \"drawn\": null,\n      \"defects\": null,\n      \"score\": {\n"));
    CHECK(says(json, "\"unit\": \"经侦大队\",\n      \"cases\": null,\n      \"drawn\": null,\n      \"defects\": null,\n      \"score\": null,\n      \"sampling_margin\": null,\n      \"grade_low\": null,"));
    CHECK(shell("$K campaign publish q3 --register $R --by Li --title 'Third quarter <2026>' --out $T/public.html").status == 0);
    const std::string html = read_file(scratch() + "/public.html");
    CHECK(says(html, "<h1>Third quarter &lt;2026&gt;</h1>"));
    CHECK(!says(html, "<script"));
    CHECK(says(shell("$K campaign publish q3 --register $R --by Li --out $T/public.txt").err, "name a file that ends in .html or .json"));
}
