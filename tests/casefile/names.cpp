// Names to numbers: whatever their lengths, and whatever stands behind them in the text.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/casefile/key_order.hpp"
#include "engine/casefile/name_table.hpp"

using kaoping::engine::KeyOrder;
using kaoping::engine::NameTable;
using kaoping::engine::QuotedKey;

TEST_CASE("a name is found by all of it, with and without room behind it, spread or not") {
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
            if (names[i].size() > 16) continue;
            CHECK(table.find_short(std::string_view(text).substr(0, names[i].size())) == found);
            CHECK(spread.find_short(std::string_view(text).substr(0, names[i].size())) == found);
        }
        CHECK(table.find(names[i] + 'c') == -1);
        CHECK(spread.find(names[i] + 'c') == -1);
    }
    CHECK(NameTable().find("a") == -1);
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

TEST_CASE("a quoted key is recognised with its colon, and nothing else is") {
    for (const std::string name : {"", "a", "kind", "thirteen_long", "fourteen_longs", "thirty_bytes_with_its_quotes_", "a_key_of_more_than_sixteen_bytes", "a_key_of_rather_more_than_thirty_two_bytes"}) {
        CAPTURE(name);
        const std::string room(40, ' ');
        const QuotedKey key(name);
        CHECK(key.stands_at(('"' + name + "\":" + room).c_str()));
        CHECK_FALSE(key.stands_at(('"' + name + "\" :" + room).c_str()));
        CHECK_FALSE(key.stands_at(('"' + name + "x\":" + room).c_str()));
        CHECK_FALSE(key.stands_at(('"' + name + room).c_str()));
    }
    CHECK_FALSE(QuotedKey("a\"b").stands_at(("\"a\"b\":" + std::string(40, ' ')).c_str()));
    CHECK_FALSE(QuotedKey().stands_at(std::string(40, ' ').c_str()));
}

TEST_CASE("the order of keys is learned, and any number of keys is endured") {
    KeyOrder<int> order;
    int made = 0;
    const auto make = [&](std::string_view) { return ++made; };
    auto& a = order.find("a", order.beginning(), make);
    auto& b = order.find("b", a, make);
    CHECK(order.beginning().next == &a);
    CHECK(a.next == &b);
    CHECK(b.next == &order.beginning());
    CHECK(&order.find("a", b, make) == &a);
    CHECK(made == 2);
    auto* last = &b;
    for (int i = 0; i < 5000; ++i) last = &order.find("key " + std::to_string(i), *last, make);
    CHECK(last->name == "key 4999");
    CHECK(order.find("b", *last, make).key == 2);
}
