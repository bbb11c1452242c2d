#include "json_writer.hpp"

#include <fmt/format.h>

namespace generator {
namespace {

template <class List>
void write_list(std::string& out, const List& list) {
    out += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0)
            out += ',';
        write_json(out, list[i]);
    }
    out += ']';
}

struct ValueWriter {
    std::string& out;
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { fmt::format_to(std::back_inserter(out), "{}", value); }
    void operator()(Moment value) const { write_json(out, text_of(value)); }
    void operator()(Date value) const { write_json(out, text_of(value)); }
    void operator()(const std::string& value) const { write_json(out, value); }
    void operator()(const Texts& value) const { write_list(out, value); }
    void operator()(const Records& value) const { write_list(out, value); }
};

}  // namespace

void write_json(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<int>(c));
        else
            out += c;
    }
    out += '"';
}

void write_json(std::string& out, const Record& record) {
    out += '{';
    bool first = true;
    for (const auto& [name, value] : record.fields()) {
        if (!first)
            out += ',';
        first = false;
        write_json(out, name);
        out += ':';
        std::visit(ValueWriter{out}, value);
    }
    out += '}';
}

}  // namespace generator
