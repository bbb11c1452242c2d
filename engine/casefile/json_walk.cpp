// See json_walk.hpp.

#include "engine/casefile/json_walk.hpp"

#include "engine/casefile/wide_ways.hpp"

namespace kaoping::engine {

namespace {

/// By the grammar of RFC 8259, whatever its size: what no double holds is a matter of the field, not of the format.
bool is_json_number(std::string_view token) {
    const auto skip_digits = [&] {
        const std::size_t digits = std::min(token.find_first_not_of("0123456789"), token.size());
        token.remove_prefix(digits);
        return digits;
    };
    const auto skip_one_of = [&](std::string_view set) {
        const bool found = !token.empty() && set.find(token[0]) != std::string_view::npos;
        if (found) token.remove_prefix(1);
        return found;
    };
    (void)skip_one_of("-");
    const bool zero = !token.empty() && token[0] == '0';
    const std::size_t whole = skip_digits();
    if (whole == 0 || (zero && whole > 1)) return false;
    if (skip_one_of(".") && skip_digits() == 0) return false;
    if (skip_one_of("eE")) {
        (void)skip_one_of("+-");
        if (skip_digits() == 0) return false;
    }
    return token.empty();
}

constexpr const char* no_value = "this is not JSON: a value should stand here";
constexpr const char* quote_inside = "this is not JSON: text stands beside a text in quotes (a quote inside of a text is written as \\\")";

constexpr bool opens(char c) { return c == '{' || c == '['; }
constexpr bool closes(char c) { return c == '}' || c == ']'; }
constexpr bool is_between(char c) { return c == ',' || c == ':' || is_blank(c); }
/// Of a string.
constexpr bool may_stand_before(char c) { return opens(c) || is_between(c); }
constexpr bool may_stand_behind(char c) { return closes(c) || is_between(c); }

}  // namespace

JsonWalk::Place JsonWalk::fail(Place at, const char* what, const char* cut_off) {
    if (what_ != nullptr) return nullptr;
    what_ = at_end(at) ? cut_off : what;
    offset_ = static_cast<std::size_t>(at - text_);
    return nullptr;
}

JsonWalk::Place JsonWalk::fail_word(Place at) {
    const Place behind = behind_word(at);
    return fail(at_end(behind) ? behind : at, no_value);
}

JsonWalk::Place JsonWalk::fail_behind_value(Place at, const char* what) {
    Place before = at - 1;
    while (is_blank(*before)) --before;  // a value and a key stand there at least
    return fail(at, *before == '"' && *at != '"' && !may_stand_behind(*at) ? quote_inside : what);
}

JsonWalk::Place JsonWalk::behind_string(Place stop) {
    while (*stop == '\\' && static_cast<unsigned char>(stop[1]) >= ' ') stop = forms_.stops.from(stop + 2);
    if (*stop == '"') return stop + 1;
    if (*stop == '\\') ++stop;
    return fail(stop, "this is not JSON: in a text, a control character is written as an escape", "the JSON is cut off inside a text");
}

JsonWalk::Place JsonWalk::take_key(Place at, std::string_view& out) {
    Place behind = take_string(at, out, false);
    if (behind == nullptr) return fail(at, "this is not JSON: a key in quotes should stand here");
    behind = behind_blanks(behind);
    if (*behind != ':') return fail(behind, "this is not JSON: `:` should stand here");
    return behind_blanks(behind + 1);
}

JsonWalk::Place JsonWalk::take_string(Place at, std::string_view& out, bool kept) {
    if (*at != '"') return nullptr;
    const Place stop = forms_.stops.from(at + 1);
    const Place behind = *stop == '"' ? stop + 1 : behind_string(stop);
    if (behind == nullptr) return nullptr;
    out = {at + 1, behind - 1};
    if (*stop != '\\') return behind;
    if (!escapes_.resolve(out, out)) return fail(at, "this is not JSON: the text has an escape that JSON does not know");
    if (kept) out = forms_.writer.keep(out);
    return behind;
}

JsonWalk::Place JsonWalk::skip(Place at) {
    at = behind_blanks(at);
    if (*at == '"') {
        const Place stop = forms_.stops.from(at + 1);
        return *stop == '"' ? stop + 1 : behind_string(stop);
    }
    if (opens(*at)) return skip_brackets(at);
    const Place behind = behind_word(at);
    return behind != at ? behind : fail(at, no_value);
}

JsonWalk::Place JsonWalk::skip_brackets(Place at) {
    for (BracketWalk walk;;) {
        at = wide_ways().pass_brackets(at, walk);
        if (walk.done) return at;
        if (walk.has_ended && !may_stand_behind(*at)) return fail(at, quote_inside);
        at = skip_with_care(at, walk.open, walk.inside);
        if (at == nullptr || walk.open == 0) return at;
        walk.inside = walk.has_ended = false;
        walk.may_begin = may_stand_before(at[-1]);
    }
}

JsonWalk::Place JsonWalk::skip_with_care(Place at, std::int64_t& open, bool inside) {
    const Place until = at + 64;
    do {
        if (inside || *at == '"') {
            if (!inside && !may_stand_before(at[-1])) return fail(at, quote_inside);
            const Place stop = forms_.stops.from(inside ? at : at + 1);
            at = *stop == '"' ? stop + 1 : behind_string(stop);
            if (at == nullptr) return nullptr;
            if (!may_stand_behind(*at)) return fail(at, quote_inside);
            inside = false;
        } else {
            if (at_end(at)) return fail(at, no_value);
            open += opens(*at) ? 1 : closes(*at) ? -1 : 0;
            ++at;
        }
    } while (open > 0 && at < until);
    return at;
}

JsonWalk::Place JsonWalk::take_scalar(Place at, Scalar& out) {
    Place behind = behind_word(at);
    if (*at == '"') {
        behind = take_string(at, out.text, true);
    } else if (opens(*at)) {
        out.kind = Scalar::Kind::other;
        behind = skip_brackets(at);
    } else {
        out.text = {at, behind};
        out.kind = out.text == "true" || out.text == "false" ? Scalar::Kind::boolean : Scalar::Kind::number;
        if (out.kind == Scalar::Kind::number && !is_json_number(out.text)) behind = fail_word(at);
    }
    return behind != nullptr ? behind : at;
}

}  // namespace kaoping::engine
