// See plan_run.hpp.

#include "engine/evaluate/plan_run.hpp"

#include <algorithm>

#include "engine/evaluate/evaluation.hpp"
#include "engine/evaluate/fact_text.hpp"
#include "engine/evaluate/fact_walk.hpp"
#include "engine/evaluate/step.hpp"
#include "engine/evaluate/subject.hpp"
#include "engine/evaluate/subject_walk.hpp"
#include "engine/evaluate/text_walk.hpp"

namespace kaoping::engine {

struct PlanRun::Impl {
    const Plan& plan;
    const KernelSet& kernels;
    Evaluation run;
    std::vector<bool> written_out;  ///< by instruction: a list that is walked when it is written, never made a column
    std::vector<OpenRows> open_rows;   ///< by limit
    std::vector<std::int32_t> limits_before;  ///< by instruction, and one behind the last: limits whose guard stands before it
    std::vector<Step> to_run;       ///< over every batch: a plan has thousands of instructions, and many only texts need
    std::vector<std::int32_t> passing; ///< instructions whose values are forgotten when all have run
    std::vector<RuleColumn> columns;
    std::vector<const std::vector<SubjectLevel>*> levels;  ///< the different sequences of for-each lists
    std::vector<SubjectList> subjects;                     ///< of each of them

    bool shares;                                           ///< columns, among instructions
    bool all_have_run = false;                             ///< over the batch at hand
    std::vector<std::unique_ptr<ValueColumn>> again;       ///< by instruction: values that shared columns no longer had
    std::vector<bool> recalled;                            ///< by instruction: all that it rests on is there

    Impl(const Plan& p, const TimeContext& time, std::int64_t now, Columns stay, const KernelSet& k) : plan(p), kernels(k), shares(stay == Columns::shared) {
        run.plan = &plan;
        run.time = &time;
        run.now = now;
        run.slots.resize(plan.instructions.size());
        run.made.resize(shares ? static_cast<std::size_t>(plan.columns) : plan.instructions.size());
        again.resize(shares ? plan.instructions.size() : 0);
        run.tables.resize(plan.tables.size());
        run.nests.resize(plan.spaces.size());
        begin_rules();
        for (const Instruction& instruction : plan.instructions) written_out.push_back(is_written_out(instruction));
        open_rows.resize(plan.limits.size());
        for (std::size_t i = 0; i < plan.limits.size(); ++i) {
            open_rows[i].unless = plan.limits[i].unless;
            if (plan.limits[i].within >= 0) open_rows[i].within = &open_rows[static_cast<std::size_t>(plan.limits[i].within)];
        }
        to_run.reserve(plan.instructions.size());
        limits_before.reserve(plan.instructions.size() + 1);
        for (std::size_t i = 0, before = 0; i <= plan.instructions.size(); ++i) {  // limits stand by guard
            while (before < plan.limits.size() && plan.limits[before].guard < static_cast<Slot>(i)) ++before;
            limits_before.push_back(static_cast<std::int32_t>(before));
        }
        for (std::size_t i = 0; i < plan.instructions.size(); ++i) {
            const Instruction& instruction = plan.instructions[i];
            if (!runs(i) || instruction.report) continue;
            to_run.push_back(step(i));
            if (!instruction.stays) passing.push_back(static_cast<std::int32_t>(i));
        }
    }

    void begin_rules() {
        columns.resize(plan.rules.size());
        for (std::size_t r = 0; r < plan.rules.size(); ++r) {
            columns[r].rule = static_cast<int>(r);
            columns[r].list = static_cast<int>(number_of(plan.rules[r].levels));
            columns[r].arity = static_cast<int>(plan.rules[r].levels.size());
            columns[r].done_is_date = plan.rules[r].done_is_date;
        }
        subjects.resize(levels.size());
    }

    [[nodiscard]] const SubjectList& subjects_of(std::size_t r) const { return subjects[static_cast<std::size_t>(columns[r].list)]; }

    /// Of a sequence of lists among those that occur.
    [[nodiscard]] std::size_t number_of(const std::vector<SubjectLevel>& of) {
        const auto found = std::find_if(levels.begin(), levels.end(), [&](const auto* known) { return *known == of; });
        const auto number = static_cast<std::size_t>(found - levels.begin());
        if (found == levels.end()) levels.push_back(&of);
        return number;
    }

    [[nodiscard]] bool is_written_out(const Instruction& instruction) const {
        if (instruction.op.kind == VertexKind::collect) return true;
        if (!instruction.op.type.is(dsl::Kind::list)) return false;
        return std::any_of(instruction.args.begin(), instruction.args.end(), [&](Slot arg) { return written_out[static_cast<std::size_t>(arg)]; });
    }

    [[nodiscard]] Kernel kernel_of(std::size_t number) const { return kernels[static_cast<std::size_t>(plan.instructions[number].op.kind)]; }
    [[nodiscard]] bool runs(std::size_t number) const { return kernel_of(number) != nullptr && !written_out[number]; }

    /// Of an instruction that runs.
    [[nodiscard]] Step step(std::size_t number) {
        const Instruction& instruction = plan.instructions[number];
        const OpenRows* const limit = instruction.limit < 0 ? nullptr : &open_rows[static_cast<std::size_t>(instruction.limit)];
        const auto first = static_cast<std::size_t>(limits_before[number]), end = static_cast<std::size_t>(limits_before[number + 1]);
        return {kernel_of(number), &instruction, &column_of(number), &run.slots[number], limit, std::span(open_rows).subspan(first, end - first)};
    }

    [[nodiscard]] ValueColumn& column_of(std::size_t number) {
        if (!shares) return run.made[number];
        const Instruction& instruction = plan.instructions[number];
        if (instruction.stays || !all_have_run) return run.made[static_cast<std::size_t>(instruction.column)];
        if (!again[number]) again[number] = std::make_unique<ValueColumn>();
        return *again[number];
    }

    /// Runs what a text needs and this batch has not run yet. Arguments stand before, so the depth is that of the graph.
    void ensure(Slot slot) {
        if (slot == no_slot || run.slots[static_cast<std::size_t>(slot)] != nullptr) return;
        const Instruction& instruction = plan.at(slot);
        for (const Slot arg : instruction.args) ensure(arg);
        for (const std::int32_t space : {instruction.op.space, instruction.op.item_space})
            if (space >= 0) ensure(plan.spaces[static_cast<std::size_t>(space)].nest);
        if (const auto number = static_cast<std::size_t>(slot); runs(number)) step(number).run(run);
    }

    /// The same, and all that it rests on: whoever explains it goes down to the data.
    void recall(Slot slot) {
        if (!shares || slot == no_slot || recalled[static_cast<std::size_t>(slot)]) return;
        recalled[static_cast<std::size_t>(slot)] = true;
        const Instruction& instruction = plan.at(slot);
        for (const Slot arg : instruction.args) recall(arg);
        for (const std::int32_t space : {instruction.op.space, instruction.op.item_space})
            if (space >= 0) recall(plan.spaces[static_cast<std::size_t>(space)].nest);
        ensure(slot);
    }

    void ensure_text(Slot slot) {
        if (slot != no_slot && plan.at(slot).op.type.is(dsl::Kind::list)) recall(slot);  // it is walked down to its elements
        ensure(slot);
    }

    /// Values that stay, and no others.
    void forget_the_rest() {
        all_have_run = true;
        if (!shares) return;
        recalled.assign(plan.instructions.size(), false);
        for (const std::int32_t i : passing) run.slots[static_cast<std::size_t>(i)] = nullptr;
    }

    void begin(const CaseBatch& batch) {
        all_have_run = false;
        run.batch = &batch;
        run.texts.clear();
        run.faulted = false;
        std::fill(run.slots.begin(), run.slots.end(), nullptr);
    }

    [[nodiscard]] std::string pointer(const PlanRule& rule, std::size_t r, std::size_t subject) const {
        std::vector<int> tables;
        for (const SubjectLevel& level : rule.levels) tables.push_back(level.table);
        return subject_pointer(plan.schema, plan.layout, *run.batch, tables, columns[r].rows(subject));
    }

    [[nodiscard]] std::vector<Fact> facts(std::size_t r, std::size_t subject) {
        const PlanRule& rule = plan.rules[r];
        for (const SubjectLevel& level : rule.levels) recall(level.list);
        for (const Slot slot : {rule.guard, rule.exception, rule.requirement, rule.due}) recall(slot);
        FactWalk walk(run, pointer(rule, r, subject));
        if (!columns[r].list_unknown(subject)) {
            for (const Slot slot : {rule.guard, rule.exception, rule.requirement, rule.due})
                if (slot != no_slot) walk.needed(slot, static_cast<std::size_t>(columns[r].at[subject]));
            return walk.take();
        }
        const UnknownList& unknown = subjects_of(r).unknown.at(subject);
        const SubjectLevel& level = rule.levels[static_cast<std::size_t>(unknown.level)];
        if (run.slots[static_cast<std::size_t>(level.list)]->present.get(static_cast<std::size_t>(unknown.outer))) return {fault_fact("too many pairs")};
        walk.needed(level.list, static_cast<std::size_t>(unknown.outer));
        return walk.take();
    }

    /// A fault among the facts of an open verdict makes it failed.
    void settle(std::size_t r) {
        RuleColumn& column = columns[r];
        for (std::size_t i = 0; i < column.subjects(); ++i) {
            Decision decision{column.verdict[i], column.possible[i]};
            if (decision.verdict != Verdict::undetermined && decision.verdict != Verdict::pending) continue;
            std::vector<Fact> missing = facts(r, i);
            settle_facts(decision, missing);
            column.change(i, decision);
        }
    }
};

PlanRun::PlanRun(const Plan& plan, const TimeContext& time, std::int64_t now, Columns columns, const KernelSet& kernels)
    : impl_(std::make_unique<Impl>(plan, time, now, columns, kernels)) {}
PlanRun::~PlanRun() = default;

const std::vector<RuleColumn>& PlanRun::run(const CaseBatch& batch) {
    Impl& self = *impl_;
    self.begin(batch);
    for (const Step& step : self.to_run) step.run(self.run);
    self.forget_the_rest();
    for (std::size_t i = 0; i < self.levels.size(); ++i) list_subjects(self.run, *self.levels[i], self.subjects[i]);
    for (std::size_t r = 0; r < self.plan.rules.size(); ++r) {
        decide_subjects(self.run, self.plan.rules[r], self.subjects_of(r), self.columns[r]);
        if (self.run.faulted) self.settle(r);
    }
    return self.columns;
}

void PlanRun::repeat(VertexKind kind) {
    for (const Step& step : impl_->to_run)
        if (step.instruction->op.kind == kind) step.run(impl_->run);
}

std::vector<Fact> PlanRun::facts_of(int rule, std::size_t subject) const {
    const auto r = static_cast<std::size_t>(rule);
    Decision decision{impl_->columns[r].verdict[subject], impl_->columns[r].possible[subject]};
    std::vector<Fact> missing = impl_->facts(r, subject);
    settle_facts(decision, missing);
    return missing;
}

void PlanRun::text_of(int rule, std::size_t subject, const std::string& language, SubjectText& out) const {
    const auto r = static_cast<std::size_t>(rule);
    const PlanRule& of = impl_->plan.rules[r];
    const RuleColumn& column = impl_->columns[r];
    if (column.list_unknown(subject)) return;
    const TextWalk walk(impl_->run, language);
    const PlanTexts& from = walk.texts_of(of);
    for (const auto* slots : {&from.holes, &of.show, &of.responsible})
        for (const Slot slot : *slots) impl_->ensure_text(slot);
    walk.texts(of, from, static_cast<std::size_t>(column.at[subject]), column.exception(subject), out);
}

}  // namespace kaoping::engine
