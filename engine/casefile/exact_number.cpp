// Numbers of case files, exactly: see case_writer.hpp.

#include "engine/casefile/case_writer.hpp"
#include "engine/score/decimal.hpp"

namespace kaoping::engine {

namespace {

/// Digits with or without a sign; nothing that is not zero survives ±400.
bool parse_exponent(std::string_view digits, int& out) {
    const bool negative = !digits.empty() && digits[0] == '-';
    if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) digits.remove_prefix(1);
    if (digits.empty()) return false;
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9' || value > 400) return false;
        value = value * 10 + (c - '0');
    }
    out = negative ? -value : value;
    return value <= 400;
}

}  // namespace

bool parse_exact(std::string_view digits, std::int64_t& out) {
    bool negative = false;
    std::size_t i = 0;
    if (i < digits.size() && (digits[i] == '-' || digits[i] == '+')) negative = digits[i++] == '-';
    Int128 value = 0;
    constexpr Int128 limit = static_cast<Int128>(1) << 100;
    int scale = 6, count = 0;
    bool fraction = false;
    for (; i < digits.size() && digits[i] != 'e' && digits[i] != 'E'; ++i) {
        if (digits[i] == '.' && !fraction) {
            fraction = true;
            continue;
        }
        if (digits[i] < '0' || digits[i] > '9') return false;
        ++count;
        if (value < limit) value = value * 10 + (digits[i] - '0');
        else if (digits[i] != '0' || !fraction) return false;
        else continue;
        if (fraction) --scale;
    }
    if (count == 0) return false;
    if (i < digits.size()) {
        int exponent = 0;
        if (!parse_exponent(digits.substr(i + 1), exponent)) return false;
        scale += exponent;
    }
    for (; scale > 0 && value != 0; --scale) {
        if (value > limit) return false;
        value *= 10;
    }
    for (; scale < 0 && value != 0; ++scale) {
        if (value % 10 != 0) return false;
        value /= 10;
    }
    if (value > INT64_MAX) return false;
    out = negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
    return true;
}

}  // namespace kaoping::engine
