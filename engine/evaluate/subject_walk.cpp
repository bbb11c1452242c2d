// See subject_walk.hpp.

#include "engine/evaluate/subject_walk.hpp"

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine {

namespace {

void clear(RuleColumn& column) {
    column.case_of.clear();
    column.rows.clear();
    column.verdict.clear();
    column.possible.clear();
    column.list_unknown.clear();
    column.in_force.clear();
    column.low.clear();
    column.high.clear();
    column.amount_known.clear();
    column.exception.clear();
    column.due.clear();
    column.due_known.clear();
    column.done.clear();
    column.done_present.clear();
}

class SubjectLister {
public:
    SubjectLister(const Evaluation& run, const PlanRule& rule, RuleColumn& out, std::vector<SubjectPlace>& places)
        : run_(run), rule_(rule), out_(out), places_(places), item_rows_(rule.levels.size(), -1) {}

    void run() {
        for (case_ = 0; case_ < run_.batch->cases(); ++case_) each(0, static_cast<std::int32_t>(case_));
    }

private:
    [[nodiscard]] const Column* column(Slot slot) const { return slot == no_slot ? nullptr : run_.slots[static_cast<std::size_t>(slot)]; }

    void each(std::size_t level, std::int32_t outer) {
        if (level == rule_.levels.size()) return subject(outer);
        const SubjectLevel& of = rule_.levels[level];
        const Column& list = *column(of.list);
        const auto row = static_cast<std::size_t>(outer);
        const Space& space = run_.plan->spaces[static_cast<std::size_t>(of.space)];
        const bool nested = space.kind == SpaceKind::nest;
        const NestRows& nest = run_.nests[static_cast<std::size_t>(of.space)];
        if (!list.present.get(row) || (nested && nest.over_budget[case_])) return unknown_list(level, outer);
        const std::int32_t begin = nested ? nest.begin[row] : list.begin[row];
        const std::int32_t end = nested ? nest.begin[row + 1] : list.end[row];
        for (std::int32_t r = begin; r < end; ++r) {
            item_rows_[level] = nested ? nest.item[static_cast<std::size_t>(r)] : r;
            each(level + 1, r);
        }
        item_rows_[level] = -1;
    }

    void add(SubjectPlace place, Decision decision) {
        out_.case_of.push_back(static_cast<std::int32_t>(case_));
        out_.rows.insert(out_.rows.end(), item_rows_.begin(), item_rows_.end());
        out_.verdict.push_back(decision.verdict);
        out_.possible.push_back(decision.possible);
        out_.list_unknown.push_back(place.row < 0);
        places_.push_back(place);
    }

    void unknown_list(std::size_t level, std::int32_t outer) {
        VerdictSet possible = set_of(Verdict::not_applicable) | set_of(Verdict::met) | set_of(Verdict::defect);
        if (!rule_.exceptions.empty()) possible |= set_of(Verdict::exempt);
        if (rule_.due != no_slot) possible |= set_of(Verdict::pending);
        const Column* applies = column(rule_.applies);
        const bool never = applies != nullptr && truth_at(*applies, case_) == Truth::no;
        add({-1, static_cast<std::int32_t>(level), outer}, never ? Decision{Verdict::not_applicable, set_of(Verdict::not_applicable)} : Decision{Verdict::undetermined, possible});
        out_.in_force.push_back(true);
        out_.low.push_back(0);
        out_.high.push_back(0);
        out_.amount_known.push_back(false);
        out_.exception.push_back(-1);
        out_.due.push_back(0);
        out_.due_known.push_back(false);
        out_.done.push_back(0);
        out_.done_present.push_back(false);
    }

    void subject(std::int32_t at) {
        const auto row = static_cast<std::size_t>(at);
        if (rule_.selected) add({at, -1, -1}, kernels::decode(column(rule_.verdict)->numbers[row]));
        else add({at, -1, -1}, {Verdict::not_selected, set_of(Verdict::not_selected)});
        const Column* force = column(rule_.in_force);
        out_.in_force.push_back(force == nullptr || truth_at(*force, row) != Truth::no);
        amounts(row);
        out_.exception.push_back(first_exception(row));
        put(column(rule_.due), row, out_.due, out_.due_known);
        put(column(rule_.done), row, out_.done, out_.done_present);
    }

    static void put(const Column* from, std::size_t row, std::vector<std::int64_t>& values, std::vector<bool>& present) {
        const bool there = from != nullptr && from->present.get(row);
        values.push_back(there ? from->numbers[row] : 0);
        present.push_back(there);
    }

    void amounts(std::size_t row) {
        const Column *low = column(rule_.low), *high = column(rule_.high);
        const bool present = low != nullptr && low->present.get(row) && high->present.get(row);
        const bool known = present && low->numbers[row] >= 0 && high->numbers[row] >= low->numbers[row];
        out_.amount_known.push_back(known);
        out_.low.push_back(known ? low->numbers[row] : 0);
        out_.high.push_back(known ? high->numbers[row] : 0);
    }

    [[nodiscard]] std::int16_t first_exception(std::size_t row) const {
        for (std::size_t i = 0; i < rule_.exceptions.size(); ++i)
            if (truth_at(*column(rule_.exceptions[i]), row) == Truth::yes) return static_cast<std::int16_t>(i);
        return -1;
    }

    const Evaluation& run_;
    const PlanRule& rule_;
    RuleColumn& out_;
    std::vector<SubjectPlace>& places_;
    std::vector<std::int32_t> item_rows_;
    std::size_t case_ = 0;
};

}  // namespace

void list_subjects(const Evaluation& run, const PlanRule& rule, RuleColumn& out, std::vector<SubjectPlace>& places) {
    clear(out);
    places.clear();
    SubjectLister(run, rule, out, places).run();
}

}  // namespace kaoping::engine
