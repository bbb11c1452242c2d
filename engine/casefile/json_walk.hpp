#pragma once
// Walking an indexed JSON text, value by value, without building a tree: the Node that record_decoder.hpp asks for.
//
// What is walked is checked against the grammar of RFC 8259; what nobody wants is skipped by counting brackets.

#include <array>
#include <cstring>
#include <string>
#include <string_view>

#include "engine/casefile/case_writer.hpp"
#include "engine/casefile/json_index.hpp"

namespace kaoping::engine {

/// Bytes that a text, number, truth value or null begins with.
inline constexpr std::array<bool, 256> begins_scalar = [] {
    std::array<bool, 256> out{};
    for (const char c : std::string_view("\"tfn-0123456789")) out[static_cast<unsigned char>(c)] = true;
    return out;
}();

/// Where the walk stands in a text, and what stopped it.
class JsonWalk {
public:
    static constexpr int max_depth = 64;

    JsonWalk(JsonIndex& index, std::string_view text, CaseWriter& writer)
        : index_(index), writer_(writer), text_(text.data()), at_(index.begin()), end_(index.end()),
          escapes_(std::memchr(text.data(), '\\', text.size()) != nullptr) {}

    /// First byte of the value or sign at hand; NUL behind the last one.
    [[nodiscard]] char peek() const { return text_[*at_]; }
    [[nodiscard]] const std::uint32_t* place() const { return at_; }
    [[nodiscard]] bool at_end() const { return at_ == end_; }
    void step() { ++at_; }
    /// The bytes of the token at hand: up to what follows, without blanks behind.
    [[nodiscard]] std::string_view token() const {
        std::size_t end = at_[1];
        while (end > *at_ && is_blank(text_[end - 1])) --end;
        return {text_ + *at_, end - *at_};
    }

    /// The same with whatever blanks stand behind.
    [[nodiscard]] std::string_view bare_token() const { return {text_ + at_[0], at_[1] - at_[0]}; }

    /// Passes over a key and its colon, if it is this one. False: nothing was taken.
    [[nodiscard, gnu::always_inline]] bool pass_key(const QuotedKey& key) {
        if (!key.stands_at(text_ + at_[0]) || text_[at_[1]] != ':') return false;
        at_ += 2;
        return true;
    }
    /// Takes a key and its colon, in any form that JSON allows. False: there is none; the walk has failed.
    [[nodiscard]] bool take_key(std::string_view& out);
    /// Takes the string whose opening quote is at hand; its text lasts as long as the batch. False: it has a bad escape.
    [[nodiscard, gnu::always_inline]] bool take_string(std::string_view& out) {
        const std::size_t begin = at_[0], next = at_[1];
        // Mostly the closing quote stands right before what follows: the index has checked that there is one.
        if (escapes_ || text_[next - 1] != '"' || next < begin + 2) return take_string_with_care(out, true);
        out = {text_ + begin + 1, next - begin - 2};
        ++at_;
        return true;
    }
    /// Passes over the value at hand, whatever it is. False: there is none, or it is not closed.
    [[nodiscard]] bool skip() {
        if (!begins_scalar[static_cast<unsigned char>(peek())]) return skip_with_care();
        ++at_;
        return true;
    }

    [[nodiscard]] bool enter() { return ++depth_ <= max_depth || fail("the JSON is nested more than 64 deep"); }
    void leave() { --depth_; }

    /// Says once what is wrong at the place at hand; always false.
    bool fail(const char* what);
    [[nodiscard]] bool failed() const { return what_ != nullptr; }
    [[nodiscard]] std::string failure() const { return what_ == nullptr ? std::string() : what_; }
    [[nodiscard]] std::size_t failure_offset() const { return offset_; }

private:
    [[nodiscard]] static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
    bool skip_with_care();
    bool take_string_with_care(std::string_view& out, bool kept);

    JsonIndex& index_;
    CaseWriter& writer_;
    const char* text_;
    const std::uint32_t *at_, *end_;
    bool escapes_;       ///< some string of the text has an escape
    int depth_ = 0;
    const char* what_ = nullptr;
    std::size_t offset_ = 0;
};

/// A value of a document: where the walk stands. To be visited once, or not at all.
class JsonNode {
public:
    explicit JsonNode(JsonWalk& walk) : walk_(walk), first_(walk.peek()) {}

    /// False also where the token is none of JSON's: the walk has failed then.
    bool is_null() { return first_ == 'n' && (walk_.token() == "null" || walk_.fail("this is not JSON: a value should stand here")); }
    [[nodiscard]] bool is_object() const { return first_ == '{'; }
    [[nodiscard]] bool is_list() const { return first_ == '['; }
    [[nodiscard]] static CellPlace place() { return {}; }
    /// A quoted text, taken. False: it is something else, and nothing was taken. Scalars go through memory, which costs more than
    /// all else that is done to most of them, so texts have this way of their own.
    [[gnu::always_inline]] bool take_text(std::string_view& out) {
        if (first_ != '"') return false;
        if (!walk_.take_string(out)) walk_.fail("this is not JSON: the text has an escape that JSON does not know");
        return true;
    }
    /// A truth value, taken. False: it is something else, or written with blanks behind it, and nothing was taken.
    [[gnu::always_inline]] bool take_truth(bool& out) {
        const std::string_view text = walk_.bare_token();
        out = first_ == 't';
        if (out ? text != "true" : text != "false") return false;
        walk_.step();
        return true;
    }
    /// A whole number from 0 to 999,999,999, taken, in millionths. False: as for a truth value.
    [[gnu::always_inline]] bool take_count(std::int64_t& out) {
        const std::string_view digits = walk_.bare_token();
        if (digits.size() > 9 || (first_ == '0' && digits.size() > 1)) return false;
        std::int64_t value = 0;
        for (const char c : digits) {
            if (c < '0' || c > '9') return false;
            value = value * 10 + (c - '0');
        }
        out = value * dsl::number_scale;
        walk_.step();
        return true;
    }
    Scalar scalar();

    /// `use(field, key, node)` with the key's value in `names`, `unknown` if it is not there; keys that stand for `not_read` are
    /// passed over. False ends the visit.
    template <typename Use>
    [[gnu::always_inline]] bool each_field(const NameTable& names, int unknown, KeyOrder& order, Use&& use) {
        if (!walk_.enter()) return false;
        walk_.step();
        if (walk_.peek() == '}') return close();
        KeyOrder::Seen* last = &order.beginning();
        for (;;) {
            KeyOrder::Seen* key = last->next;
            if (!walk_.pass_key(key->quoted)) {
                std::string_view text;
                if (!walk_.take_key(text)) return false;
                key = &order.find(names, unknown, text, *last);
            }
            last = key;
            if (key->value == not_read ? !walk_.skip() : !visit([&](JsonNode& node) __attribute__((always_inline)) { return use(key->value, key->name, node); }))
                return false;
            const char next = walk_.peek();
            if (next == '}') return close();
            if (next != ',') return walk_.fail("this is not JSON: `,` or `}` should stand here");
            walk_.step();
        }
    }

    /// `use(node)`: false ends the visit.
    template <typename Use>
    bool each_item(Use&& use) {
        if (!walk_.enter()) return false;
        walk_.step();
        if (walk_.peek() == ']') return close();
        for (;;) {
            if (!visit(use)) return false;
            const char next = walk_.peek();
            if (next == ']') return close();
            if (next != ',') return walk_.fail("this is not JSON: `,` or `]` should stand here");
            walk_.step();
        }
    }

private:
    bool close() {
        walk_.step();
        walk_.leave();
        return true;
    }
    /// Visits the value at hand; passes over what the visitor left. What fails inside is seen when the case is whole.
    template <typename Use>
    [[gnu::always_inline]] bool visit(Use&& use) {
        const std::uint32_t* const start = walk_.place();
        JsonNode node(walk_);
        return use(node) && (walk_.place() != start || walk_.skip());
    }

    JsonWalk& walk_;
    char first_;
};

}  // namespace kaoping::engine
