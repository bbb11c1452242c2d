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

bool JsonWalk::fail(const char* what) {
    if (what_ != nullptr) return false;
    what_ = at_end() ? "the JSON is cut off: a list or object is not closed" : what;
    offset_ = *at_;
    return false;
}

bool JsonWalk::take_key(std::string_view& out) {
    if (!take_string_with_care(out, false)) return fail("this is not JSON: a key in quotes should stand here");
    if (peek() != ':') return fail("this is not JSON: `:` should stand here");
    step();
    return true;
}

bool JsonWalk::take_string_with_care(std::string_view& out, bool kept) {
    if (peek() != '"') return false;
    const std::string_view whole = token();
    if (whole.size() < 2 || whole.back() != '"') return false;
    out = whole.substr(1, whole.size() - 2);
    if (escapes_ && out.find('\\') != std::string_view::npos) {
        if (!index_.unescape(out, out)) return false;
        if (kept) out = writer_.keep(out);
    }
    step();
    return true;
}

bool JsonWalk::skip_with_care() {
    std::size_t open = 0;
    do {
        switch (peek()) {
            case '{':
            case '[': ++open; break;
            case '}':
            case ']':
            case ',':
            case ':':
                if (open == 0) return fail("this is not JSON: a value should stand here");
                if (peek() == '}' || peek() == ']') --open;
                break;
            default:
                if (at_end()) return fail("");
                break;
        }
        step();
    } while (open > 0);
    return true;
}

Scalar JsonNode::scalar() {
    Scalar out;
    switch (first_) {
        case '"': (void)take_text(out.text); return out;
        case 't':
        case 'f':
            out.kind = Scalar::Kind::boolean;
            out.text = walk_.token();
            if (out.text != "true" && out.text != "false") walk_.fail("this is not JSON: a value should stand here");
            walk_.step();
            return out;
        case '{':
        case '[':
            out.kind = Scalar::Kind::other;
            (void)walk_.skip();
            return out;
        default:
            out.kind = Scalar::Kind::number;
            out.text = walk_.token();
            if (!is_json_number(out.text)) walk_.fail("this is not JSON: a value should stand here");
            else walk_.step();
            return out;
    }
}

}  // namespace kaoping::engine
