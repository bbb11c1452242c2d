// tailoring.yaml: see tailoring_file.hpp.

#include "dsl/tailoring/tailoring_file.hpp"

#include <array>

#include <fmt/format.h>

#include "dsl/diagnostic/suggest.hpp"
#include "dsl/registry/scalar_text.hpp"
#include "dsl/source/hash.hpp"

namespace kaoping::dsl {

namespace {

constexpr std::array<std::string_view, 3> level_names{"national", "province", "county"};

class TailoringReader {
public:
    TailoringReader(const SourceMap& map, FileId file, Diagnostics& out) : reader_(map, file, out), file_(file) {}

    TailoringFile read() {
        out_.span = {file_, 0, 0};
        const yaml::View root = reader_.root_mapping("a tailoring with id, level, base, …");
        if (!root) return std::move(out_);
        reader_.check_keys(root, "a tailoring", out_.span,
                           {{"tailoring", true}, {"title"}, {"level", true}, {"base", true}, {"pins", true}, {"authority"}, {"opens"}, {"forbids"}, {"changes"}});
        out_.id = reader_.text(root.find("tailoring")).value_or(LocatedText{});
        out_.title = reader_.text_or_empty(root.find("title"));
        authority_ = reader_.text_or_empty(root.find("authority"));
        read_level(root.find("level"), out_.level, &out_.level_span);
        reader_.each_item(root.find("base"), "a list of folders", [this](yaml::View item) {
            if (auto path = reader_.text(item)) out_.base.push_back(std::move(*path));
        });
        reader_.each_entry(root.find("pins"), "packs with their versions", [this](yaml::View key, yaml::View value) {
            if (const auto version = reader_.text(value)) out_.pins.emplace_back(LocatedText{key.text(), key.span()}, version->text);
        });
        reader_.each_item(root.find("opens"), "a list of what lower levels may choose", [this](yaml::View item) { opening(item); });
        reader_.each_item(root.find("forbids"), "a list of rules, standards and parameters", [this](yaml::View item) {
            if (!mapping(item)) return;
            reader_.check_keys(item, "what is forbidden", item.span(), {{"rule"}, {"standard"}, {"parameter"}});
            if (auto target = this->target(item)) out_.forbids.push_back(std::move(*target));
        });
        reader_.each_item(root.find("changes"), "a list of changes", [this](yaml::View item) { change(item); });
        return std::move(out_);
    }

private:
    bool mapping(yaml::View item) const {
        if (item.is_mapping()) return true;
        reader_.wrong_shape(item, "a mapping like {rule: criminal.records.rest, …}");
        return false;
    }

    void read_level(yaml::View value, TailoringLevel& to, Span* span) const {
        const auto text = reader_.text(value);
        if (!text) return;
        if (span != nullptr) *span = text->span;
        for (std::size_t i = 0; i < level_names.size(); ++i) {
            if (level_names[i] != text->text) continue;
            to = static_cast<TailoringLevel>(i);
            return;
        }
        const std::string near = nearest_name(text->text, {level_names.begin(), level_names.end()});
        reader_.error("K0901", text->span, fmt::format("`{}` is no level", text->text),
                      near.empty() ? "write national, province or county" : fmt::format("did you mean `{}`?", near));
    }

    std::optional<TailoringTarget> target(yaml::View item) const {
        using Kind = TailoringTarget::Kind;
        std::optional<TailoringTarget> out;
        for (const auto& [key, kind] : {std::pair{"rule", Kind::rule}, {"standard", Kind::standard}, {"parameter", Kind::parameter}}) {
            const auto name = reader_.text(item.find(key));
            if (name && !out) out = TailoringTarget{kind, *name};
        }
        if (!out) reader_.error("K0902", item.span(), "this names no rule, standard or parameter", "write its id with the pack: rule: criminal.records.rest");
        return out;
    }

    std::optional<std::int64_t> amount(yaml::View value, Span* span = nullptr) const {
        const auto text = reader_.text(value);
        if (!text) return std::nullopt;
        if (span != nullptr) *span = text->span;
        const auto number = parse_decimal(text->text);
        if (!number || *number < 0) reader_.error("K0903", text->span, fmt::format("`{}` is no amount", text->text), "write a number from 0 on, with at most six places behind the point");
        return number && *number >= 0 ? number : std::nullopt;
    }

    /// The one of `points`, `deduct`, `value` that is there.
    static yaml::View amount_of(yaml::View item) {
        for (const char* key : {"points", "deduct", "value"})
            if (const yaml::View value = item.find(key)) return value;
        return {};
    }

    void opening(yaml::View item) {
        if (!mapping(item)) return;
        reader_.check_keys(item, "what is opened", item.span(),
                           {{"rule"}, {"standard"}, {"parameter"}, {"tailorable_by", true}, {"off"}, {"points"}, {"deduct"}, {"value"}});
        auto target = this->target(item);
        if (!target) return;
        TailoringOpening out;
        out.target = std::move(*target);
        read_level(item.find("tailorable_by"), out.by, nullptr);
        out.off = reader_.truth(item.find("off")).value_or(false);
        std::vector<std::int64_t> ends;
        reader_.each_item(amount_of(item), "the least and the most: [10, 20]", [&](yaml::View end) {
            if (const auto number = amount(end)) ends.push_back(*number);
        });
        if (ends.size() == 2 && ends[0] <= ends[1]) {
            out.least = ends[0];
            out.most = ends[1];
        } else if (amount_of(item)) {
            reader_.error("K0903", amount_of(item).span(), "these are no ends of a range", "write the least and the most: [10, 20]");
        }
        out_.opens.push_back(std::move(out));
    }

    void change(yaml::View item) {
        if (!mapping(item)) return;
        reader_.check_keys(item, "a change", item.span(),
                           {{"rule"}, {"standard"}, {"parameter"}, {"off"}, {"points"}, {"deduct"}, {"value"}, {"reason", true}, {"authority"}, {"date", true}});
        auto target = this->target(item);
        if (!target) return;
        TailoringChange out;
        out.target = std::move(*target);
        out.off = reader_.truth(item.find("off")).value_or(false);
        out.amount = amount(amount_of(item), &out.amount_span);
        out.reason = reader_.text_or_empty(item.find("reason"));
        out.authority = reader_.text_or_empty(item.find("authority"));
        if (out.authority.empty()) out.authority = authority_;
        if (out.authority.empty())
            reader_.error("K0904", out.target.name.span, "nobody is named who decided this change", "write `authority:` in the change, or once for the file");
        if (const auto day = reader_.day(item.find("date"))) out.date = *day;
        if (!out.off && !out.amount && !amount_of(item))
            reader_.error("K0902", out.target.name.span, "this changes nothing", "write `off: true`, `points`, `deduct` or `value`");
        else out_.changes.push_back(std::move(out));
    }

    YamlReader reader_;
    FileId file_;
    TailoringFile out_;
    std::string authority_;
};

}  // namespace

std::string_view level_name(TailoringLevel level) { return level_names[static_cast<std::size_t>(level)]; }

TailoringFile read_tailoring(const SourceMap& map, FileId file, Diagnostics& out) {
    TailoringFile read = TailoringReader(map, file, out).read();
    read.hash = hash_text(map.file(file).text());
    return read;
}

}  // namespace kaoping::dsl
