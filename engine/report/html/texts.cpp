// Numbers, times, laws and names: see texts.hpp.

#include "engine/report/html/texts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/time/timestamp.hpp"

namespace kaoping::engine::html {

namespace {

constexpr std::size_t date_length = 10;  // 2026-09-30

/// How much of the beginning looks like a time in RFC 3339.
std::size_t time_length(std::string_view text) {
    const std::size_t end = text.find_first_not_of("0123456789.:", date_length + 1);
    if (end == std::string_view::npos) return text.size();
    if (text[end] == 'Z') return end + 1;
    if (text[end] != '+' && text[end] != '-') return end;
    return std::min(text.size(), end + 6);
}

}  // namespace

std::string interval_text(Int128 low, Int128 high) {
    const std::string from = points_text(low), to = points_text(high);
    return from == to ? from : from + " – " + to;
}

std::string interval_text(Interval interval) {
    return interval_text(interval.low, interval.high);
}

std::string count_text(std::uint64_t count) {
    std::string out = std::to_string(count);
    for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
    return out;
}

const dsl::RuleTexts& Texts::texts(const dsl::Rule& rule) const {
    const auto found = rule.catalogue.find(language_);
    return found == rule.catalogue.end() ? rule.texts : found->second;
}

std::string Texts::standard_title(std::size_t standard) const {
    const dsl::Standard& of = program_.standards[standard];
    for (const int r : of.rules)
        if (const std::string& title = texts(rule(r)).standard_title; !title.empty()) return title;
    return of.title;
}

std::int64_t Texts::standard_points(std::size_t standard) const { return scheme_.points_of(program_.standards[standard]); }

std::string Texts::source_title(const std::string& source) const {
    const auto found = program_.sources.find(source);
    if (found == program_.sources.end()) return source;
    const dsl::SourceTitle& title = found->second;
    if (!labels.chinese()) return title.title_en.empty() ? source : title.title_en;
    constexpr std::string_view state = "中华人民共和国";  // left out, as usual in police documents
    if (title.title_zh.starts_with(state)) return title.title_zh.substr(state.size());
    return title.title_zh.empty() ? source : title.title_zh;
}

std::string Texts::article(const dsl::Citation& citation) const {
    if (!labels.chinese()) {
        const std::string text = citation.text();
        return text.starts_with(citation.source + " ") ? text.substr(citation.source.size() + 1) : text;
    }
    const std::size_t dash = citation.article.find('-');
    std::string out = fmt::format("第{}条", citation.article.substr(0, dash));
    if (dash != std::string::npos) out += "之" + citation.article.substr(dash + 1);
    if (citation.paragraph > 0) out += fmt::format("第{}款", citation.paragraph);
    if (citation.item > 0) out += fmt::format("第{}项", citation.item);
    return out;
}

std::vector<std::string> Texts::basis(const std::vector<const dsl::Rule*>& rules) const {
    std::vector<std::pair<std::string, std::vector<std::string>>> sources;
    for (const dsl::Rule* rule : rules) {
        for (const dsl::Citation& citation : rule->basis) {
            const auto same = [&](const auto& entry) { return entry.first == citation.source; };
            auto source = std::find_if(sources.begin(), sources.end(), same);
            if (source == sources.end()) source = sources.insert(source, {citation.source, {}});
            const std::string text = article(citation);
            if (std::find(source->second.begin(), source->second.end(), text) == source->second.end()) source->second.push_back(text);
        }
    }
    std::vector<std::string> out;
    for (const auto& [source, articles] : sources) {
        const std::string name = labels.chinese() ? "《" + source_title(source) + "》" : source + " ";
        out.push_back(name + fmt::format("{}", fmt::join(articles, labels["comma"])));
    }
    return out;
}

std::string Texts::moment(std::int64_t instant) const {
    std::string text = format_datetime(instant, zone_);
    text[date_length] = ' ';
    return text.substr(0, date_length + 9);
}

std::string Texts::run_moment(const std::string& text) const {
    const auto instant = read_moment(text, zone_);
    return instant ? moment(*instant) : text;
}

std::string Texts::readable_times(std::string_view text) const {
    std::string out;
    while (!text.empty()) {
        const std::size_t separator = text.find('T', std::min(text.size(), date_length));
        const std::size_t begin = separator == std::string_view::npos ? text.size() : separator - date_length;
        const std::size_t length = separator == std::string_view::npos ? 0 : time_length(text.substr(begin));
        const auto instant = parse_datetime(text.substr(begin, length), zone_);
        if (instant && format_datetime(*instant, zone_) == text.substr(begin, length)) {
            out += text.substr(0, begin);
            out += moment(*instant);
            text.remove_prefix(begin + length);
        } else {
            const std::size_t passed = std::min(text.size(), begin + 1);
            out += text.substr(0, passed);
            text.remove_prefix(passed);
        }
    }
    return out;
}

std::string Texts::moment_exact(std::int64_t instant) const {
    return format_datetime(instant, zone_);
}

std::string Texts::pack_title(const dsl::Pack& pack) const {
    if (const auto title = pack.titles.find(language_); title != pack.titles.end()) return title->second;
    return pack.title.empty() ? pack.id : pack.title;
}

std::string Texts::pack_title_of(std::size_t standard) const {
    return pack_title(program_.packs[static_cast<std::size_t>(program_.standards[standard].pack)]);
}

/// Labels of a field and of the references that lead to it; empty where anything but fields is read, or a label is missing.
std::string Texts::field_path(dsl::ExprId value) const {
    const dsl::Expr& expr = program_.expr(value);
    if (expr.op == dsl::Op::let) return field_path(program_.lets[static_cast<std::size_t>(expr.index)].value);
    if (expr.op == dsl::Op::follow) return field_path(expr.args.front());
    if (expr.op != dsl::Op::field) return {};
    const dsl::Expr& element = program_.expr(expr.args.front());
    const dsl::Record& record = program_.schema.records[static_cast<std::size_t>(element.type.of)];
    const std::string& label = record.fields[static_cast<std::size_t>(expr.index)].label;
    if (label.empty() || element.op == dsl::Op::binder || element.op == dsl::Op::case_) return label;
    const std::string before = field_path(expr.args.front());
    return before.empty() ? before : before + "·" + label;
}

std::string Texts::shown_label(const dsl::Rule& rule, const dsl::Shown& shown) const {
    if (!labels.chinese()) return shown.label;
    if (rule.due != dsl::no_expr && shown.label == "due") return labels["due"];
    const std::string path = field_path(shown.value);
    return path.empty() ? shown.label : path;
}

std::string Texts::place(const FindingPlace& at) {
    std::string out = at.file;
    if (at.line > 0) out += fmt::format(":{}", at.line);
    if (at.line > 0 && at.column > 0) out += fmt::format(":{}", at.column);
    if (!at.pointer.empty()) out += (out.empty() ? "" : "  ") + at.pointer;
    return out;
}

std::string Texts::verdict(Verdict verdict) const {
    return labels[verdict_name(verdict)];
}
std::string Texts::severity(dsl::Severity severity) const {
    return labels[severity_name(severity)];
}
std::string Texts::grade(const std::string& name) const {
    return labels.name("grade_", name);
}

std::string Texts::field_value(int field, const std::string& value) const {
    if (field < 0) return value;
    const dsl::Field& of = program_.case_record().fields[static_cast<std::size_t>(field)];
    if (of.type.kind != dsl::Kind::enumeration) return value;
    const auto& members = program_.schema.enums[static_cast<std::size_t>(of.type.of)].members;
    const auto member = std::find_if(members.begin(), members.end(), [&](const dsl::EnumMember& m) { return m.name == value; });
    if (labels.chinese() && member != members.end() && !member->label.empty()) return member->label;
    return labels.name("value_", value);
}

std::string Texts::field_title(const std::string& name) const {
    return labels.name("group_", name);
}

std::vector<std::pair<int, std::string>> Texts::group_fields() const {
    std::vector<std::pair<int, std::string>> out;
    for (const std::string& name : scheme_.aggregate_by)
        if (const int field = aggregate_field(program_.schema, name); field >= 0) out.emplace_back(field, name);
    return out;
}

}  // namespace kaoping::engine::html
