// Columns that several instructions fill, one after another: see plan.hpp.

#include "engine/plan/plan.hpp"

namespace kaoping::engine {

namespace {

class ColumnSharing {
public:
    explicit ColumnSharing(Plan& plan) : plan_(plan), last_use_(plan.instructions.size(), no_slot) {}

    void find() {
        for (const PlanRule& rule : plan_.rules) keep_results(rule);
        for (std::size_t i = 0; i < plan_.instructions.size(); ++i) note_uses(i);
        for (std::size_t i = 0; i < plan_.instructions.size(); ++i) assign(i);
    }

private:
    Instruction& at(Slot slot) { return plan_.instructions[static_cast<std::size_t>(slot)]; }

    void keep(Slot slot) {
        if (slot != no_slot) at(slot).stays = true;
    }

    void keep_results(const PlanRule& rule) {
        for (const SubjectLevel& level : rule.levels) keep(level.list);
        for (const Slot slot : {rule.applies, rule.in_force, rule.verdict, rule.low, rule.high, rule.due, rule.done}) keep(slot);
        for (const Slot slot : rule.exceptions) keep(slot);
        for (const PlanTexts& texts : rule.texts)
            for (const Slot hole : texts.holes) keep(hole);
        for (const auto* shown : {&rule.show, &rule.responsible})
            for (const Slot slot : *shown) keep(slot);
    }

    void note_uses(std::size_t number) {
        Instruction& of = plan_.instructions[number];
        // A constant is not written again in each batch, a text is written when somebody asks for it.
        if (of.op.kind == VertexKind::constant || of.report) of.stays = true;
        for (const Slot arg : of.args) {
            if (of.report) keep(arg);
            else last_use_[static_cast<std::size_t>(arg)] = static_cast<Slot>(number);
        }
    }

    /// The column that was freed last is the one that most likely still lies in a cache.
    void assign(std::size_t number) {
        Instruction& of = plan_.instructions[number];
        if (!of.stays && !free_.empty()) {
            of.column = free_.back();
            free_.pop_back();
        } else {
            of.column = plan_.columns++;
        }
        if (last_use_[number] == no_slot) release(static_cast<Slot>(number));
        for (const Slot arg : of.args)
            if (last_use_[static_cast<std::size_t>(arg)] == static_cast<Slot>(number)) {
                last_use_[static_cast<std::size_t>(arg)] = no_slot;  // it may stand there twice
                release(arg);
            }
    }

    void release(Slot slot) {
        if (!at(slot).stays) free_.push_back(at(slot).column);
    }

    Plan& plan_;
    std::vector<Slot> last_use_;       ///< by instruction: the last one that reads it; no_slot: none
    std::vector<std::int32_t> free_;   ///< columns whose values are no longer needed
};

}  // namespace

void share_columns(Plan& plan) { ColumnSharing(plan).find(); }

}  // namespace kaoping::engine
