// Names to numbers: whatever their lengths, and whatever stands behind them in the text.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/casefile/key_order.hpp"
#include "engine/casefile/name_table.hpp"

using kaoping::engine::KeyOrder;
using kaoping::engine::NameTable;
using kaoping::engine::QuotedKey;

TEST_CASE("a name is found by all of it, with and without room behind it") {
    std::vector<std::string> names{""};
    for (std::size_t size = 1; size <= 40; ++size) {
        names.push_back(std::string(size, 'a'));
        names.push_back(std::string(size - 1, 'a') + 'b');
        names.push_back('b' + std::string(size - 1, 'a'));
    }
    names.push_back(std::string("a\0", 2));
    NameTable table;
    for (std::size_t i = 0; i < names.size(); ++i) table.add(names[i], static_cast<int>(i));
    for (std::size_t i = 0; i < names.size(); ++i) {
        CAPTURE(names[i]);
        const int found = table.find(names[i]);
        REQUIRE(found >= 0);
        CHECK(names[static_cast<std::size_t>(found)] == names[i]);
        for (const char behind : {'\0', 'a', '"'}) {
            const std::string text = names[i] + std::string(20, behind);
            CHECK(table.find_with_room(std::string_view(text).substr(0, names[i].size())) == found);
        }
        CHECK(table.find(names[i] + 'c') == -1);
    }
    CHECK(NameTable().find("a") == -1);
}

TEST_CASE("a quoted key is recognised with its colon, and nothing else is") {
    for (const std::string name : {"", "a", "kind", "thirteen_long", "fourteen_longs", "a_key_of_more_than_sixteen_bytes"}) {
        CAPTURE(name);
        const std::string room(20, ' ');
        const QuotedKey key(name);
        CHECK(key.stands_at(('"' + name + "\":" + room).c_str()));
        CHECK_FALSE(key.stands_at(('"' + name + "\" :" + room).c_str()));
        CHECK_FALSE(key.stands_at(('"' + name + "x\":" + room).c_str()));
        CHECK_FALSE(key.stands_at(('"' + name + room).c_str()));
    }
    CHECK_FALSE(QuotedKey("a\"b").stands_at("\"a\"b\":                 "));
    CHECK_FALSE(QuotedKey().stands_at("                    "));
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
