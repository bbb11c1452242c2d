// Rows by case and key against a map, with keys that spread and keys that crowd in a hash table.

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <random>

#include "engine/casefile/key_rows.hpp"

namespace kaoping::engine {

namespace {

/// A table of a record with one text field, its key.
struct KeyedTable {
    Table table;
    std::deque<std::string> texts;

    KeyedTable() {
        table.columns.resize(1);
        table.columns[0].kind = dsl::Kind::text;
    }
    void add(std::int32_t of_case, const std::string* key) {
        Column& column = table.columns[0];
        const auto row = static_cast<std::size_t>(table.rows++);
        table.case_of.push_back(of_case);
        column.texts.emplace_back(key == nullptr ? std::string_view() : std::string_view(texts.emplace_back(*key)));
        column.known.grow(row + 1, true);
        column.present.grow(row + 1, key != nullptr);
    }
};

/// What a KeyRows must say of a table.
struct Expected {
    std::map<std::pair<std::int32_t, std::string>, std::vector<std::int32_t>> rows;
    std::vector<std::int32_t> duplicates;

    explicit Expected(const Table& table) {
        for (std::int32_t row = 0; row < table.rows; ++row) {
            const auto i = static_cast<std::size_t>(row);
            if (!table.columns[0].present.get(i)) continue;
            std::vector<std::int32_t>& same = rows[{table.case_of[i], std::string(table.columns[0].texts[i])}];
            if (!same.empty()) duplicates.push_back(row);
            same.push_back(row);
        }
    }
};

void check_against_map(KeyRows& keys, const Table& table, const std::vector<std::string>& all_keys) {
    const Expected expected(table);
    CHECK(keys.fill(table, 0, 0, table.rows) == expected.duplicates);
    const std::int32_t cases = table.rows == 0 ? 1 : table.case_of.back() + 2;
    std::size_t wrong = 0;
    for (std::int32_t c = 0; c < cases; ++c)
        for (const std::string& key : all_keys) {
            const auto rows = expected.rows.find({c, key});
            bool known = false;
            const std::int32_t found = keys.find(c, key, known);
            const bool there = rows != expected.rows.end();
            if (known != there || found != (there && rows->second.size() == 1 ? rows->second[0] : -1)) ++wrong;
        }
    CHECK(wrong == 0);
}

/// Keys whose ends and sizes are the same: by these they are hashed.
std::vector<std::string> crowded_keys(std::size_t count) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back("begins, " + std::to_string(100'000 + i) + ", ends so");
    return out;
}

std::vector<std::string> short_keys(std::size_t count) {
    std::vector<std::string> out{""};
    for (std::size_t i = 1; i < count; ++i) out.push_back(std::string(i % 19, static_cast<char>('a' + i % 26)) + std::to_string(i));
    return out;
}

}  // namespace

TEST_CASE("rows are found by case and key, doubles and unknown keys told") {
    std::mt19937 random(7);
    KeyRows keys;  // one for all batches, as the reader has it
    for (const std::vector<std::string>& from : {short_keys(12), short_keys(400), crowded_keys(12), crowded_keys(400)})
        for (const std::int32_t cases : {0, 1, 3, 60})
            for (const std::size_t most : {std::size_t{3}, std::size_t{40}, std::size_t{300}}) {
                CAPTURE(from.size());
                CAPTURE(cases);
                CAPTURE(most);
                KeyedTable of;
                for (std::int32_t c = 0; c < cases; ++c)
                    for (std::size_t left = random() % (most + 1); left > 0; --left) of.add(c, random() % 9 == 0 ? nullptr : &from[random() % from.size()]);
                check_against_map(keys, of.table, from);
            }
}

TEST_CASE("keys that all have one hash are no slower than sorting") {
    const std::vector<std::string> crowded = crowded_keys(60'000);  // compared with one another they would take minutes
    KeyedTable of;
    for (const std::string& key : crowded) of.add(0, &key);
    KeyRows keys;
    CHECK(keys.fill(of.table, 0, 0, of.table.rows).empty());
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < crowded.size(); ++i) {
        bool known = false;
        if (keys.find(0, crowded[i], known) != static_cast<std::int32_t>(i) || !known) ++wrong;
    }
    CHECK(wrong == 0);
}

}  // namespace kaoping::engine
