#pragma once
// JSON as a stream (RapidJSON), with amounts as exact decimals and texts that are always UTF-8.
//
// Private to the writers of this folder: no other header includes it.

#include <cstdint>
#include <string>
#include <string_view>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "dsl/source/utf8.hpp"
#include "engine/result/verdict.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine::json {

using Line = rapidjson::Writer<rapidjson::StringBuffer>;
using Pretty = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

template <typename Writer>
void text(Writer& to, std::string_view value) {
    if (dsl::first_invalid_utf8(value) == std::string_view::npos) {
        to.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    } else {
        const std::string mended = dsl::valid_utf8(value);  // names of files may hold any bytes
        to.String(mended.data(), static_cast<rapidjson::SizeType>(mended.size()));
    }
}

template <typename Writer>
void key(Writer& to, std::string_view name) {
    to.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

template <typename Writer>
void member(Writer& to, std::string_view name, std::string_view value) {
    key(to, name);
    text(to, value);
}

/// A text, or null where it is empty.
template <typename Writer>
void member_or_null(Writer& to, std::string_view name, std::string_view value) {
    key(to, name);
    if (value.empty()) to.Null();
    else text(to, value);
}

template <typename Writer>
void member(Writer& to, std::string_view name, std::uint64_t count) {
    key(to, name);
    to.Uint64(count);
}

/// An exact decimal.
template <typename Writer>
void amount(Writer& to, std::int64_t millionths) {
    const std::string digits = format_number(millionths);
    to.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}

/// {"low": …, "high": …}: equal unless facts are missing or a deduction is a range.
template <typename Writer>
void member(Writer& to, std::string_view name, Interval value) {
    key(to, name);
    to.StartObject();
    key(to, "low");
    amount(to, value.low);
    key(to, "high");
    amount(to, value.high);
    to.EndObject();
}

template <typename Writer, typename Items, typename Write>
void member_list(Writer& to, std::string_view name, const Items& items, Write write) {
    key(to, name);
    to.StartArray();
    for (const auto& item : items) write(item);
    to.EndArray();
}

}  // namespace kaoping::engine::json
