// One case into the register: see case_writer.hpp.

#include "engine/campaign/result/case_writer.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "engine/campaign/result/number_list.hpp"
#include "engine/campaign/result/verdict_text.hpp"
#include "engine/report/scores.hpp"

namespace kaoping::campaign {

const char* role_of(const std::string& label) {
    static constexpr std::array<std::pair<std::string_view, const char*>, 9> roles{{{"handler", "handler"},
                                                                                    {"co_handler", "handler"},
                                                                                    {"officer", "handler"},
                                                                                    {"officers", "handler"},
                                                                                    {"reviewer", "reviewer"},
                                                                                    {"approver", "approver"},
                                                                                    {"expert", "expert"},
                                                                                    {"experts", "expert"},
                                                                                    {"leader", "leader"}}};
    const std::string_view last = std::string_view(label).substr(label.rfind('.') + 1);  // without a dot: the whole
    for (const auto& [name, role] : roles)
        if (last == name) return role;
    return "responsible";
}

CaseWriter::CaseWriter(SQLite::Database& database, const dsl::Program& program, engine::FindingsJson& lines, std::int64_t run, std::int64_t draw,
                       std::string as_of)
    : database_(database),
      program_(program),
      lines_(lines),
      run_(run),
      draw_(draw),
      as_of_(std::move(as_of)),
      case_(database, "insert into case_result values (?, ?, ?, ?, ?, ?, ?)"),
      met_(database, "insert into case_met values (?, ?, ?)"),
      finding_(database, "insert into finding (run, case_id, kind, rule, severity, verdict, deduct_low, deduct_high, line) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      basis_(database, "insert into finding_basis values (?, ?, ?, ?, ?, ?, ?, ?)"),
      person_(database, "insert or ignore into finding_person values (?, ?, ?, ?)") {}

void CaseWriter::write(const engine::CaseLine& line, const std::vector<engine::Finding>& findings) {
    case_.clearBindings();
    SQLite::bind(case_, run_, draw_, line.case_id);
    if (line.score.score) {  // else both stay null
        case_.bind(4, line.score.score->low);
        case_.bind(5, line.score.score->high);
    }
    case_.bind(6, std::string(engine::veto_name(line.score.veto)));
    case_.bind(7, std::string(engine::verdict_name(line.worst)));
    case_.exec();
    case_.reset();
    execute_again(met_, run_, line.case_id, list_text(line.met_rules));
    for (const engine::Finding& finding : findings) write_finding(line.case_id, finding);
}

void CaseWriter::write_finding(const std::string& case_id, const engine::Finding& finding) {
    std::string line;
    lines_.append(line, finding);
    line.pop_back();  // its line end
    const bool of_rule = finding.kind == engine::FindingKind::rule;
    const dsl::Rule* rule = of_rule ? &program_.rules[static_cast<std::size_t>(finding.rule)] : nullptr;
    execute_again(finding_, run_, case_id, of_rule ? "rule" : "data", of_rule ? rule->full_id : finding.code,
                  std::string(of_rule ? dsl::severity_name(rule->severity) : ""), std::string(of_rule ? engine::verdict_name(finding.verdict) : ""),
                  finding.deduct.low, finding.deduct.high, line);
    if (!of_rule) return;
    const std::int64_t id = database_.getLastInsertRowid();
    write_basis(id, finding);
    write_persons(id, finding);
}

void CaseWriter::write_basis(std::int64_t id, const engine::Finding& finding) {
    const dsl::Rule& rule = program_.rules[static_cast<std::size_t>(finding.rule)];
    constexpr std::size_t day_size = 10;  // "2026-09-30" of a due day or time, which is local
    basis_.clearBindings();
    SQLite::bind(basis_, id, program_.standards[static_cast<std::size_t>(rule.standard)].full_id, finding.rule, finding.subject,
                 verdicts_text(finding.verdict == engine::Verdict::undetermined ? finding.possible : engine::VerdictSet{0}));
    if (finding.amount_known) {
        basis_.bind(6, finding.amount.low);
        basis_.bind(7, finding.amount.high);
    }
    basis_.bind(8, finding.due.size() >= day_size ? finding.due.substr(0, day_size) : as_of_);
    basis_.exec();
    basis_.reset();
}

void CaseWriter::write_persons(std::int64_t id, const engine::Finding& finding) {
    const dsl::Rule& rule = program_.rules[static_cast<std::size_t>(finding.rule)];
    for (std::size_t i = 0; i < finding.responsible.size(); ++i) {
        const auto by = static_cast<std::size_t>(finding.responsible_by[i]);
        execute_again(person_, run_, id, role_of(rule.responsible[by].label), finding.responsible[i]);
    }
}

}  // namespace kaoping::campaign
