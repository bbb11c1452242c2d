// See json_walk.hpp.

#include "engine/casefile/json_walk.hpp"

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

}  // namespace

JsonWalk::Place JsonWalk::fail(Place at, const char* what) {
    if (what_ != nullptr) return nullptr;
    what_ = at_end(at) ? "the JSON is cut off: a list or object is not closed" : what;
    offset_ = *at;
    return nullptr;
}

JsonWalk::Place JsonWalk::take_key(Place at, std::string_view& out) {
    const Place behind = take_string(at, out, false);
    if (behind == nullptr) return fail(at, "this is not JSON: a key in quotes should stand here");
    if (sign(behind) != ':') return fail(behind, "this is not JSON: `:` should stand here");
    return behind + 1;
}

JsonWalk::Place JsonWalk::take_string(Place at, std::string_view& out, bool kept) {
    if (sign(at) != '"') return nullptr;
    const std::string_view whole = token(at);
    if (whole.size() < 2 || whole.back() != '"') return nullptr;
    out = whole.substr(1, whole.size() - 2);
    if (escapes_ && out.find('\\') != std::string_view::npos) {
        if (!index_.unescape(out, out)) return nullptr;
        if (kept) out = writer_.keep(out);
    }
    return at + 1;
}

namespace {

/// By how much a sign changes the depth.
constexpr std::array<std::int8_t, 256> depth_change = [] {
    std::array<std::int8_t, 256> out{};
    out['{'] = out['['] = 1;
    out['}'] = out[']'] = -1;
    return out;
}();

}  // namespace

JsonWalk::Place JsonWalk::skip_with_care(Place at) {
    const char first = sign(at);
    if (at == end_ || first == '}' || first == ']' || first == ',' || first == ':') return fail(at, "this is not JSON: a value should stand here");
    std::int64_t open = 0;
    do {
        open += depth_change[static_cast<unsigned char>(sign(at))];
        ++at;
    } while (open > 0 && at != end_);
    return open > 0 ? fail(at, "") : at;
}

JsonWalk::Place JsonWalk::take_scalar(Place at, Scalar& out) {
    constexpr const char* no_value = "this is not JSON: a value should stand here";
    Place behind = at + 1;
    switch (sign(at)) {
        case '"':
            behind = take_string(at, out.text, true);
            if (behind == nullptr) (void)fail(at, "this is not JSON: the text has an escape that JSON does not know");
            break;
        case 't':
        case 'f':
            out.kind = Scalar::Kind::boolean;
            out.text = token(at);
            if (out.text != "true" && out.text != "false") (void)fail(at, no_value);
            break;
        case '{':
        case '[':
            out.kind = Scalar::Kind::other;
            behind = skip(at);
            break;
        default:
            out.kind = Scalar::Kind::number;
            out.text = token(at);
            if (!is_json_number(out.text)) behind = fail(at, no_value);
            break;
    }
    return behind != nullptr ? behind : at;
}

}  // namespace kaoping::engine
