// Names to numbers: whatever their lengths, and whatever stands behind them in the text.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/casefile/key_order.hpp"
#include "engine/casefile/name_table.hpp"

using kaoping::engine::KeyOrder;
using kaoping::engine::NameTable;

TEST_CASE("a name is found by all of it, with and without room behind it, spread or not") {
    const auto with_room = [](const NameTable& in, std::string_view name) {
        int found = 0;
        return (name.size() <= 16 ? in.find_short(name, found) : name.size() <= 32 && in.find_long(name, found)) ? found : in.find(name);
    };
    std::vector<std::string> names{""};
    for (std::size_t size = 1; size <= 40; ++size) {
        names.push_back(std::string(size, 'a'));
        names.push_back(std::string(size - 1, 'a') + 'b');
        names.push_back('b' + std::string(size - 1, 'a'));
    }
    names.push_back(std::string("a\0", 2));
    NameTable table;
    for (std::size_t i = 0; i < names.size(); ++i) table.add(names[i], static_cast<int>(i));
    NameTable spread = table;
    spread.spread();
    for (std::size_t i = 0; i < names.size(); ++i) {
        CAPTURE(names[i]);
        const int found = table.find(names[i]);
        REQUIRE(found >= 0);
        CHECK(names[static_cast<std::size_t>(found)] == names[i]);
        CHECK(spread.find(names[i]) == found);
        for (const char behind : {'\0', 'a', '"'}) {
            const std::string text = names[i] + std::string(20, behind);
            CHECK(with_room(table, std::string_view(text).substr(0, names[i].size())) == found);
            CHECK(with_room(spread, std::string_view(text).substr(0, names[i].size())) == found);
        }
        std::vector<std::string> others{names[i] + 'c'};
        for (std::size_t at = 0; at < names[i].size(); ++at) {
            others.push_back(names[i]);
            others.back()[at] = 'c';
        }
        for (const std::string& other : others) {
            CAPTURE(other);
            CHECK(table.find(other) == -1);
            CHECK(spread.find(other) == -1);
            const std::string text = other + std::string(20, '"');
            CHECK(with_room(spread, std::string_view(text).substr(0, other.size())) == -1);
        }
    }
    CHECK(NameTable().find("a") == -1);
    NameTable with_another(7);
    for (int i = 0; i < 2; ++i) {
        CHECK(with_another.find("b") == 7);
        CHECK(with_room(with_another, std::string_view("b                ").substr(0, 1)) == 7);
        with_another.add("a", 1);
        CHECK(with_another.find("a") == 1);
    }
}

TEST_CASE("names of 17 to 32 bytes are found at the first look, by all of their bytes") {
    NameTable table;
    std::vector<std::string> names;
    for (std::size_t size = 17; size <= 32; ++size) names.push_back(std::string(size, static_cast<char>('a' + size % 26)));
    for (std::size_t i = 0; i < names.size(); ++i) table.add(names[i], static_cast<int>(i));
    table.spread();
    REQUIRE(table.displaced() == 0);
    const auto found = [&](std::string name) {
        int out = 0;
        const std::size_t size = name.size();
        name += std::string(20, '"');
        REQUIRE(table.find_long(std::string_view(name).substr(0, size), out));
        return out;
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
        CHECK(found(names[i]) == static_cast<int>(i));
        for (std::size_t at = 0; at < names[i].size(); ++at) {
            std::string other = names[i];
            other[at] = '-';
            CHECK(found(other) == -1);
        }
    }
}

TEST_CASE("a table of few names is spread so that each stands where it belongs, and is found at the first look") {
    for (int names = 0; names <= 40; ++names) {
        CAPTURE(names);
        NameTable table;
        for (int i = 0; i < names; ++i) table.add("member_" + std::to_string(i * 37), i);
        table.spread();
        CHECK(table.displaced() == 0);
        for (int i = 0; i < names; ++i) CHECK(table.find("member_" + std::to_string(i * 37)) == i);
        CHECK(table.find("member_1") == -1);
        table.add("member_1", 99);  // later than spread
        CHECK(table.find("member_1") == 99);
    }
}

TEST_CASE("a key is recognised where the same bytes stand, and nowhere else") {
    using Key = KeyOrder<int>::Seen;
    const std::string room(Key::most_bytes, ' ');
    Key key(nullptr, 0, "k");
    const auto stands_nowhere = [&] {
        for (const char c : {'\0', '\1', 'k'}) CHECK_FALSE(key.stands_at(std::string(130, c).c_str()));
    };
    stands_nowhere();
    for (const std::size_t size : {1, 2, 15, 16, 17, 31, 32, 33, 63, 64, 1}) {
        CAPTURE(size);
        const std::string bytes = '"' + std::string(size - 1, 'k');
        key.learn(bytes);
        CHECK(key.size() == size);
        CHECK(key.stands_at((bytes + room).c_str()));
        for (std::size_t i = 0; i < size; ++i) {
            std::string other = bytes + room;
            other[i] ^= 1;
            CHECK_FALSE(key.stands_at(other.c_str()));
        }
    }
    for (const std::string& bytes : {std::string(), std::string(65, 'k')}) {
        key.learn("k");
        key.learn(bytes);
        stands_nowhere();
    }
    key.learn("k");
    key.forget();
    stands_nowhere();
}

TEST_CASE("the order of keys is learned, and any number of keys is endured") {
    KeyOrder<int> order;
    int made = 0;
    const auto make = [&](std::string_view) { return ++made; };
    const std::string room(KeyOrder<int>::Seen::most_bytes, ' ');
    const std::string first = "\"a\":" + room, second = "\"b\":" + room, spaced = " \"a\" : " + room;
    auto& a = order.find("a", std::string_view(first).substr(0, 4), order.beginning(), make);
    auto& b = order.find("b", std::string_view(second).substr(0, 4), a, make);
    CHECK(order.beginning().next == &a);
    CHECK(a.next == &b);
    CHECK(b.next == &order.beginning());
    CHECK((a.stands_at(first.c_str()) && a.size() == 4));
    CHECK(&order.find("a", std::string_view(spaced).substr(0, 7), b, make) == &a);
    CHECK((a.stands_at(spaced.c_str()) && a.size() == 7));
    CHECK(made == 2);
    auto* last = &b;
    for (int i = 0; i < 5000; ++i) {
        const std::string name = "key " + std::to_string(i), text = '"' + name + "\":" + room;
        last = &order.find(name, std::string_view(text).substr(0, name.size() + 3), *last, make);
    }
    CHECK(last->name == "key 4999");
    CHECK(order.find("b", std::string_view(second).substr(0, 4), *last, make).key == 2);
}
