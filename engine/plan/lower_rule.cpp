// Rules: see lowering.hpp. The parts of the verdict are those of semantics § 2: guard, exceptions, requirement, due.

#include <stdexcept>

#include "engine/plan/lowering.hpp"

namespace kaoping::engine {

namespace {

const dsl::Type boolean{dsl::Kind::boolean, false, dsl::Kind::error, -1};
const dsl::Type verdict_type{dsl::Kind::number, false, dsl::Kind::error, -1};

}  // namespace

void Lowering::subjects(const dsl::Rule& rule, LoweredRule& out, Frames& frames, std::optional<LoweredValue>& guard) {
    std::vector<std::pair<VertexId, int>> lists;
    for (const dsl::ForEach& each : rule.for_each) {
        std::vector<ListPtr> chain{list(each.list, rule_env_)};
        while (chain.front()->shape == ListValue::Shape::mapped) chain.insert(chain.begin(), chain.front()->base);
        const ListValue& base = *chain.front();
        if (base.shape != ListValue::Shape::range) throw std::logic_error("for each ranges over lists of the case file");
        const int frame = static_cast<int>(frames_.size());
        frames_.push_back({base.table, -1, frames});
        LoweredLevel level;
        level.table = base.table;
        level.list = lift(base.list, frames);
        if (!frames.empty()) {
            Vertex nest;
            nest.type = {dsl::Kind::list, false, dsl::Kind::element, -1};
            std::vector<VertexId> args{level.list};
            for (const auto& [other_list, other] : lists) {
                if (other_list != base.list.vertex) continue;
                ListValue same;
                same.table = base.table;
                same.item_type = {dsl::Kind::element, false, dsl::Kind::error, base.table};
                args.push_back(lift(item_of_frame(same, other), frames));
                ++nest.width;
            }
            frames_.back().space = graph_.nest_space(space_of(frames), base.table, std::move(nest), args);
        }
        lists.emplace_back(base.list.vertex, frame);
        frames = pool_.join(frames, pool_.only(frame));
        level.space = space_of(frames);
        out.levels.push_back(level);

        LoweredValue item = item_of_frame(base, frame);
        for (std::size_t i = 1; i < chain.size(); ++i) {
            const Env inside = bind(chain[i]->env, chain[i]->binder, {item, nullptr});
            if (chain[i]->condition != dsl::no_expr) guard = both(guard, value(chain[i]->condition, inside));
            item = value(chain[i]->value, inside);
        }
        rule_env_ = bind(rule_env_, each.binder, {item, nullptr});
        lets_.clear();
    }
    out.space = space_of(frames);
}

void Lowering::verdict(const dsl::Rule& rule, std::size_t number, LoweredRule& out, Frames frames, std::optional<LoweredValue> guard) {
    const auto at_subject = [&](const LoweredValue& of) { return lift(of, frames); };
    if (rule.where != dsl::no_expr) guard = both(guard, value(rule.where, rule_env_));
    if (rule.effective) {
        std::size_t range = 0;
        while (range < out_.effective.size() && !(out_.effective[range] == *rule.effective)) ++range;
        if (range == out_.effective.size()) out_.effective.push_back(*rule.effective);
        const LoweredValue on = value(rule.on, rule_env_);
        // Rules with different ranges share the day.
        const LoweredValue day = program_.expr(rule.on).type.is(dsl::Kind::date) ? on : make(VertexKind::date_of, dsl::Type{dsl::Kind::date}, {on});
        const LoweredValue in_force = make(VertexKind::in_force, boolean, {day}, static_cast<int>(range));
        out.in_force = at_subject(in_force);
        guard = both(guard, in_force);
    }
    if (rule.when != dsl::no_expr) guard = both(guard, value(rule.when, rule_env_));

    std::optional<LoweredValue> due;
    if (rule.due != dsl::no_expr) due = value(rule.due, rule_env_);
    std::vector<LoweredValue> exceptions;
    for (const dsl::Exception& exception : rule.exceptions) exceptions.push_back(value(exception.condition, rule_env_));

    std::optional<LoweredValue> requirement;
    if (rule.done != dsl::no_expr) {
        const LoweredValue done = value(rule.done, rule_env_);
        out.done = at_subject(done);
        requirement = due ? make(VertexKind::done_in_time, boolean, {done, *due}) : make(VertexKind::done_in_time, boolean, {done});
    } else if (rule.require != dsl::no_expr) {
        requirement = value(rule.require, rule_env_);
    }
    for (const dsl::ExprId needed : rule.needs) {
        const Entity of = entity(needed, rule_env_);
        if (of.list && of.list->shape != ListValue::Shape::range) continue;
        requirement = both(requirement, make(VertexKind::need, boolean, {of.list ? of.list->list : of.value}));
    }

    out.guard = at_subject(guard ? *guard : truth(true));
    out.requirement = at_subject(requirement ? *requirement : truth(true));
    if (due) out.due = at_subject(*due);
    for (const LoweredValue& exception : exceptions) out.exceptions.push_back(at_subject(exception));
    if (!exceptions.empty()) out.exception = at_subject(make(VertexKind::or_, boolean, exceptions));

    Vertex sink;
    sink.kind = VertexKind::verdict;
    sink.type = verdict_type;
    sink.space = out.space;
    sink.index = static_cast<std::int32_t>(number);
    std::vector<VertexId> args{out.guard, out.requirement};
    for (const VertexId part : {out.exception, out.due})
        if (part != no_vertex) args.push_back(part);
    out.verdict = graph_.add(sink, args);
    sink.kind = VertexKind::deduction;
    args = {out.verdict};
    if (rule.deduct.low != dsl::no_expr) {
        out.low = at_subject(value(rule.deduct.low, rule_env_));
        out.high = rule.deduct.high != dsl::no_expr ? at_subject(value(rule.deduct.high, rule_env_)) : out.low;
        args.push_back(out.low);
        if (out.high != out.low) args.push_back(out.high);
    }
    out.deduction = graph_.add(sink, args);
}

void Lowering::texts(const dsl::Rule& rule, LoweredRule& out, Frames frames) {
    const auto holes = [&](const dsl::RuleTexts& of) {
        std::vector<VertexId> slots;
        slots.reserve(of.message.parts.size());
        for (const dsl::Message::Part& part : of.message.parts)
            slots.push_back(part.hole == dsl::no_expr ? no_vertex : text_value(part.hole, rule_env_, frames).vertex);
        return slots;
    };
    out.texts.push_back({{}, &rule.texts, holes(rule.texts)});
    for (const auto& [language, of] : rule.catalogue) out.texts.push_back({language, &of, holes(of)});
    for (const dsl::Shown& shown : rule.show) out.show.push_back(text_value(shown.value, rule_env_, frames).vertex);
    for (const dsl::Shown& person : rule.responsible) out.responsible.push_back(text_value(person.value, rule_env_, frames).vertex);
}

void Lowering::rule(std::size_t number) {
    const dsl::Rule& rule = program_.rules[number];
    LoweredRule& out = out_.rules[number];
    frames_.clear();
    lets_.clear();
    calls_.clear();
    kept_lists_.clear();
    rule_env_ = nullptr;
    Frames frames;
    std::optional<LoweredValue> guard;
    if (rule.applies != dsl::no_expr) out.applies = lift(value(rule.applies, rule_env_), {});
    subjects(rule, out, frames, guard);
    verdict(rule, number, out, frames, guard);
    if (with_texts_) texts(rule, out, frames);
}

void Lowering::scores() {
    Vertex sink;
    sink.type = verdict_type;
    std::vector<VertexId> standards;
    for (std::size_t s = 0; s < program_.standards.size(); ++s) {
        sink.kind = VertexKind::standard;
        sink.index = static_cast<std::int32_t>(s);
        std::vector<VertexId> deductions;
        for (const int of : program_.standards[s].rules) deductions.push_back(out_.rules[static_cast<std::size_t>(of)].deduction);
        standards.push_back(graph_.add(sink, deductions));
    }
    out_.standards = standards;
    sink.kind = VertexKind::score;
    sink.index = -1;
    out_.score = graph_.add(sink, standards);
}

}  // namespace kaoping::engine
