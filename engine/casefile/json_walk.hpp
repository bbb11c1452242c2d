#pragma once
// Walking a JSON text, value by value, without building a tree or an index: the Node that record_decoder.hpp asks for.
//
// What is walked is checked against the grammar of RFC 8259. Of lists and objects that nobody wants the brackets are counted, the strings
// checked, and that these begin and end where strings can.

#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "engine/casefile/case_writer.hpp"
#include "engine/casefile/json_bytes.hpp"
#include "engine/casefile/json_text.hpp"
#include "engine/casefile/record_keys.hpp"
#include "engine/casefile/string_stops.hpp"

namespace kaoping::engine {

/// A text, and what stopped the walk through it. Whoever walks holds the place where he stands himself, so that a compiler can keep it
/// in a register. The functions here take a place and return the one behind what they took; null: there is nothing of the kind,
/// and the walk has failed.
class JsonWalk {
public:
    using Place = const char*;
    static constexpr int max_depth = 64;

    /// `text` as json_text.hpp wants it, and its stops.
    JsonWalk(JsonEscapes& escapes, const StringStops& stops, std::string_view text, CaseWriter& writer)
        : escapes_(escapes), forms_{stops, writer}, text_(text.data()), end_(text.data() + text.size()) {}

    [[nodiscard]] Place begin() const { return behind_blanks(text_); }
    [[nodiscard]] bool at_end(Place at) const { return at == end_; }

    /// Takes a key, its colon, and the blanks behind them, in any form that JSON allows.
    [[nodiscard]] Place take_key(Place at, std::string_view& out);
    /// Takes a scalar or passes over something else (Scalar::Kind::other). Never null: what fails is seen when the case is whole.
    [[nodiscard]] Place take_scalar(Place at, Scalar& out);
    /// Passes over the value here, whatever it is, and blanks before it.
    [[nodiscard]] Place skip(Place at);
    /// What the common forms of values are read with.
    [[nodiscard]] const FormText& forms() const { return forms_; }

    [[nodiscard]] bool enter(Place at) { return ++depth_ <= max_depth || fail(at, "the JSON is nested more than 64 deep") != nullptr; }
    void leave() { --depth_; }

    /// Says once what is wrong at a place, or that the text ends there; always null.
    Place fail(Place at, const char* what, const char* cut_off = "the JSON is cut off: a list or object is not closed");
    /// The same of a word that is none of JSON's.
    Place fail_word(Place at);
    /// The same of what stands behind a value; behind a text it was mostly meant to be part of it.
    Place fail_behind_value(Place at, const char* what);
    [[nodiscard]] bool failed() const { return what_ != nullptr; }
    [[nodiscard]] std::string failure() const { return what_ == nullptr ? std::string() : what_; }
    [[nodiscard]] std::size_t failure_offset() const { return offset_; }

private:
    /// The place behind a string, from the first byte on that stops it.
    Place behind_string(Place stop);
    Place skip_brackets(Place at);
    /// Passes over 64 bytes sign by sign, and the string that is open then; counts open brackets; stops where there are none any more.
    Place skip_with_care(Place at, std::int64_t& open, bool inside);
    Place take_string(Place at, std::string_view& out, bool kept);

    JsonEscapes& escapes_;
    FormText forms_;
    Place text_, end_;
    int depth_ = 0;
    const char* what_ = nullptr;
    std::size_t offset_ = 0;
};

/// A value of a document: where the walk stands. Small enough for two registers, where it stays.
class JsonNode {
public:
    JsonNode(JsonWalk& walk, JsonWalk::Place at) : walk_(&walk), at_(at) {}

    /// False also where the token is none of JSON's: the walk has failed then.
    [[nodiscard]] bool is_null() const {
        if (*at_ != 'n') return false;
        if (word() == "null") return true;
        (void)walk_->fail_word(at_);
        return false;
    }
    [[nodiscard]] bool is_object() const { return *at_ == '{'; }
    [[nodiscard]] bool is_list() const { return *at_ == '['; }
    [[nodiscard]] static CellPlace place() { return {}; }

    using Walked = JsonWalk::Place;
    [[nodiscard]] Walked take(Scalar& out) const {
        const JsonWalk::Place behind = walk_->take_scalar(at_, out);
        return behind != at_ ? behind : pass();
    }
    [[nodiscard]] Walked pass() const { return walk_->skip(at_); }

    /// For each field whose key is not passed over, and whose value has not the form that such values mostly have, `any(key, name,
    /// node)`, where null ends the visit. Values that have that form are read into the row.
    template <typename Any>
    [[nodiscard, gnu::always_inline]] Walked each_field(RecordKeys& keys, std::int32_t row, Any&& any) const {
        JsonWalk& walk = *walk_;
        if (!walk.enter(at_)) return nullptr;
        RecordKeys::Seen* last = &keys.beginning();
        JsonWalk::Place at = at_ + 1;
        for (;;) {  // before a key
            RecordKeys::Seen* seen = last->next;
            if (seen->stands_at(at)) {
                at += seen->size();
            } else {
                const AnotherKey found = another_key(keys, *last, at);
                if (found.seen == nullptr) return found.behind != nullptr ? close(found.behind) : nullptr;
                seen = found.seen;
                at = found.behind;
            }
            last = seen;
            const RecordKey& key = seen->key;
            if (key.passed_over()) {
                at = walk.skip(at);
            } else if (const JsonWalk::Place behind = key.was_seen() ? nullptr : keys.read(walk.forms(), key, row, at); behind != nullptr) {
                key.note_seen();
                at = behind;
            } else if (!key.unknown() && std::memcmp(at, "null", 4) == 0) {
                at += 4;  // as if the key were not there
            } else {
                if (const JsonWalk::Place value = behind_blanks(at); value != at) {
                    seen->forget();  // last time there were fewer blanks: the key will be learned anew
                    at = value;
                }
                at = visit_elsewhere(at, [&any, seen](JsonNode node) { return any(seen->key, seen->name, node); });
            }
            if (at == nullptr) return nullptr;
            if (*at != ',') {
                at = behind_blanks(at);
                if (*at == '}') return close(at);
                if (*at != ',') return walk.fail_behind_value(at, "this is not JSON: `,` or `}` should stand here");
            }
            ++at;
        }
    }

    /// `use(node)`: null ends the visit.
    template <typename Use>
    [[nodiscard, gnu::always_inline]] Walked each_item(Use&& use) const {
        JsonWalk& walk = *walk_;
        if (!walk.enter(at_)) return nullptr;
        JsonWalk::Place at = behind_blanks(at_ + 1);
        if (*at == ']') return close(at);
        for (;;) {
            at = use(JsonNode(walk, at));
            if (at == nullptr) return nullptr;
            at = behind_blanks(at);
            if (*at == ']') return close(at);
            if (*at != ',') return walk.fail_behind_value(at, "this is not JSON: `,` or `]` should stand here");
            at = behind_blanks(at + 1);
        }
    }

private:
    struct AnotherKey {
        RecordKeys::Seen* seen;  ///< null: there is none
        JsonWalk::Place behind;  ///< of an object without any key its end; null without a key: the walk has failed
    };
    /// The key here, which is not the one expected.
    [[nodiscard, gnu::noinline]] AnotherKey another_key(RecordKeys& keys, RecordKeys::Seen& last, JsonWalk::Place at) const {
        if (RecordKeys::Seen* const other = last.other; other->stands_at(at)) {
            last.other = std::exchange(last.next, other);
            return {other, at + other->size()};
        }
        const JsonWalk::Place before = at;
        at = behind_blanks(at);
        if (*at == '}' && &last == &keys.beginning()) return {nullptr, at};
        std::string_view name;
        at = walk_->take_key(at, name);
        if (at == nullptr) return {nullptr, nullptr};
        return {&keys.find(name, {before, at}, last), at};
    }
    [[nodiscard]] std::string_view word() const { return {at_, behind_word(at_)}; }
    [[nodiscard]] Walked close(JsonWalk::Place at) const {
        walk_->leave();
        return at + 1;
    }
    /// Lest what it does for few values take room in a loop over all.
    template <typename Use>
    [[nodiscard, gnu::noinline]] Walked visit_elsewhere(JsonWalk::Place at, Use&& use) const {
        return use(JsonNode(*walk_, at));
    }

    JsonWalk* walk_;
    JsonWalk::Place at_;
};

}  // namespace kaoping::engine
