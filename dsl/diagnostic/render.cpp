// Diagnostics as text: see render.hpp.

#include "dsl/diagnostic/render.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/src.hpp>

#include "dsl/source/utf8.hpp"

namespace kaoping::dsl {

namespace {

constexpr std::size_t window_cells = 100;  ///< of a source line that is shown at most

class TextRenderer {
public:
    TextRenderer(const SourceMap& sources, bool colour) : sources_(sources), colour_(colour) {}

    void one(const Diagnostic& d) {
        const bool error = d.level == DiagnosticLevel::error;
        out_ += paint(error ? "1;31" : "1;33", fmt::format("{}[{}]", error ? "error" : "warning", d.code)) + paint("1", ": " + plain(d.message)) + "\n";
        if (d.span.valid()) snippet(d.span, {}, error ? "1;31" : "1;33", true);
        for (const Label& label : d.labels)
            if (label.span.valid()) snippet(label.span, plain(label.text), "1;34", label.span.file != d.span.file);
        if (!d.help.empty()) out_ += paint("1;32", "  = help") + ": " + plain(d.help) + "\n";
        out_ += "\n";
    }

    std::string take() { return std::move(out_); }

private:
    std::string paint(std::string_view style, const std::string& text) const {
        return colour_ ? fmt::format("\033[{}m{}\033[0m", style, text) : text;
    }

    /// The line of a span with marks under it.
    void snippet(Span span, const std::string& label, std::string_view style, bool with_place) {
        const SourceFile& file = sources_.file(span.file);
        const Place place = file.place(span.begin);
        if (with_place) out_ += fmt::format("  --> {}:{}:{}\n", plain(file.name()), place.line, place.column);
        if (file.text().empty()) return;
        const std::string number = std::to_string(place.line);
        const std::string margin(std::max<std::size_t>(number.size(), 3), ' ');
        const std::string_view line = file.line(place.line);
        const std::uint32_t line_begin = file.line_begin(place.line);
        const std::size_t from = std::min<std::size_t>(span.begin - line_begin, line.size());
        const std::size_t to = std::clamp<std::size_t>(span.end - line_begin, from, line.size());
        const auto [shown, before, width] = windowed(line, from, to);
        if (with_place) out_ += margin + " |\n";
        out_ += fmt::format("{:>{}} | {}\n", number, margin.size(), shown);
        std::string marks = std::string(before, ' ') + paint(style, std::string(std::max<std::size_t>(width, 1), label.empty() ? '^' : '-'));
        out_ += fmt::format("{} | {}{}{}\n", margin, marks, label.empty() ? "" : " ", label);
    }

    struct Window {
        std::string text;
        std::size_t before, width;  ///< cells before the span, cells of the span
    };

    /// What may stand on one line of a terminal: texts of files come here unread.
    static std::string plain(std::string_view text) {
        std::string out;
        while (!text.empty()) {
            const CodePoint point = next_code_point(text);
            if (text[0] == '\t') out += "    ";
            else if (point.valid && (point.value < 0x20 || point.value == 0x7F)) out += '?';
            else if (point.valid) out += text.substr(0, point.length);
            else out += "\xEF\xBF\xBD";  // U+FFFD, for a byte that is no text
            text.remove_prefix(point.length);
        }
        return out;
    }

    /// A long line is cut to what surrounds the span, at borders of characters.
    static Window windowed(std::string_view line, std::size_t from, std::size_t to) {
        std::size_t begin = 0, end = line.size();
        if (display_width(line) > window_cells) {
            begin = from > 40 ? from - 40 : 0;
            while (begin > 0 && (static_cast<unsigned char>(line[begin]) & 0xC0) == 0x80) --begin;
            end = std::min(line.size(), begin + window_cells);
            while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) ++end;
            to = std::min(to, end);
        }
        const std::string lead = begin > 0 ? "… " : "";
        Window out;
        out.text = lead + plain(line.substr(begin, end - begin)) + (end < line.size() ? " …" : "");
        out.before = display_width(lead) + display_width(plain(line.substr(begin, from - begin)));
        out.width = display_width(plain(line.substr(from, to - from)));
        return out;
    }

    const SourceMap& sources_;
    bool colour_;
    std::string out_;
};

std::string counted(std::size_t n, const char* what) { return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s"); }

}  // namespace

std::string render_text(const SourceMap& sources, const Diagnostics& diagnostics, bool colour) {
    if (diagnostics.empty()) return {};
    TextRenderer renderer(sources, colour);
    std::size_t errors = 0;
    for (const Diagnostic& d : diagnostics) {
        renderer.one(d);
        errors += d.level == DiagnosticLevel::error ? 1 : 0;
    }
    const std::size_t warnings = diagnostics.size() - errors;
    std::string out = renderer.take();
    out += errors == 0 ? counted(warnings, "warning") : warnings == 0 ? counted(errors, "error") : counted(errors, "error") + ", " + counted(warnings, "warning");
    return out + "\n";
}

std::string render_json(const SourceMap& sources, const Diagnostics& diagnostics) {
    namespace json = boost::json;
    const auto placed = [&](json::object& to, Span span) {
        if (!span.valid()) return;
        const SourceFile& file = sources.file(span.file);
        const Place begin = file.place(span.begin), end = file.place(span.end);
        to["file"] = valid_utf8(file.name());
        to["line"] = begin.line;
        to["column"] = begin.column;
        to["end_line"] = end.line;
        to["end_column"] = end.column;
    };
    json::array all;
    for (const Diagnostic& d : diagnostics) {
        json::object one;
        one["code"] = d.code;
        one["level"] = d.level == DiagnosticLevel::error ? "error" : "warning";
        one["message"] = valid_utf8(d.message);
        placed(one, d.span);
        one["help"] = valid_utf8(d.help);
        json::array labels;
        for (const Label& label : d.labels) {
            json::object to;
            to["text"] = valid_utf8(label.text);
            placed(to, label.span);
            labels.push_back(std::move(to));
        }
        one["labels"] = std::move(labels);
        all.push_back(std::move(one));
    }
    return json::serialize(all) + "\n";
}

std::string render_github(const SourceMap& sources, const Diagnostics& diagnostics) {
    const auto escaped = [](std::string_view text, bool property) {
        std::string out;
        for (const char c : valid_utf8(text)) {
            if (c == '%') out += "%25";
            else if (c == '\n') out += "%0A";
            else if (c == '\r') out += "%0D";
            else if (property && c == ':') out += "%3A";
            else if (property && c == ',') out += "%2C";
            else out += c;
        }
        return out;
    };
    std::string out;
    for (const Diagnostic& d : diagnostics) {
        std::string place;
        if (d.span.valid()) {
            const SourceFile& file = sources.file(d.span.file);
            const Place begin = file.place(d.span.begin);
            place = fmt::format("file={},line={},col={},", escaped(file.name(), true), begin.line, begin.column);
        }
        const std::string text = d.help.empty() ? d.message : d.message + " (" + d.help + ")";
        out += fmt::format("::{} {}title={}::{}\n", d.level == DiagnosticLevel::error ? "error" : "warning", place, d.code, escaped(text, false));
    }
    return out;
}

}  // namespace kaoping::dsl
