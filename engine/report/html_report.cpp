// Collects and makes the page: see html_report.hpp. What the page shows is made section by section in html/.

#include "engine/report/html_report.hpp"

#include <fmt/format.h>

#include <kainjow/mustache.hpp>
#include <utility>

#include "engine/report/html/embedded.hpp"
#include "engine/report/html/sections.hpp"

namespace kaoping::engine {

struct HtmlReport::Impl {
    html::Texts texts;
    html::Contents contents;
};

HtmlReport::HtmlReport(const dsl::Program& program, const Scheme& scheme, const Zone& zone, std::string language)
    : impl_(new Impl{html::Texts(program, scheme, zone, std::move(language)), html::Contents(program, embedded_findings, listed_cases)}) {}
HtmlReport::HtmlReport(HtmlReport&&) noexcept = default;
HtmlReport& HtmlReport::operator=(HtmlReport&&) noexcept = default;
HtmlReport::~HtmlReport() = default;

void HtmlReport::add(const Finding& finding) {
    impl_->contents.add(finding);
}
void HtmlReport::add_case(const CaseLine& line) {
    impl_->contents.add_case(line);
}

namespace {

void add_frame(const html::Sources& from, html::TemplateData& page) {
    namespace embedded = html::embedded;
    const html::Labels& labels = from.texts.labels;
    html::add_words(labels, page);
    page.set("style", std::string(embedded::style));
    page.set("script", std::string(embedded::script));
    page.set("chart", std::string(embedded::chart));
    page.set("style_hash", std::string(embedded::style_hash));
    page.set("script_hash", std::string(embedded::script_hash));
    page.set("chart_hash", std::string(embedded::chart_hash));
    const std::uint64_t all = from.contents.finding_count(), shown = from.contents.findings().size();
    page.set("truncated", all > shown);
    page.set("truncated_note", labels.filled("truncated", {html::count_text(shown), html::count_text(all)}));
    page.set("data", html::script_data(from));
}

}  // namespace

std::string HtmlReport::page(const RunTotals& totals) const {
    const html::Sources from{impl_->contents, impl_->texts, totals};
    html::TemplateData page;
    add_frame(from, page);
    html::add_masthead(from, page);
    html::add_summary(from, page);
    html::add_scores(from, page);
    html::add_standards(from, page);
    html::add_rules(from, page);
    html::add_derivation(from, page);
    html::add_identity(from, page);
    kainjow::mustache::mustache frame{std::string(html::embedded::page)};
    return frame.render(page);
}

}  // namespace kaoping::engine
