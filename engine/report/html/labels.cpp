// The table of labels: see labels.hpp.

#include "engine/report/html/labels.hpp"

#include <algorithm>

namespace kaoping::engine::html {

namespace {

constexpr Label table[] = {
    // masthead
    {"eyebrow", "Quality of law enforcement · assessment of case files", "执法质量考核评议"},
    {"title", "Case-file evaluation report", "执法案件考评报告"},
    {"contents", "Contents", "目录"},
    {"as_of", "As of", "考评时点"},
    {"as_of_given", "given for this run", "指定时点"},
    {"as_of_start", "no moment was given: the start of the run", "未指定时点，以运行开始时间为准"},
    {"packs", "Rule packs", "规则包"},
    {"scheme", "Scoring scheme", "计分方案"},
    {"scheme_rules", "points as in the rules", "按规则自带分值"},
    {"hours", "Counting of hours", "小时的计算"},
    {"hours_elapsed", "as elapsed time, to the second", "按实际经过的时间计算"},
    {"hours_next_full_hour", "from the next full hour; the hour in which it starts is not counted", "自下一整点起算，开始的小时不计入"},
    {"attention", "Please note", "请注意"},
    {"source_note", "{0}: {1}.", "{0}：{1}。"},
    {"warn_unverified", "These sources are cited but their text has not been verified: {0}.", "下列引用的法律依据尚未经过核对：{0}。"},
    {"warn_unreadable", "Cases that could not be read: {0}. They are not part of any score and stand among the findings.",
     "有{0}个案件无法读取，未计入任何分数，列于问题清单中。"},
    {"warn_failed", "Subjects that could not be evaluated: {0}. They do not count as met.", "有{0}个对象评价失败，未按“符合”计算。"},
    {"warn_veto", "Cases with a veto that awaits confirmation by a person: {0}. Scores and grades do not show it yet.",
     "有{0}个案件的一票否决有待人工确认，分数和等级尚未体现。"},
    {"comma", ", ", "、"},
    {"semicolon", "; ", "；"},
    // summary
    {"summary", "Summary", "总体情况"},
    {"mean_score", "Mean score", "平均分"},
    {"mean_range", "a range: facts are missing or amounts are undecided", "为区间：存在缺失事实或者待定扣分"},
    {"mean_exact", "mean of {0} scored cases", "{0}个计分案件的平均值"},
    {"no_score", "no score", "无分数"},
    {"cases", "Cases", "案件数"},
    {"unscored_cases", "{0} without a score: no rule applied", "其中{0}件无适用规则，不计分"},
    {"all_scored", "all with a score", "全部计分"},
    {"defects", "Defects", "问题数"},
    {"coverage", "Coverage", "判定率"},
    {"coverage_note", "applicable subjects with a definite verdict", "适用对象中结论明确的比例"},
    {"data_findings", "Data findings", "数据问题"},
    {"unreadable", "Unreadable cases", "无法读取的案件"},
    {"unreadable_note", "counted and named, never dropped", "均予计数列明"},
    {"verdicts_caption", "Verdicts on all applicable subjects", "全部适用对象的评价结论"},
    // scores
    {"scores", "Scores and grades", "分数与等级"},
    {"chart_groups", "Bar chart: mean score of each group; the table below has the same numbers", "柱状图：各组平均分，数据同下表"},
    {"chart_lowest", "The {0} groups with the lowest mean", "平均分最低的{0}组"},
    {"score_low", "Mean score", "平均分"},
    {"score_open", "open: facts missing or amount undecided", "待定部分"},
    {"grade", "Grade", "等级"},
    {"grade_excellent", "excellent", "优秀"},
    {"grade_good", "good", "良好"},
    {"grade_up_to_standard", "up to standard", "达标"},
    {"grade_below_standard", "below standard", "不达标"},
    {"no_grade", "none", "无"},
    {"grade_if_confirmed", "if the veto is confirmed: {0}", "否决确认后：{0}"},
    {"grade_by_veto", "by veto", "一票否决"},
    {"vetoes", "Vetoes", "否决案件"},
    {"unscored", "Without score", "不计分"},
    {"no_cases", "There are no cases.", "没有案件。"},
    {"all_groups", "All cases", "全部案件"},
    {"not_recorded", "not recorded", "未记录"},
    {"group", "Group", "分组"},
    {"group_unit", "Unit", "办案单位"},
    {"group_kind", "Kind of case", "案件类别"},
    {"veto_cases", "Vetoes", "一票否决"},
    {"veto_rules", "Defect", "否决情形"},
    {"veto_note", "{0} awaiting confirmation, {1} in force, {2} possible (facts are missing).",
     "待确认{0}件，已生效{1}件，可能{2}件（事实不明）。"},
    {"veto_possible", "possible", "可能"},
    {"veto_unconfirmed", "awaiting confirmation", "待确认"},
    {"veto_in_force", "in force", "已生效"},
    {"lowest", "Cases with the lowest scores", "得分最低的案件"},
    {"lowest_all", "All {0} scored cases, lowest first.", "全部{0}个计分案件，由低到高。"},
    {"lowest_some", "The {0} lowest of {1} scored cases; all of them: scores.csv.", "{1}个计分案件中得分最低的{0}个；全部见 scores.csv。"},
    {"case", "Case", "案件"},
    {"unit", "Unit", "办案单位"},
    {"case_kind", "Kind of case", "案件类别"},
    {"score", "Score", "得分"},
    {"state", "State", "状态"},
    {"worst", "Worst verdict", "最差结论"},
    // defects
    {"defects_by", "Defects by standard and by law", "问题分布"},
    {"by_standard", "By standard", "按考评标准"},
    {"chart_standards", "Bar chart: defects by standard and severity", "柱状图：各标准的问题数，按严重程度"},
    {"standard", "Standard", "考评标准"},
    {"pack", "Pack", "规则包"},
    {"points", "Points", "分值"},
    {"applicable_cases", "Cases concerned", "适用案件"},
    {"points_lost", "Points lost", "扣分合计"},
    {"mean_loss", "Per case", "件均扣分"},
    {"by_law", "By law", "按法律依据"},
    {"by_law_note", "A defect counts under every law that its rule cites.", "一个问题在其规则引用的每部法律下各计一次。"},
    {"chart_laws", "Bar chart: defects by cited law and severity", "柱状图：各法律依据下的问题数，按严重程度"},
    {"chart_most", "The {0} with the most defects", "问题最多的{0}项"},
    {"law", "Law", "法律依据"},
    {"articles", "Articles cited (defects)", "引用条款（问题数）"},
    {"rules", "Rules", "规则数"},
    {"unverified", "text not verified", "文本未核对"},
    // rules
    {"by_rule", "By rule", "按规则"},
    {"rule", "Rule", "规则"},
    {"severity", "Severity", "严重程度"},
    {"subjects", "Subjects", "适用对象"},
    {"defect_cases", "Cases with defect", "问题案件"},
    {"flaw", "flaw", "执法瑕疵"},
    {"fault", "fault", "执法过错"},
    {"veto", "veto", "一票否决"},
    {"met", "met", "符合"},
    {"defect", "defect", "存在问题"},
    {"undetermined", "undetermined", "待定"},
    {"pending", "pending", "期限未到"},
    {"exempt", "exempt", "免责/例外"},
    {"failed", "failed to evaluate", "评价失败"},
    {"not_applicable", "not applicable", "不适用"},
    {"not_selected", "not selected", "未选用"},
    // findings
    {"findings", "Findings", "问题清单"},
    {"truncated", "This page holds the first {0} of {1} findings; all of them: findings.jsonl.",
     "本页仅列出{1}条中的前{0}条；全部见 findings.jsonl。"},
    {"noscript", "The list of findings needs scripts, which are switched off here. All findings: findings.jsonl.",
     "问题清单需要启用脚本；全部问题见 findings.jsonl。"},
    {"search", "Search", "搜索"},
    {"verdict", "Verdict", "结论"},
    {"reset", "Reset", "重置"},
    {"any", "all", "全部"},
    {"shown_of", "{0} of {1} findings shown", "显示{0}条，共{1}条"},
    {"none_shown", "No finding fits the filters.", "没有符合条件的条目。"},
    {"none_found", "There are no findings.", "没有发现问题。"},
    {"data", "data finding", "数据问题"},
    {"input", "unreadable case", "案件无法读取"},
    {"deducted", "{0} points deducted", "扣{0}分"},
    {"deductible", "{0} points open", "待定扣分{0}分"},
    {"evidence", "Position", "证据位置"},
    {"values", "Values", "相关数据"},
    {"responsible", "Responsible", "责任人"},
    {"due", "Due", "期限"},
    {"overdue", "late by {0}", "逾期{0}"},
    {"missing", "Missing facts", "缺失事实"},
    {"possible", "Still possible", "可能的结论"},
    {"reason", "Reason", "理由"},
    {"remedy", "Remedy", "整改措施"},
    // of campaigns: who decided what about a finding
    {"officer", "Officer of the case", "承办人"},
    {"decisions", "Decisions", "处理决定"},
    {"proof", "Proof, step by step", "逐步推导"},
    {"open", "not yet reviewed", "未审核"},
    {"confirmed", "confirmed", "已确认"},
    {"dismissed", "dismissed", "已排除"},
    {"waived", "no deduction", "不予扣分"},
    // data findings
    {"code_wrong_type", "wrong type", "类型错误"},
    {"code_missing", "missing", "缺失"},
    {"code_bad_time", "not a time", "时间无效"},
    {"code_after_as_of", "after the as-of moment", "晚于考评时点"},
    {"code_dangling_reference", "reference to nothing", "引用对象不存在"},
    {"code_duplicate_key", "key used twice", "标识重复"},
    {"code_out_of_range", "out of range", "超出范围"},
    {"code_unknown_field", "unknown field", "未知字段"},
    {"code_unlisted_value", "unlisted value", "未列明的取值"},
    // derivation
    {"derivation", "How the scores are derived", "计分方法"},
    {"model", "model: {0}", "计分模型：{0}"},
    {"model_deduction", "deduction", "扣分制"},
    {"model_weighted", "weighted", "加权"},
    {"model_flat", "flat", "平权（按权重）"},
    {"model_flat_unweighted", "flat, unweighted", "平权（不加权）"},
    {"model_absolute", "absolute", "绝对"},
    {"step_charge",
     "Each defect costs the points of its rule; a rule with a cap costs no more than the cap in one case, and a defect that is "
     "absorbed by a graver one of the same subject costs nothing beside it.",
     "每个问题按规则扣分；规则设上限的，一案扣分不超过上限；同一对象的问题被更严重的问题吸收的，不再另行扣分。"},
    {"step_standard", "A standard loses at most its own points.", "每项标准的扣分以其分值为限。"},
    {"step_redistribute",
     "Standards that do not apply to a case are left out and their points are shared among the others: the score is {0} × points "
     "kept ÷ points of the standards that apply.",
     "不适用的标准不计入，其分值由其他标准分摊：得分＝{0}×保留分值÷适用标准的分值之和。"},
    {"step_full_marks",
     "Standards that do not apply to a case keep all their points: the score is {0} × points kept ÷ points of all standards.",
     "不适用的标准按满分计算：得分＝{0}×保留分值÷全部标准的分值之和。"},
    {"step_weighted",
     "A rule that is met passes, one with a defect fails. Each standard scores the weighted share of its rules that pass; the "
     "score is {0} × the mean of the standards that apply, weighted by their points.",
     "规则符合为通过，存在问题为不通过。各标准得分为通过规则的加权比例；得分＝{0}×适用标准按分值加权的平均值。"},
    {"step_flat",
     "A rule that is met passes, one with a defect fails; the score is {0} × weight of the rules that pass ÷ weight of the rules "
     "that apply.",
     "规则符合为通过，存在问题为不通过；得分＝{0}×通过规则的权重÷适用规则的权重。"},
    {"step_flat_unweighted", "A rule that is met passes, one with a defect fails; the score is {0} × rules that pass ÷ rules that apply.",
     "规则符合为通过，存在问题为不通过；得分＝{0}×通过的规则数÷适用的规则数。"},
    {"step_absolute", "A case in which every applicable rule is met scores {0}; any other scores 0.",
     "适用规则全部符合的案件得{0}分，否则得0分。"},
    {"step_floor", "No score is below {0}. A case to which no rule applies has no score and does not count in means.",
     "得分不低于{0}分。没有适用规则的案件不计分，也不计入平均值。"},
    {"step_interval",
     "Where facts are missing a verdict stays undetermined and the score is a range: its upper end if every open point turns out "
     "well, its lower end if every one turns out a defect.",
     "事实不明的，结论为待定，得分为区间：上限为全部待定事项均无问题，下限为全部存在问题。"},
    {"step_conservative", "Ranges of {0} case(s) are conservative: they hold every possible score but may be wider than need be.",
     "有{0}个案件的区间为保守估计：包含全部可能的得分，但可能偏宽。"},
    {"step_no_deduction", "Undetermined verdicts cost nothing.", "待定的结论不扣分。"},
    {"step_full_deduction", "Undetermined verdicts cost as much as a defect would.", "待定的结论按存在问题扣分。"},
    {"step_veto_confirm", "A veto takes effect only once a person has confirmed it; it is listed here and does not change these scores.",
     "一票否决经人工确认后生效；此处仅予列明，不影响上述分数。"},
    {"step_veto_case", "A veto sets the score of its case to 0.", "一票否决的案件得0分。"},
    {"step_veto_none", "A veto does not change the score of its case.", "一票否决不影响案件得分。"},
    {"step_veto_unit", "A unit with a veto that is in force has the grade: {0}.", "有已生效一票否决的单位，等级为“{0}”。"},
    {"step_bonus", "Bonus entries (at most {0} points) are made in a campaign and are not part of this report.",
     "加分（最多{0}分）在考评活动中登记，不在本报告之内。"},
    {"step_mean", "The score of a group is the mean of its scored cases ({0}).", "各组得分为本组计分案件的平均值（分组：{0}）。"},
    {"step_round", "All amounts are exact; only what is printed is rounded, half up, to two digits.",
     "各项数值精确计算，仅在显示时四舍五入保留两位小数。"},
    {"standards_points", "Standards and their points", "标准与分值"},
    {"grades", "Grades", "等级标准"},
    {"grade_from", "From a score of", "起始分数"},
    // identity
    {"identity", "Identity of this run", "运行标识"},
    {"identity_note", "What this report was computed from. The same hashes and the same as-of moment give the same report.",
     "本报告的计算依据。哈希值与考评时点相同，则报告相同。"},
    {"engine", "Engine", "引擎"},
    {"schema", "Schema", "数据结构"},
    {"calendar", "Calendar", "日历"},
    {"inputs", "Inputs", "输入"},
    {"more_inputs", "and {0} more", "等，另有{0}个"},
    {"zone", "Time zone", "时区"},
};

}  // namespace

std::span<const Label> all_labels() {
    return table;
}

std::string Labels::operator[](std::string_view key) const {
    for (const std::span<const Label> labels : {more_, all_labels()}) {
        const auto found = std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return label.key == key; });
        if (found != labels.end()) return std::string(text(*found));
    }
    return std::string(key);
}

std::map<std::string, std::string> Labels::all() const {
    std::map<std::string, std::string> out;
    for (const std::span<const Label> labels : {more_, all_labels()})
        for (const Label& label : labels) out.emplace(label.key, text(label));
    return out;
}

std::string Labels::filled(std::string_view key, std::initializer_list<std::string_view> values) const {
    const std::string pattern = (*this)[key];
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool hole = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        const auto number = hole ? static_cast<std::size_t>(pattern[i + 1] - '0') : values.size();
        if (number >= values.size()) {
            out += pattern[i];
            continue;
        }
        out += values.begin()[number];
        i += 2;
    }
    return out;
}

std::string Labels::name(std::string_view prefix, const std::string& name) const {
    const std::string key = std::string(prefix) + name;
    std::string out = (*this)[key];
    if (out != key) return out;
    out = name;
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

}  // namespace kaoping::engine::html
