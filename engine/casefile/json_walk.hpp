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
#include "engine/casefile/record_keys.hpp"

namespace kaoping::engine {

/// Bytes that a text, number, truth value or null begins with.
inline constexpr std::array<bool, 256> begins_scalar = [] {
    std::array<bool, 256> out{};
    for (const char c : std::string_view("\"tfn-0123456789")) out[static_cast<unsigned char>(c)] = true;
    return out;
}();

/// An indexed text, and what stopped the walk through it. A place in it is a place in the index: whoever walks holds it himself,
/// so that a compiler can keep it in a register. The functions here take a place and return the one behind what they took; null:
/// there is nothing of the kind, and the walk has failed.
class JsonWalk {
public:
    using Place = const std::uint32_t*;
    static constexpr int max_depth = 64;

    JsonWalk(JsonIndex& index, std::string_view text, CaseWriter& writer)
        : index_(index), writer_(writer), text_(text.data()), end_(index.end()),
          escapes_(std::memchr(text.data(), '\\', text.size()) != nullptr) {}

    [[nodiscard]] Place begin() const { return index_.begin(); }
    [[nodiscard]] const char* text() const { return text_; }
    /// First byte of the value or sign at a place; NUL behind the last one.
    [[nodiscard]] char sign(Place at) const { return text_[*at]; }
    [[nodiscard]] bool at_end(Place at) const { return at == end_; }
    /// The bytes of the token at a place: up to what follows, without blanks behind.
    [[nodiscard]] std::string_view token(Place at) const {
        std::size_t end = at[1];
        while (end > *at && is_blank(text_[end - 1])) --end;
        return {text_ + *at, end - *at};
    }
    /// Has some text of the case escapes?
    [[nodiscard]] bool escapes() const { return escapes_; }

    /// Takes a key and its colon, in any form that JSON allows.
    [[nodiscard]] Place take_key(Place at, std::string_view& out);
    /// Takes a scalar or passes over something else (Scalar::Kind::other). Never null: what fails is seen when the case is whole.
    [[nodiscard]] Place take_scalar(Place at, Scalar& out);
    /// Passes over the value here, whatever it is.
    [[nodiscard, gnu::always_inline]] Place skip(Place at) {
        return begins_scalar[static_cast<unsigned char>(sign(at))] ? at + 1 : skip_with_care(at);
    }

    [[nodiscard]] bool enter(Place at) { return ++depth_ <= max_depth || fail(at, "the JSON is nested more than 64 deep") != nullptr; }
    void leave() { --depth_; }

    /// Says once what is wrong at a place; always null.
    Place fail(Place at, const char* what);
    [[nodiscard]] bool failed() const { return what_ != nullptr; }
    [[nodiscard]] std::string failure() const { return what_ == nullptr ? std::string() : what_; }
    [[nodiscard]] std::size_t failure_offset() const { return offset_; }

private:
    [[nodiscard]] static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
    Place skip_with_care(Place at);
    Place take_string(Place at, std::string_view& out, bool kept);

    JsonIndex& index_;
    CaseWriter& writer_;
    const char* text_;
    Place end_;
    bool escapes_;       ///< some string of the text has an escape
    int depth_ = 0;
    const char* what_ = nullptr;
    std::size_t offset_ = 0;
};

/// A value of a document: where the walk stands. To be visited once, or not at all.
class JsonNode {
public:
    JsonNode(JsonWalk& walk, JsonWalk::Place at) : walk_(&walk), at_(at), first_(walk.sign(at)) {}

    /// Behind what was taken; where the value begins, if nothing was.
    [[nodiscard]] JsonWalk::Place place_behind() const { return at_; }

    /// False also where the token is none of JSON's: the walk has failed then.
    bool is_null() {
        if (first_ != 'n') return false;
        if (walk_->token(at_) == "null") return true;
        (void)walk_->fail(at_, "this is not JSON: a value should stand here");
        return false;
    }
    [[nodiscard]] bool is_object() const { return first_ == '{'; }
    [[nodiscard]] bool is_list() const { return first_ == '['; }
    [[nodiscard]] static CellPlace place() { return {}; }
    [[nodiscard]] Scalar scalar() {
        Scalar out;
        at_ = walk_->take_scalar(at_, out);
        return out;
    }

    /// For each field whose key is not passed over, and whose value has not the form that such values mostly have, `any(key, name,
    /// node)`, where false ends the visit. Values that have that form are read into the row.
    template <typename Any>
    [[gnu::always_inline]] bool each_field(RecordKeys& keys, std::int32_t row, Any&& any) {
        JsonWalk& walk = *walk_;
        const char* const text = walk.text();
        const bool escapes = walk.escapes();
        if (!walk.enter(at_)) return false;
        JsonWalk::Place at = at_;
        if (walk.sign(at + 1) == '}') return close(at + 1);
        RecordKeys::Seen* last = &keys.beginning();
        for (;;) {  // at the bracket or comma before a key
            RecordKeys::Seen* seen = last->next;
            if (seen->quoted.stands_at(text + at[1])) {
                at += 3;
            } else {
                std::string_view name;
                at = walk.take_key(at + 1, name);
                if (at == nullptr) return false;
                seen = &keys.find(name, *last);
            }
            last = seen;
            const RecordKey& key = seen->key;
            if (key.passed_over()) {
                at = walk.skip(at);
            } else if (const JsonWalk::Place behind = key.common == nullptr || key.was_seen() ? nullptr : key.common(key, row, text, at, escapes); behind != nullptr) {
                key.note_seen();
                at = behind;
            } else {
                at = visit_elsewhere(at, [&any, seen](JsonNode& node) { return any(seen->key, seen->name, node); });
            }
            if (at == nullptr) return false;
            const char next = text[*at];
            if (next == ',') continue;
            if (next == '}') return close(at);
            return walk.fail(at, "this is not JSON: `,` or `}` should stand here") != nullptr;
        }
    }

    /// `use(node)`: false ends the visit.
    template <typename Use>
    [[gnu::always_inline]] bool each_item(Use&& use) {
        JsonWalk& walk = *walk_;
        if (!walk.enter(at_)) return false;
        JsonWalk::Place at = at_ + 1;
        if (walk.sign(at) == ']') return close(at);
        for (;;) {
            at = visit(at, use);
            if (at == nullptr) return false;
            const char next = walk.sign(at);
            if (next == ']') return close(at);
            if (next != ',') return walk.fail(at, "this is not JSON: `,` or `]` should stand here") != nullptr;
            ++at;
        }
    }

private:
    bool close(JsonWalk::Place at) {
        at_ = at + 1;
        walk_->leave();
        return true;
    }
    /// Visits the value at a place; passes over what the visitor left. What fails inside is seen when the case is whole.
    template <typename Use>
    [[nodiscard, gnu::always_inline]] JsonWalk::Place visit(JsonWalk::Place at, Use&& use) {
        JsonNode node(*walk_, at);
        if (!use(node)) return nullptr;
        return node.at_ != at ? node.at_ : walk_->skip(at);
    }

    /// The same, so that a node whose address is taken lies in no loop that could do without.
    template <typename Use>
    [[nodiscard, gnu::noinline]] JsonWalk::Place visit_elsewhere(JsonWalk::Place at, Use&& use) {
        return visit(at, use);
    }

    JsonWalk* walk_;
    JsonWalk::Place at_;
    char first_;
};

}  // namespace kaoping::engine
