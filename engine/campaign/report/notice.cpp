// Rectification notices: see notice.hpp.

#include "engine/campaign/report/notice.hpp"

#include <array>
#include <set>

#include <fmt/format.h>

#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/report/html/embedded.hpp"
#include "engine/campaign/report/tables.hpp"
#include "engine/report/findings_reader.hpp"
#include "engine/report/html/sections.hpp"

namespace kaoping::campaign {

namespace {

using engine::html::TemplateData;

TemplateData optional(const std::string& text) { return text.empty() ? TemplateData{false} : TemplateData{text}; }

TemplateData defect_row(std::size_t number, const NoticeDefect& defect, const Texts& texts) {
    const FindingRow& row = defect.row;
    const engine::Finding finding = engine::read_finding(texts.program(), row.line).value_or(engine::Finding{});
    TemplateData law{TemplateData::type::list};
    const int rule = rule_behind(texts.program(), row, finding);
    if (rule >= 0)
        for (const std::string& text : texts.basis({&texts.rule(rule)})) law.push_back(TemplateData{text});
    TemplateData out;
    out.set("number", std::to_string(number));
    out.set("case", row.case_id);
    out.set("officer", optional(row.officer));
    out.set("colon", texts.labels.chinese() ? "：" : ": ");
    out.set("title", rule_title(texts, {row.standard, row.rule}));
    out.set("mark", row.severity == "flaw" ? TemplateData{false} : TemplateData{texts.labels[row.severity]});
    out.set("message", texts.readable_times(finding.message));
    out.set("law", law);
    out.set("place", optional(Texts::place(finding.at)));
    out.set("remedy", rule >= 0 ? texts.texts(texts.rule(rule)).remedy : finding.remedy);
    out.set("until", defect.until);
    return out;
}

std::string sum_text(const std::vector<NoticeDefect>& defects, const Texts& texts) {
    std::array<std::size_t, 3> counts{};
    for (const NoticeDefect& defect : defects) ++counts[defect.row.severity == "veto" ? 0 : defect.row.severity == "fault" ? 1 : 2];
    return texts.labels.filled("notice_sum", {std::to_string(defects.size()), std::to_string(counts[0]), std::to_string(counts[1]), std::to_string(counts[2])});
}

/// Empty: no notice names the defect.
std::string issued_deadline(SQLite::Database& database, std::int64_t finding) {
    SQLite::Statement row = query(database, "select until from notice_defect join notice on notice.event = notice where finding = ?", finding);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

}  // namespace

std::string notice_page(const Campaign& campaign, const UnitResult& unit, const std::vector<NoticeDefect>& defects, const std::string& until, const Texts& texts) {
    std::set<std::string> cases;
    TemplateData rows{TemplateData::type::list};
    for (std::size_t i = 0; i < defects.size(); ++i) {
        cases.insert(defects[i].row.case_id);
        rows.push_back(defect_row(i + 1, defects[i], texts));
    }
    TemplateData page;
    engine::html::add_words(texts.labels, page);
    page.set("style", std::string(embedded::notice_style));
    page.set("style_hash", std::string(embedded::notice_style_hash));
    page.set("unit", unit.unit);
    page.set("to", texts.labels.filled("notice_to", {unit.unit}));
    page.set("text", texts.labels.filled("notice_text", {campaign.title, campaign.period_from, campaign.period_until, std::to_string(unit.drawn),
                                                         std::to_string(unit.cases), std::to_string(cases.size()), until}));
    page.set("sum", sum_text(defects, texts));
    page.set("defects", rows);
    kainjow::mustache::mustache frame{std::string(embedded::notice)};
    return frame.render(page);
}

std::vector<NoticeDefect> defects_to_correct(Register& file, const Campaign& campaign, const std::string& unit, const std::string& until) {
    std::vector<NoticeDefect> out;
    file.read([&](SQLite::Database& database) {
        defects_of_unit(database, campaign.id, unit, [&](const FindingRow& row) {
            const std::string due = until.empty() ? issued_deadline(database, row.id) : until;
            if (!due.empty()) out.push_back({row, due});
        });
    });
    return out;
}

std::string notice_file_name(std::size_t number, const std::string& unit) {
    std::string name;
    for (const char c : unit) name += static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos ? '_' : c;
    constexpr std::size_t most = 120;  // bytes; file systems allow 255
    std::size_t end = std::min(name.size(), most);
    while (end < name.size() && end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;  // not inside a character
    return fmt::format("{:02}-{}.html", number, name.substr(0, end));
}

}  // namespace kaoping::campaign
